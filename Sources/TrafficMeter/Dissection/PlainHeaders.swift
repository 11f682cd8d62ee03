/// The headers that nearly all packets have, read the short way: Ethernet, IP without options and fragments, a TCP segment that
/// opens and ends nothing, or a UDP datagram that is neither a tunnel's nor a name server's.
///
/// It is no second dissector: what isn't exactly so, or could mean more than bytes to be counted, is left to `Dissector`, whose answer
/// for a plain packet is the same (tests compare the two on every capture there is).
struct PlainHeaders {
    private static let ethernetLength = 14

    let key: FlowKey
    let isFromLower: Bool
    let isTCP: Bool
    let ipBytes: Int
    let payloadBytes: Int
    let hasStoredPayload: Bool
    let sequence: UInt32
    let acknowledgement: UInt32

    /// - Returns: `nil` for a packet that isn't plain.
    @inline(__always)
    init?(_ bytes: RawSpan, originalLength: Int) {
        // 14 bytes of Ethernet, 20 of IPv4, 8 of UDP.
        guard bytes.byteCount >= 42 else { return nil }
        let word = bytes.uint64(at: 6)
        // PCAPdroid's trailer stands behind a header of zeros.
        guard word >> 16 != 0 else { return nil }
        let start = bytes.uint64(at: Self.ethernetLength)
        let source: IPAddress
        let destination: IPAddress
        let number: UInt64
        let transport: Int
        switch UInt16(truncatingIfNeeded: word) {
        case 0x0800:
            // Version 4, a header of 20 bytes; a whole packet, with a length.
            guard start >> 56 == 0x45, start & 0x3FFF == 0 else { return nil }
            let middle = bytes.uint64(at: 22)
            source = IPAddress(ipv4: UInt32(truncatingIfNeeded: middle))
            destination = IPAddress(ipv4: bytes.uint32(at: 30))
            number = middle >> 48 & 0xFF
            ipBytes = Int(start >> 32 & 0xFFFF)
            transport = 34
        case 0x86DD:
            guard start >> 60 == 6, bytes.byteCount >= 62 else { return nil }
            source = IPAddress(high: bytes.uint64(at: 22), low: bytes.uint64(at: 30))
            destination = IPAddress(high: bytes.uint64(at: 38), low: bytes.uint64(at: 46))
            number = start >> 8 & 0xFF
            let length = Int(start >> 16 & 0xFFFF)
            ipBytes = length == 0 ? 0 : 40 + length
            transport = 54
        default: return nil
        }
        let ports = bytes.uint32(at: transport)
        let (sourcePort, destinationPort) = (UInt16(truncatingIfNeeded: ports >> 16), UInt16(truncatingIfNeeded: ports))
        // What is left of the IP packet behind its header, in the frame.
        let room = min(ipBytes, originalLength &- Self.ethernetLength) &- (transport &- Self.ethernetLength)
        let header: Int
        if number == 6 {
            guard bytes.byteCount >= transport &+ 20 else { return nil }
            let field = bytes.uint16(at: transport &+ 12)
            header = Int(field >> 12) &* 4
            // An acknowledgement, and nothing of SYN, FIN and RST.
            guard field & 0x17 == 0x10, header >= 20, room >= header else { return nil }
            isTCP = true
            sequence = bytes.uint32(at: transport &+ 4)
            acknowledgement = bytes.uint32(at: transport &+ 8)
            payloadBytes = room &- header
        } else {
            let length = Int(bytes.uint16(at: transport &+ 4))
            guard number == 17, length >= 8, length <= room, sourcePort != 53, destinationPort != 53,
                !HeaderWalk.isTunnel(sourcePort), !HeaderWalk.isTunnel(destinationPort)
            else { return nil }
            header = 8
            isTCP = false
            (sequence, acknowledgement) = (0, 0)
            payloadBytes = length &- 8
        }
        hasStoredPayload = payloadBytes > 0 && bytes.byteCount > transport &+ header
        (key, isFromLower) = FlowKey.of(
            isTCP ? .tcp : .udp, 0, from: Endpoint(address: source, port: sourcePort),
            to: Endpoint(address: destination, port: destinationPort))
    }
}
