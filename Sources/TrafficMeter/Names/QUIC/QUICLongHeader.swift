/// The header of a packet before the connection's own keys are there (RFC 9000 § 17.2).
///
/// ```
///  0 form (1), fixed (1), type (2), …   1..4 version   5 length of destination ID   6.. destination ID
///  length of source ID, source ID       Initial: token <v>, length <v>   0-RTT, Handshake: length <v>
/// ```
struct QUICLongHeader: Sendable {
    /// What a packet is for.
    enum Kind: Sendable {
        case initial, zeroRTT, handshake, retry, negotiation, unknown
    }

    let version: QUICVersion
    let kind: Kind
    /// Where it is meant to go.
    let destination: QUICConnectionID
    /// Where it says that it comes from.
    let source: QUICConnectionID
    /// Where in the datagram the packet begins.
    let start: Int
    /// Where the source ID ends.
    private let idsEnd: Int

    /// The header at a position of a datagram; `nil` for a short one, for one that breaks off, and for IDs beyond 20 bytes.
    init?(_ datagram: RawSpan, at start: Int = 0) {
        guard start + 7 <= datagram.byteCount, datagram.byte(at: start) & 0x80 != 0 else { return nil }
        version = QUICVersion(rawValue: datagram.uint32(at: start + 1))
        var cursor = ByteCursor(datagram, start + 5..<datagram.byteCount)
        if version.layout == .googleLong {
            // Two lengths in a byte, less 3 unless 0 (draft-ietf-quic-transport-11 § 4.1).
            guard let lengths = cursor.integer(1),
                let to = cursor.take(Self.length(lengths >> 4)), let from = cursor.take(Self.length(lengths & 15)),
                let destination = QUICConnectionID(datagram, to), let source = QUICConnectionID(datagram, from)
            else { return nil }
            (self.destination, self.source) = (destination, source)
        } else {
            guard let to = cursor.vector(1), let from = cursor.vector(1),
                let destination = QUICConnectionID(datagram, to), let source = QUICConnectionID(datagram, from)
            else { return nil }
            (self.destination, self.source) = (destination, source)
        }
        kind = Self.kind(datagram.byte(at: start), version)
        self.start = start
        idsEnd = cursor.position
    }

    private static func length(_ nibble: Int) -> Int { nibble == 0 ? 0 : nibble + 3 }

    /// The kind that the first byte says.
    static func kind(_ firstByte: UInt8, _ version: QUICVersion) -> Kind {
        guard version != .negotiation else { return .negotiation }
        var type = firstByte >> 4 & 3
        switch version.layout {
        case .unknown, .googlePublic: return .unknown
        // Up to Q045: 0x7F Initial, counting down (draft-ietf-quic-transport-11 § 4.1).
        case .googleLong where version.gquicNumber != 46: return firstByte & 0x7F == 0x7F ? .initial : .unknown
        case .ietf, .googleIETF, .googleLong: break
        }
        // Version 2 has the types of version 1, each by 1 higher (RFC 9369 § 3.2).
        if version == .v2 || version == .v2Draft { type = (type &- 1) & 3 }
        return [.initial, .zeroRTT, .handshake, .retry][Int(type)]
    }

    /// Where the packet number is and where the packet ends, for kinds that have both (RFC 9000 § 17.2.2 to § 17.2.4).
    ///
    /// - Returns: `nil` for other kinds, and where the packet breaks off.
    func protected(in datagram: RawSpan) -> (number: Int, end: Int)? {
        guard version.layout == .ietf || version.layout == .googleIETF else { return nil }
        var cursor = ByteCursor(datagram, idsEnd..<datagram.byteCount)
        switch kind {
        case .initial:
            guard let token = cursor.variableInteger(), cursor.skip(token) else { return nil }
        case .zeroRTT, .handshake: break
        case .retry, .negotiation, .unknown: return nil
        }
        guard let length = cursor.variableInteger(), let range = cursor.take(length) else { return nil }
        return (range.lowerBound, range.upperBound)
    }

    /// What follows the header of a packet in clear: number, hash, frames.
    var clearStart: Int { idsEnd }
}
