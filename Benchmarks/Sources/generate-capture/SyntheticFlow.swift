/// One flow of a generated capture, packet by packet.
///
/// A TCP flow opens, sends a ClientHello with its server's name, and is then answered by full segments, each one
/// acknowledged. A datagram flow is questions and answers of DNS, or
/// payload.
struct SyntheticFlow {
    private let number: Int
    private let isIPv6: Bool
    private let isDatagram: Bool
    private let clientPort: UInt16
    private var clientSequence: UInt32
    private var serverSequence: UInt32
    private var turn = 0

    init(number: Int, shape: Shape, dice: inout Dice) {
        self.number = number
        isIPv6 = number % 4 == 3
        isDatagram = dice.below(100) < shape.datagramShare
        clientPort = UInt16(32_768 + dice.below(28_000))
        clientSequence = UInt32(truncatingIfNeeded: dice.next())
        serverSequence = UInt32(truncatingIfNeeded: dice.next())
    }

    private var host: String { "app\(number % 5000).example.fr" }

    /// Writes the flow's next packet.
    mutating func emit(into frame: inout Frame, _ shape: Shape, _ dice: inout Dice) {
        defer { turn += 1 }
        if isDatagram { emitDatagram(&frame, shape) } else { emitSegment(&frame, shape, &dice) }
    }

    private mutating func emitDatagram(_ frame: inout Frame, _ shape: Shape) {
        let isNaming = number % 5 == 0
        let isUp = isNaming ? turn % 2 == 0 : turn % 8 == 0
        frame.begin(isIPv6: isIPv6, number: number, isUp: isUp)
        if isNaming {
            let message = isUp ? Messages.question(host) : Messages.answer(host, number)
            frame.udp(clientPort, 53, isUp: isUp, message)
        } else {
            frame.udp(clientPort, 443, isUp: isUp, filler: isUp ? 40 : min(shape.segment, 1200))
        }
    }

    private mutating func emitSegment(_ frame: inout Frame, _ shape: Shape, _ dice: inout Dice) {
        let hello = turn == 3 ? Messages.clientHello(host) : []
        let isUp = turn == 0 || turn == 2 || turn == 3 || (turn > 4 && turn % 2 == 1)
        frame.begin(isIPv6: isIPv6, number: number, isUp: isUp)
        switch turn {
        case 0:
            frame.tcp(clientPort, 443, isUp: true, clientSequence, serverSequence, flags: 0x02, length: 0)
            clientSequence &+= 1
        case 1:
            frame.tcp(clientPort, 443, isUp: false, serverSequence, clientSequence, flags: 0x12, length: 0)
            serverSequence &+= 1
        case 3:
            frame.tcp(clientPort, 443, isUp: true, clientSequence, serverSequence, flags: 0x18, hello)
            clientSequence &+= UInt32(hello.count)
        case _ where isUp:
            frame.tcp(clientPort, 443, isUp: true, clientSequence, serverSequence, flags: 0x10, length: 0)
        default:
            if turn > 5, dice.below(1000) < shape.resentShare { serverSequence &-= UInt32(shape.segment) }
            frame.tcp(
                clientPort, 443, isUp: false, serverSequence, clientSequence, flags: 0x10, length: shape.segment)
            serverSequence &+= UInt32(shape.segment)
        }
    }
}
