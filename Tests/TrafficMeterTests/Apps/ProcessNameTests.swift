import TestSupport
import Testing

@testable import TrafficMeter

/// Names in headers built by hand.
@Suite struct ProcessNameTests {
    private static func name(_ packet: [UInt8]) -> String? { ProcessName(pktap: packet.rawSpan)?.text }

    @Test("the process that a packet was sent for goes before the one that sent it")
    func effective() {
        let helper = (number: 77, name: "nsurlsessiond")
        #expect(Self.name(PktapBuilder.packet(process: helper)) == "nsurlsessiond")
        #expect(Self.name(PktapBuilder.packet(process: helper, effective: (310, "Sante"))) == "Sante")
        #expect(Self.name(PktapBuilder.packet(process: helper, effective: (-1, "Sante"))) == "nsurlsessiond")
        #expect(Self.name(PktapBuilder.packet(process: helper, effective: (310, ""))) == "nsurlsessiond")
        #expect(Self.name(PktapBuilder.packet(process: (-1, "nsurlsessiond"))) == nil)
        #expect(Self.name(PktapBuilder.packet(process: (77, ""))) == nil)
    }

    @Test("a name has up to 20 bytes, and ends at the first zero")
    func lengths() {
        for count in 1...20 {
            let text = String("abcdefghijklmnopqrst".prefix(count))
            #expect(Self.name(PktapBuilder.packet(process: (1, text))) == text)
        }
        #expect(Self.name(PktapBuilder.packet(process: (1, "ab\0cd"))) == "ab")
    }

    @Test("a header that is shorter than it says, or says that it is shorter, has only the fields that are whole")
    func cut() {
        let packet = PktapBuilder.packet(process: (77, "helper"), effective: (310, "Sante"))
        for count in 0...packet.count {
            let found = Self.name(Array(packet.prefix(count)))
            #expect(found == (count >= 108 ? "Sante" : count >= 76 ? "helper" : nil), "\(count) bytes stored")
        }
        for length in [0, 51, 75, 76, 107, 108, 1 << 31] {
            let short = PktapBuilder.packet(process: (77, "helper"), effective: (310, "Sante"), length: length)
            #expect(Self.name(short) == (length >= 108 ? "Sante" : length >= 76 ? "helper" : nil), "length \(length)")
        }
    }
}
