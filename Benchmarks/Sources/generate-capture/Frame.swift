/// An Ethernet frame under construction.
struct Frame {
    private(set) var bytes: [UInt8] = []
    private var isIPv6 = false

    /// The four bytes of a flow's client or server.
    static func ipv4(number: Int, isServer: Bool) -> [UInt8] {
        isServer
            ? [198, 18 + UInt8(number % 2), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
            : [10, UInt8(number >> 16 & 0xFF), UInt8(number % 7), UInt8(number % 50)]
    }

    private static func ipv6(number: Int, isServer: Bool) -> [UInt8] {
        [0x20, 0x01, 0x0D, 0xB8, isServer ? 1 : 2, 0, 0, 0, 0, 0, 0, 0] + ipv4(number: number, isServer: isServer)
    }

    /// Begins a frame with its Ethernet and IP headers; lengths are filled in when the payload is known.
    mutating func begin(isIPv6: Bool, number: Int, isUp: Bool) {
        self.isIPv6 = isIPv6
        bytes.removeAll(keepingCapacity: true)
        let (client, server) = ([2, 0, 0, 0, 0, 1] as [UInt8], [2, 0, 0, 0, 0, 2] as [UInt8])
        bytes += isUp ? server + client : client + server
        let source = isIPv6 ? Self.ipv6(number: number, isServer: !isUp) : Self.ipv4(number: number, isServer: !isUp)
        let target = isIPv6 ? Self.ipv6(number: number, isServer: isUp) : Self.ipv4(number: number, isServer: isUp)
        bytes +=
            isIPv6
            ? [0x86, 0xDD, 0x60, 0, 0, 0, 0, 0, 0, 64]
            : [8, 0, 0x45, 0, 0, 0, 0, 0, 0x40, 0, 64, 0, 0, 0]
        bytes += source + target
    }

    /// Ends the frame with a UDP datagram.
    mutating func udp(_ clientPort: UInt16, _ serverPort: UInt16, isUp: Bool, _ payload: [UInt8]) {
        udpHeader(clientPort, serverPort, isUp, length: payload.count)
        bytes += payload
    }

    /// Ends the frame with a UDP datagram of bytes without meaning.
    mutating func udp(_ clientPort: UInt16, _ serverPort: UInt16, isUp: Bool, filler: Int) {
        udpHeader(clientPort, serverPort, isUp, length: filler)
        bytes.append(contentsOf: repeatElement(0x2A, count: filler))
    }

    private mutating func udpHeader(_ clientPort: UInt16, _ serverPort: UInt16, _ isUp: Bool, length: Int) {
        finishIP(protocolNumber: 17, length: 8 + length)
        append(isUp ? clientPort : serverPort)
        append(isUp ? serverPort : clientPort)
        append(UInt16(8 + length))
        append(0 as UInt16)
    }

    /// Ends the frame with a TCP segment.
    mutating func tcp(
        _ clientPort: UInt16, _ serverPort: UInt16, isUp: Bool, _ sequence: UInt32, _ acknowledged: UInt32,
        flags: UInt8,
        _ payload: [UInt8]
    ) {
        tcpHeader(clientPort, serverPort, isUp, sequence, acknowledged, flags, length: payload.count)
        bytes += payload
    }

    /// Ends the frame with a TCP segment of bytes without meaning: application data.
    mutating func tcp(
        _ clientPort: UInt16, _ serverPort: UInt16, isUp: Bool, _ sequence: UInt32, _ acknowledged: UInt32,
        flags: UInt8,
        length: Int
    ) {
        tcpHeader(clientPort, serverPort, isUp, sequence, acknowledged, flags, length: length)
        bytes.append(contentsOf: repeatElement(0x17, count: length))
    }

    private mutating func tcpHeader(
        _ clientPort: UInt16, _ serverPort: UInt16, _ isUp: Bool, _ sequence: UInt32, _ acknowledged: UInt32,
        _ flags: UInt8, length: Int
    ) {
        finishIP(protocolNumber: 6, length: 20 + length)
        append(isUp ? clientPort : serverPort)
        append(isUp ? serverPort : clientPort)
        append(sequence)
        append(flags & 0x10 == 0 ? 0 : acknowledged)
        bytes += [0x50, flags, 0xFF, 0xFF, 0, 0, 0, 0]
    }

    private mutating func finishIP(protocolNumber: UInt8, length: Int) {
        let value = isIPv6 ? length : 20 + length
        let place = isIPv6 ? 18 : 16
        (bytes[place], bytes[place + 1]) = (UInt8(value >> 8), UInt8(value & 0xFF))
        bytes[isIPv6 ? 20 : 23] = protocolNumber
    }

    private mutating func append(_ value: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
