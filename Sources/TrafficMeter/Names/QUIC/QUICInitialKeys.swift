/// The keys of a client's Initial packets (RFC 9001 § 5.2): anyone who sees the packet can make them.
struct QUICInitialKeys: Sendable {
    let version: QUICVersion
    /// The ID that they are made of: the destination of the client's first Initial.
    let connectionID: QUICConnectionID
    /// AES-128-GCM's key.
    let key: InlineArray<16, UInt8>
    /// What the nonce is made of.
    let vector: InlineArray<12, UInt8>
    /// AES-128's key for header protection.
    let headerKey: InlineArray<16, UInt8>

    /// Derives the keys of a packet by its own destination ID; `nil` if libcrypto fails, which it doesn't but for want of memory.
    init?(of header: QUICLongHeader, _ schedule: QUICKeySchedule) {
        guard
            let initial = QUICCrypto.hmac(
                key: schedule.salt.rawSpan, header.destination.bytes.rawSpan),
            let secret = Self.expand(initial, QUICKeyLabels.clientSecret),
            let key = Self.expand(secret, schedule.labels.key),
            let vector = Self.expand(secret, schedule.labels.vector),
            let headerKey = Self.expand(secret, schedule.labels.headerKey)
        else { return nil }
        version = header.version
        connectionID = header.destination
        self.key = InlineArray { key[$0] }
        self.vector = InlineArray { vector[$0] }
        self.headerKey = InlineArray { headerKey[$0] }
    }

    /// HKDF-Expand (RFC 5869 § 2.3) for at most 32 bytes: the first block.
    private static func expand(_ secret: InlineArray<32, UInt8>, _ label: [UInt8]) -> InlineArray<32, UInt8>? {
        QUICCrypto.hmac(key: secret.rawSpan, (label + [1]).rawSpan)
    }

    /// The nonce of a packet (RFC 9001 § 5.3).
    func nonce(_ number: UInt32) -> InlineArray<12, UInt8> {
        InlineArray { index in
            index < 8 ? vector[index] : vector[index] ^ UInt8(truncatingIfNeeded: number >> (8 * (11 - index)))
        }
    }
}
