/// What the keys of a version's Initial packets are made of (RFC 9001 § 5.2), beside the connection ID.
struct QUICKeySchedule: Sendable {
    /// Salt of HKDF-Extract.
    let salt: [UInt8]
    let labels: QUICKeyLabels

    private init(_ salt: [UInt8], _ labels: QUICKeyLabels = .v1) {
        self.salt = salt
        self.labels = labels
    }
}

/// The `HkdfLabel`s (RFC 8446 § 7.1) of the packet key, its initialisation vector and the header key.
struct QUICKeyLabels: Sendable {
    let key: [UInt8]
    let vector: [UInt8]
    let headerKey: [UInt8]

    /// The secret of the client's packets, in all versions.
    static let clientSecret = label("client in", length: 32)
    /// RFC 9001 § 5.1.
    static let v1 = QUICKeyLabels("quic")
    /// RFC 9369 § 3.3.2.
    static let v2 = QUICKeyLabels("quicv2")

    private init(_ prefix: String) {
        key = Self.label(prefix + " key", length: 16)
        vector = Self.label(prefix + " iv", length: 12)
        headerKey = Self.label(prefix + " hp", length: 16)
    }

    /// `length <2>`, `"tls13 " + label <1>`, an empty context `<1>`.
    private static func label(_ text: String, length: UInt8) -> [UInt8] {
        [0, length, UInt8(6 + text.utf8.count)] + "tls13 ".utf8 + text.utf8 + [0]
    }
}

extension QUICKeySchedule {
    /// RFC 9001 § 5.2; also draft-ietf-quic-tls-33 and -34.
    static let v1 = [version1]
    /// RFC 9369 § 3.3.1.
    static let v2 = [
        QUICKeySchedule(
            [
                0x0D, 0xED, 0xE3, 0xDE, 0xF7, 0x00, 0xA6, 0xDB, 0x81, 0x93, 0x81, 0xBE, 0x6E, 0x26, 0x9D, 0xCB, 0xF9,
                0xBD, 0x2E, 0xD9,
            ], .v2)
    ]
    /// draft-ietf-quic-v2-01 § 3.3.1.
    static let v2Draft = [
        QUICKeySchedule(
            [
                0xA7, 0x07, 0xC2, 0x03, 0xA5, 0x9B, 0x47, 0x18, 0x4A, 0x1D, 0x62, 0xCA, 0x57, 0x04, 0x06, 0xEA, 0x7A,
                0xE3, 0xE5, 0xD3,
            ], .v2)
    ]
    /// draft-ietf-quic-tls-29 § 5.2, up to -32.
    static let draft29 = [version29]
    /// draft-ietf-quic-tls-23 § 5.2, up to -28.
    static let draft23 = [version23]
    /// draft-ietf-quic-tls-22 § 5.2.
    static let draft22 = [
        QUICKeySchedule([
            0x7F, 0xBC, 0xDB, 0x0E, 0x7C, 0x66, 0xBB, 0xE9, 0x19, 0x3A, 0x96, 0xCD, 0x21, 0x51, 0x9E, 0xBD, 0x7A, 0x02,
            0x64, 0x4A,
        ])
    ]
    /// Google's Q050, T050, T051: as Wireshark (packet-quic.c) and nDPI (quic.c) know them.
    static let q050 = [
        QUICKeySchedule([
            0x50, 0x45, 0x74, 0xEF, 0xD0, 0x66, 0xFE, 0x2F, 0x9D, 0x94, 0x5C, 0xFC, 0xDB, 0xD3, 0xA7, 0xF0, 0xD3, 0xB5,
            0x6B, 0x45,
        ])
    ]
    static let t050 = [
        QUICKeySchedule([
            0x7F, 0xF5, 0x79, 0xE5, 0xAC, 0xD0, 0x72, 0x91, 0x55, 0x80, 0x30, 0x4C, 0x43, 0xA2, 0x36, 0x7C, 0x60, 0x48,
            0x83, 0x10,
        ])
    ]
    static let t051 = [
        QUICKeySchedule([
            0x7A, 0x4E, 0xDE, 0xF4, 0xE7, 0xCC, 0xEE, 0x5F, 0xA4, 0x50, 0x6C, 0x19, 0x12, 0x4F, 0xC8, 0xCC, 0xDA, 0x6E,
            0x03, 0x3D,
        ])
    ]
    /// What clients take that only want to know which versions there are.
    static let anyVersion = [version1, version29]
    /// What later versions of mvfst take.
    static let mvfst = [version1, version23]

    private static let version1 = QUICKeySchedule([
        0x38, 0x76, 0x2C, 0xF7, 0xF5, 0x59, 0x34, 0xB3, 0x4D, 0x17, 0x9A, 0xE6, 0xA4, 0xC8, 0x0C, 0xAD, 0xCC, 0xBB,
        0x7F, 0x0A,
    ])
    private static let version23 = QUICKeySchedule([
        0xC3, 0xEE, 0xF7, 0x12, 0xC7, 0x2E, 0xBB, 0x5A, 0x11, 0xA7, 0xD2, 0x43, 0x2B, 0xB4, 0x63, 0x65, 0xBE, 0xF9,
        0xF5, 0x02,
    ])
    private static let version29 = QUICKeySchedule([
        0xAF, 0xBF, 0xEC, 0x28, 0x99, 0x93, 0xD2, 0x4C, 0x9E, 0x97, 0x86, 0xF1, 0x9C, 0x61, 0x11, 0xE0, 0x43, 0x90,
        0xA8, 0x99,
    ])
}
