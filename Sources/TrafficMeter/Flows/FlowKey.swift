/// What tells flows apart: protocol and both ends, in 40 bytes. The same for both directions: the ends stand in a fixed order.
struct FlowKey: Hashable, Sendable {
    private let lowerHigh: UInt64
    private let lowerLow: UInt64
    private let upperHigh: UInt64
    private let upperLow: UInt64
    /// Ports of the lower and the upper end in the upper half; then kind, protocol number, and which of the ends are IPv6.
    private let word: UInt64

    /// A key, and whether the sender is its lower end.
    @inline(__always)
    static func of(
        _ kind: PacketRecord.Kind, _ protocolNumber: UInt8, from source: Endpoint, to destination: Endpoint
    ) -> (key: FlowKey, isFromLower: Bool) {
        let isFromLower = isOrdered(source, destination)
        return isFromLower
            ? (FlowKey(kind, protocolNumber, source, destination), true)
            : (FlowKey(kind, protocolNumber, destination, source), false)
    }

    @inline(__always)
    private static func isOrdered(_ one: Endpoint, _ other: Endpoint) -> Bool {
        if one.address.low != other.address.low { return one.address.low < other.address.low }
        if one.port != other.port { return one.port < other.port }
        if one.address.high != other.address.high { return one.address.high < other.address.high }
        return !one.address.isIPv6 || other.address.isIPv6
    }

    @inline(__always)
    private init(_ kind: PacketRecord.Kind, _ protocolNumber: UInt8, _ lower: Endpoint, _ upper: Endpoint) {
        (lowerHigh, lowerLow) = (lower.address.high, lower.address.low)
        (upperHigh, upperLow) = (upper.address.high, upper.address.low)
        let ports = UInt64(lower.port) << 48 | UInt64(upper.port) << 32
        let families: UInt64 = (lower.address.isIPv6 ? 1 : 0) | (upper.address.isIPv6 ? 2 : 0)
        word = ports | UInt64(kind.rawValue) << 16 | UInt64(protocolNumber) << 8 | families
    }

    var kind: PacketRecord.Kind { PacketRecord.Kind(rawValue: UInt8(truncatingIfNeeded: word >> 16)) ?? .nonIP }
    /// The IP protocol number of other IP, the raw value of a `NonIPKind`; 0 for TCP and UDP, which their kind tells.
    var protocolNumber: UInt8 { UInt8(truncatingIfNeeded: word >> 8) }
    var lower: Endpoint { Self.end(lowerHigh, lowerLow, word >> 48, isIPv6: word & 1 != 0) }
    var upper: Endpoint { Self.end(upperHigh, upperLow, word >> 32, isIPv6: word & 2 != 0) }

    private static func end(_ high: UInt64, _ low: UInt64, _ port: UInt64, isIPv6: Bool) -> Endpoint {
        Endpoint(
            address: isIPv6 ? IPAddress(high: high, low: low) : IPAddress(ipv4: UInt32(truncatingIfNeeded: low)),
            port: UInt16(truncatingIfNeeded: port))
    }

    /// Whether the two keys are equal.
    @inline(__always)
    static func == (lhs: FlowKey, rhs: FlowKey) -> Bool {
        // Without branches: they are equal nearly always when this is asked.
        (lhs.lowerLow ^ rhs.lowerLow) | (lhs.upperLow ^ rhs.upperLow) | (lhs.word ^ rhs.word)
            | (lhs.lowerHigh ^ rhs.lowerHigh) | (lhs.upperHigh ^ rhs.upperHigh) == 0
    }

    @inline(__always)
    func hash(_ hash: KeyedHash) -> UInt64 {
        hash.fold(hash.fold(lowerLow, upperLow) ^ lowerHigh, word ^ upperHigh)
    }
}

extension PacketRecord {
    /// The key of the packet's flow, and whether its sender is the lower end.
    @inline(__always)
    var flowKey: (key: FlowKey, isFromLower: Bool) {
        kind.isConnection
            // A fragment's own protocol number is that of its first header.
            ? FlowKey.of(
                kind, 0, from: Endpoint(address: source, port: sourcePort),
                to: Endpoint(address: destination, port: destinationPort))
            : otherKey
    }

    private var otherKey: (key: FlowKey, isFromLower: Bool) {
        kind == .otherIP
            ? FlowKey.of(
                kind, protocolNumber, from: Endpoint(address: source, port: 0),
                to: Endpoint(address: destination, port: 0))
            : FlowKey.of(
                kind, protocolNumber, from: Endpoint(address: IPAddress(high: 0, low: linkSource), port: 0),
                to: Endpoint(address: IPAddress(ipv4: 0), port: 0))
    }
}
