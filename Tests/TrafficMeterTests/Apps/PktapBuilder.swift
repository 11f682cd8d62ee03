import TestSupport

/// Packets as macOS stores them (tcpdump.org/linktypes/LINKTYPE_PKTAP.html; apple-oss-distributions/xnu, bsd/net/pktap.h).
enum PktapBuilder {
    static let linkType = 258

    /// A packet behind a header of 156 bytes, which may lie about its length: sent by a process, for another one; -1 for nobody.
    static func packet(
        process: (number: Int, name: String), effective: (number: Int, name: String) = (-1, ""), length: Int = 156,
        _ payload: [UInt8] = ip
    ) -> [UInt8] {
        var header = CaptureBuilder()
        header.append32(length)
        header.append32(1)  // a packet follows
        header.append32(12)  // DLT_RAW
        header.append(name("en0", 24))
        header.append32(0)
        header.append32(2)  // AF_INET
        header.append32(0)
        header.append32(0)
        header.append32(process.number)
        header.append(name(process.name, 20))
        header.append32(0)
        header.append16(0)
        header.append16(0)
        header.append32(effective.number)
        header.append(name(effective.name, 20))
        return header.bytes + [UInt8](repeating: 0, count: 156 - header.bytes.count) + payload
    }

    /// A text of a fixed length, zeros behind it.
    private static func name(_ text: String, _ count: Int) -> [UInt8] {
        Array((Array(text.utf8) + [UInt8](repeating: 0, count: count)).prefix(count))
    }

    /// A datagram of `192.0.2.1`.
    static let ip = PacketBuilder.ipv4(
        from: "192.0.2.1", to: "198.51.100.7", protocol: 17, PacketBuilder.udp(from: 1000, to: 2000, [1, 2, 3]))
}
