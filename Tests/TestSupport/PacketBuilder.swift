/// Builds packets byte by byte, as the RFCs draw them. Checksums are left 0: nothing here looks at them.
public enum PacketBuilder {
    public static func uint16(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }

    public static func uint32(_ value: Int) -> [UInt8] { uint16(value >> 16) + uint16(value) }

    /// A text as dotted IPv4 or as eight hexadecimal groups.
    public static func address(_ text: String) -> [UInt8] {
        text.contains(":")
            ? text.split(separator: ":").flatMap { uint16(Int($0, radix: 16) ?? 0) }
            : text.split(separator: ".").map { UInt8($0) ?? 0 }
    }

    public static func ethernet(
        type: Int, source: [UInt8] = [2, 0, 0, 0, 0, 1], destination: [UInt8] = [2, 0, 0, 0, 0, 2], _ payload: [UInt8]
    ) -> [UInt8] {
        destination + source + uint16(type) + payload
    }

    public static func ipv4(
        from source: String, to destination: String, protocol number: Int, id: Int = 0, fragment: Int = 0,
        totalLength: Int? = nil, _ payload: [UInt8]
    ) -> [UInt8] {
        [0x45, 0] + uint16(totalLength ?? 20 + payload.count) + uint16(id) + uint16(fragment) + [
            64, UInt8(number), 0, 0,
        ]
            + address(source) + address(destination) + payload
    }

    public static func ipv6(
        from source: String, to destination: String, next: Int, payloadLength: Int? = nil, _ payload: [UInt8]
    ) -> [UInt8] {
        [0x60, 0, 0, 0] + uint16(payloadLength ?? payload.count) + [UInt8(next), 64] + address(source)
            + address(destination) + payload
    }

    public static func udp(from source: Int, to destination: Int, length: Int? = nil, _ payload: [UInt8]) -> [UInt8] {
        uint16(source) + uint16(destination) + uint16(length ?? 8 + payload.count) + [0, 0] + payload
    }

    public static func tcp(
        from source: Int, to destination: Int, sequence: Int = 1, flags: Int = 0x10, _ payload: [UInt8] = []
    ) -> [UInt8] {
        uint16(source) + uint16(destination) + uint32(sequence) + uint32(0) + [0x50, UInt8(flags)] + uint16(65_535)
            + [0, 0, 0, 0] + payload
    }
}

/// Builds capture files byte by byte, in either byte order.
public struct CaptureBuilder {
    public private(set) var bytes: [UInt8] = []
    private let isBigEndian: Bool

    public init(bigEndian: Bool = false) {
        isBigEndian = bigEndian
    }

    public mutating func append16(_ value: Int) { append(value, 2) }
    public mutating func append32(_ value: Int) { append(value, 4) }
    public mutating func append(_ raw: [UInt8]) { bytes += raw }

    private mutating func append(_ value: Int, _ count: Int) {
        let shifts = (0..<count).map { 8 * $0 }
        bytes += (isBigEndian ? shifts.reversed() : shifts).map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// draft-ietf-opsawg-pcap § 4.
    public mutating func pcapHeader(
        magic: Int = 0xA1B2_C3D4, version: (Int, Int) = (2, 4), snapLength: Int = 65_535, linkType: Int = 1
    ) {
        append32(magic)
        append16(version.0)
        append16(version.1)
        append32(0)
        append32(0)
        append32(snapLength)
        append32(linkType)
    }

    /// draft-ietf-opsawg-pcap § 5.
    public mutating func pcapRecord(seconds: Int, fraction: Int, original: Int? = nil, _ packet: [UInt8]) {
        append32(seconds)
        append32(fraction)
        append32(packet.count)
        append32(original ?? packet.count)
        bytes += packet
    }

    /// draft-ietf-opsawg-pcapng § 3.1; the two lengths differ if told so.
    public mutating func block(_ type: Int, trailer: Int? = nil, _ fill: (inout CaptureBuilder) -> Void) {
        var body = CaptureBuilder(bigEndian: isBigEndian)
        fill(&body)
        while body.bytes.count % 4 != 0 { body.bytes.append(0) }
        append32(type)
        append32(body.bytes.count + 12)
        bytes += body.bytes
        append32(trailer ?? body.bytes.count + 12)
    }

    public mutating func section() {
        block(0x0A0D_0D0A) { body in
            body.append32(0x1A2B_3C4D)
            body.append16(1)
            body.append16(0)
            body.append32(-1)
            body.append32(-1)
        }
    }

    public mutating func interface(linkType: Int = 1, snapLength: Int = 0, options: [(Int, [UInt8])] = []) {
        block(1) { body in
            body.append16(linkType)
            body.append16(0)
            body.append32(snapLength)
            body.options(options)
        }
    }

    public mutating func options(_ options: [(Int, [UInt8])]) {
        guard !options.isEmpty else { return }
        for (code, value) in options {
            append16(code)
            append16(value.count)
            bytes += value + [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
        }
        append32(0)
    }

    public mutating func enhancedPacket(
        interface: Int = 0, units: Int, original: Int? = nil, options: [(Int, [UInt8])] = [], _ packet: [UInt8]
    ) {
        block(6) { body in
            body.append32(interface)
            body.append32(units >> 32)
            body.append32(units)
            body.append32(packet.count)
            body.append32(original ?? packet.count)
            body.append(packet + [UInt8](repeating: 0, count: (4 - packet.count % 4) % 4))
            body.options(options)
        }
    }
}
