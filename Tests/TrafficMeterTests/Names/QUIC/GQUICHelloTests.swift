import Testing

@testable import TrafficMeter

@Suite struct GQUICHelloTests {
    private func read(_ message: [UInt8]) -> (TLSClientHello, String) {
        var hello = ClientHello()
        let verdict = GQUICHello.read(message.rawSpan, into: &hello)
        return (verdict, hello.serverName.text)
    }

    @Test("a message cut at any byte is incomplete; whole, it has its name")
    func cut() {
        let message = GQUICPacketTests.message("WWW.Sante.example")
        for length in 0..<message.count {
            #expect(read(Array(message.prefix(length))) == (.incomplete, ""), "cut at \(length)")
        }
        #expect(read(message) == (.complete, "www.sante.example"))
        #expect(read(message + [1, 2, 3]) == (.complete, "www.sante.example"))
    }

    @Test("messages that say what can't be are none")
    func refused() {
        #expect(read(Array("SHLO".utf8)).0 == .other)
        #expect(read(Array("CHLO".utf8) + [129, 0, 0, 0]).0 == .other)
        // An end before the one before it, and a value beyond what is waited for.
        let head = Array("CHLO".utf8) + [2, 0, 0, 0] + Array("PAD\0".utf8) + [5, 0, 0, 0] + Array("SNI\0".utf8)
        #expect(read(head + [4, 0, 0, 0]).0 == .other)
        #expect(read(head + [0, 0, 1, 0]).0 == .other)
        #expect(read(head + [5, 0, 0, 0, 1, 1, 1, 1, 1]) == (.complete, ""))
    }
}
