/// Builds capture files byte by byte, in either byte order.
public struct CaptureBuilder {
    /// What was built so far.
    public private(set) var bytes: [UInt8] = []
    private let isBigEndian: Bool

    /// An empty file.
    public init(bigEndian: Bool = false) {
        isBigEndian = bigEndian
    }

    /// Two bytes in the file's order.
    public mutating func append16(_ value: Int) { append(value, 2) }
    /// Four bytes in the file's order.
    public mutating func append32(_ value: Int) { append(value, 4) }
    /// Bytes as they are.
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

    /// A section header block of unknown length (draft-ietf-opsawg-pcapng § 4.1).
    public mutating func section() {
        block(0x0A0D_0D0A) { body in
            body.append32(0x1A2B_3C4D)
            body.append16(1)
            body.append16(0)
            body.append32(-1)
            body.append32(-1)
        }
    }

    /// An interface description block (§ 4.2).
    public mutating func interface(linkType: Int = 1, snapLength: Int = 0, options: [(Int, [UInt8])] = []) {
        block(1) { body in
            body.append16(linkType)
            body.append16(0)
            body.append32(snapLength)
            body.options(options)
        }
    }

    /// Options with their end (§ 3.5); nothing for none.
    public mutating func options(_ options: [(Int, [UInt8])]) {
        guard !options.isEmpty else { return }
        for (code, value) in options {
            append16(code)
            append16(value.count)
            bytes += value + [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
        }
        append32(0)
    }

    /// An enhanced packet block (§ 4.3); `units` since 1970 in the interface's resolution.
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
