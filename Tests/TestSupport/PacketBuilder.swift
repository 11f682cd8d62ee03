/// Builds packets byte by byte, as the RFCs draw them. Checksums are left 0: nothing here looks at them.
public enum PacketBuilder {
    /// Two bytes in network order.
    public static func uint16(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }

    /// Four bytes in network order.
    public static func uint32(_ value: Int) -> [UInt8] { uint16(value >> 16) + uint16(value) }

    /// A text as dotted IPv4 or as eight hexadecimal groups.
    public static func address(_ text: String) -> [UInt8] {
        text.contains(":")
            ? text.split(separator: ":").flatMap { uint16(Int($0, radix: 16) ?? 0) }
            : text.split(separator: ".").map { UInt8($0) ?? 0 }
    }

    /// An Ethernet II frame (IEEE 802.3 § 3).
    public static func ethernet(
        type: Int, source: [UInt8] = [2, 0, 0, 0, 0, 1], destination: [UInt8] = [2, 0, 0, 0, 0, 2], _ payload: [UInt8]
    ) -> [UInt8] {
        destination + source + uint16(type) + payload
    }

    /// An IPv4 packet without options (RFC 791 § 3.1); the total length may be made to lie.
    public static func ipv4(
        from source: String, to destination: String, protocol number: Int, id: Int = 0, fragment: Int = 0,
        totalLength: Int? = nil, _ payload: [UInt8]
    ) -> [UInt8] {
        [0x45, 0] + uint16(totalLength ?? 20 + payload.count) + uint16(id) + uint16(fragment) + [
            64, UInt8(number), 0, 0,
        ]
            + address(source) + address(destination) + payload
    }

    /// An IPv6 packet (RFC 8200 § 3); the payload length may be made to lie.
    public static func ipv6(
        from source: String, to destination: String, next: Int, payloadLength: Int? = nil, _ payload: [UInt8]
    ) -> [UInt8] {
        [0x60, 0, 0, 0] + uint16(payloadLength ?? payload.count) + [UInt8(next), 64] + address(source)
            + address(destination) + payload
    }

    /// A UDP datagram (RFC 768); the length may be made to lie.
    public static func udp(from source: Int, to destination: Int, length: Int? = nil, _ payload: [UInt8]) -> [UInt8] {
        uint16(source) + uint16(destination) + uint16(length ?? 8 + payload.count) + [0, 0] + payload
    }

    /// A TCP segment without options (RFC 9293 § 3.1).
    public static func tcp(
        from source: Int, to destination: Int, sequence: Int = 1, flags: Int = 0x10, _ payload: [UInt8] = []
    ) -> [UInt8] {
        uint16(source) + uint16(destination) + uint32(sequence) + uint32(0) + [0x50, UInt8(flags)] + uint16(65_535)
            + [0, 0, 0, 0] + payload
    }
}
