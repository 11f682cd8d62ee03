@testable import TrafficMeter

// A span can't be an operand of #expect: the same by arrays.

extension QUICReader {
    static func isInitial(_ datagram: [UInt8]) -> Bool { isInitial(datagram.rawSpan) }
}

extension QUICLongHeader {
    init?(_ datagram: [UInt8], at start: Int = 0) {
        self.init(datagram.rawSpan, at: start)
    }

    func protected(in datagram: [UInt8]) -> (number: Int, end: Int)? { protected(in: datagram.rawSpan) }
}

extension QUICConnectionID {
    init?(_ bytes: [UInt8], _ range: Range<Int>) {
        self.init(bytes.rawSpan, range)
    }

    init?(shortHeader datagram: [UInt8], length: Int) {
        self.init(shortHeader: datagram.rawSpan, length: length)
    }
}
