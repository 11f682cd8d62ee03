/// A version of QUIC (RFC 9000 § 15), or of Google's QUIC, by its number on the wire.
struct QUICVersion: RawRepresentable, Hashable, Sendable {
    let rawValue: UInt32

    /// What a Version Negotiation packet has in its place (RFC 9000 § 17.2.1).
    static let negotiation = QUICVersion(rawValue: 0)
    /// RFC 9000.
    static let v1 = QUICVersion(rawValue: 1)
    /// RFC 9369 § 3.1.
    static let v2 = QUICVersion(rawValue: 0x6B33_43CF)
    /// draft-ietf-quic-v2-01 § 3.1 and those after it.
    static let v2Draft = QUICVersion(rawValue: 0x709A_50C4)
    /// Google's last own ones, with the headers and the protection of the IETF's drafts.
    static let q050 = QUICVersion(rawValue: 0x5130_3530)
    static let t050 = QUICVersion(rawValue: 0x5430_3530)
    static let t051 = QUICVersion(rawValue: 0x5430_3531)

    /// How the packets of a version are laid out.
    enum Layout: Sendable {
        /// The long header of RFC 9000 § 17.2.
        case ietf
        /// As `ietf`, with CRYPTO frames among Google's own.
        case googleIETF
        /// gQUIC with a long header of its own, in clear: Q044 to Q046.
        case googleLong
        /// gQUIC with a public header, in clear: up to Q043.
        case googlePublic
        /// Not known here.
        case unknown
    }

    /// How its packets are laid out.
    var layout: Layout {
        if let number = gquicNumber {
            switch number {
            case _ where isGooglePublic: return .googlePublic
            case 44...46: return .googleLong
            case 50: return .googleIETF
            default: return .unknown
            }
        }
        if self == .t050 || self == .t051 { return .googleIETF }
        return keySchedules.isEmpty ? .unknown : .ietf
    }

    /// Whether it is gQUIC with a public header: the same as its layout says, at the cost of a comparison for what it mostly isn't.
    var isGooglePublic: Bool { gquicNumber.map { (24...43).contains($0) } ?? false }

    /// The number of a version of gQUIC with its own handshake: 43 for `Q043`.
    var gquicNumber: Int? {
        guard rawValue >> 16 == 0x5130 else { return nil }  // Q0
        let (tens, ones) = (Int(rawValue >> 8 & 0xFF) - 0x30, Int(rawValue & 0xFF) - 0x30)
        return (0...9).contains(tens) && (0...9).contains(ones) ? 10 * tens + ones : nil
    }

    /// What its Initial packets may be protected with, likeliest first; nothing where they are in clear, or not known here.
    ///
    /// Numbers `0x?a?a?a?a` stand for any version (RFC 9000 § 15): clients send their hello under one to be told which there are.
    var keySchedules: [QUICKeySchedule] {
        switch rawValue {
        case Self.v1.rawValue, 0xFF00_0021...0xFF00_0022: QUICKeySchedule.v1
        case Self.v2.rawValue: QUICKeySchedule.v2
        case Self.v2Draft.rawValue: QUICKeySchedule.v2Draft
        case 0xFF00_001D...0xFF00_0020: QUICKeySchedule.draft29
        case 0xFF00_0017...0xFF00_001C: QUICKeySchedule.draft23
        case 0xFF00_0016: QUICKeySchedule.draft22
        // mvfst (Meta), by the draft that each is made after (Wireshark's packet-quic.c); the others have version 1's or draft 23's
        // (mvfst's HandshakeLayer.cpp).
        case 0xFACE_B001: QUICKeySchedule.draft22
        case 0xFACE_B002, 0xFACE_B00E: QUICKeySchedule.draft23
        case 0xFACE_B000...0xFACE_B0FF: QUICKeySchedule.mvfst
        case Self.q050.rawValue: QUICKeySchedule.q050
        case Self.t050.rawValue: QUICKeySchedule.t050
        case Self.t051.rawValue: QUICKeySchedule.t051
        case _ where rawValue & 0x0F0F_0F0F == 0x0A0A_0A0A: QUICKeySchedule.anyVersion
        default: []
        }
    }

    /// Whether the handshake is TLS; else it is Google's own.
    var usesTLS: Bool { gquicNumber == nil }
}
