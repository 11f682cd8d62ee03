/// What one direction carried, in four byte figures that are never mixed.
public struct TrafficCounts: Hashable, Codable, Sendable {
    /// Number of packets.
    public var packets: Int
    /// Original length of the packets on the link, in bytes: link header, padding and trailers included, snap length ignored.
    public var wireBytes: Int
    /// IPv4 Total Length (RFC 791 § 3.1) or 40 + IPv6 Payload Length (RFC 8200 § 3), in bytes. The score's "data exchanged".
    public var ipBytes: Int
    /// TCP or UDP payload in bytes, as often as it was sent.
    public var payloadBytes: Int
    /// TCP payload counted once per sequence number, plus UDP payload, in bytes. `payloadBytes` minus this was sent again.
    public var uniquePayloadBytes: Int

    /// Counts of one direction; zero unless given.
    @inlinable
    public init(
        packets: Int = 0, wireBytes: Int = 0, ipBytes: Int = 0, payloadBytes: Int = 0, uniquePayloadBytes: Int = 0
    ) {
        self.packets = packets
        self.wireBytes = wireBytes
        self.ipBytes = ipBytes
        self.payloadBytes = payloadBytes
        self.uniquePayloadBytes = uniquePayloadBytes
    }

    /// The counts of nothing.
    public static var zero: TrafficCounts { TrafficCounts() }

    /// Adds figure by figure.
    @inlinable
    public static func += (lhs: inout TrafficCounts, rhs: TrafficCounts) {
        // Lengths are 32 bits a packet: it takes 2^31 packets of the greatest length to overflow 63 bits.
        lhs.packets &+= rhs.packets
        lhs.wireBytes &+= rhs.wireBytes
        lhs.ipBytes &+= rhs.ipBytes
        lhs.payloadBytes &+= rhs.payloadBytes
        lhs.uniquePayloadBytes &+= rhs.uniquePayloadBytes
    }

    /// The sum, figure by figure.
    @inlinable
    public static func + (lhs: TrafficCounts, rhs: TrafficCounts) -> TrafficCounts {
        var sum = lhs
        sum += rhs
        return sum
    }
}

extension TrafficCounts {
    /// The difference, figure by figure.
    public static func - (lhs: TrafficCounts, rhs: TrafficCounts) -> TrafficCounts {
        TrafficCounts(
            packets: lhs.packets &- rhs.packets, wireBytes: lhs.wireBytes &- rhs.wireBytes,
            ipBytes: lhs.ipBytes &- rhs.ipBytes, payloadBytes: lhs.payloadBytes &- rhs.payloadBytes,
            uniquePayloadBytes: lhs.uniquePayloadBytes &- rhs.uniquePayloadBytes)
    }
}

/// Traffic seen from the device: up is what it sent, down what it received.
public struct Traffic: Hashable, Codable, Sendable {
    /// From the device.
    public var up: TrafficCounts
    /// To the device.
    public var down: TrafficCounts

    /// Traffic of two directions; none unless given.
    public init(up: TrafficCounts = .zero, down: TrafficCounts = .zero) {
        self.up = up
        self.down = down
    }

    /// No traffic.
    public static var zero: Traffic { Traffic() }

    /// Both directions together.
    public var both: TrafficCounts { up + down }

    /// Adds direction by direction.
    public static func += (lhs: inout Traffic, rhs: Traffic) {
        lhs.up += rhs.up
        lhs.down += rhs.down
    }

    /// The sum, direction by direction.
    public static func + (lhs: Traffic, rhs: Traffic) -> Traffic {
        Traffic(up: lhs.up + rhs.up, down: lhs.down + rhs.down)
    }

    /// The difference, direction by direction.
    public static func - (lhs: Traffic, rhs: Traffic) -> Traffic {
        Traffic(up: lhs.up - rhs.up, down: lhs.down - rhs.down)
    }
}
