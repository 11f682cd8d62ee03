import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct ClientHelloTests {
    private func read(_ message: [UInt8]) -> ClientHello {
        var hello = ClientHello()
        #expect(TLSClientHello.read(handshake: message.rawSpan, into: &hello) == .complete)
        return hello
    }

    @Test("protocols are listed in their order, with what can't be printed escaped")
    func protocols() {
        let offered = ["h2", "http/1.1", "H3"].map { Array($0.utf8) } + [[0x0A, 0xFA]]
        let hello = read(HelloBuilder.hello(serverName: "sante.example", protocols: offered))
        #expect(hello.protocols == ["h2", "http/1.1", "H3", "\\010\\250"])
        #expect(hello.serverName.text == "sante.example")
        #expect(!hello.hasECH)
        #expect(!hello.hasESNI)
    }

    @Test("no more protocols are kept than the limit")
    func manyProtocols() {
        let offered = (0..<200).map { Array("p\($0)".utf8) }
        let hello = read(HelloBuilder.hello(serverName: nil, protocols: offered))
        #expect(hello.protocols == (0..<ClientHello.mostProtocols).map { "p\($0)" })
    }

    @Test("encrypted names are told by their extensions", arguments: [(65_037, true, false), (65_486, false, true)])
    func encrypted(_ type: Int, _ hasECH: Bool, _ hasESNI: Bool) {
        let hello = read(HelloBuilder.hello(serverName: "public.example", more: [(type, [0, 0, 1])]))
        #expect(hello.hasECH == hasECH)
        #expect(hello.hasESNI == hasESNI)
        #expect(hello.serverName.text == "public.example")
    }

    @Test("reading again leaves nothing of the hello before")
    func again() {
        var hello = ClientHello()
        let first = HelloBuilder.hello(
            serverName: "one.example", protocols: [[0x61]], more: [(65_037, []), (65_486, [])])
        _ = TLSClientHello.read(handshake: first.rawSpan, into: &hello)
        #expect(hello.hasECH)
        _ = TLSClientHello.read(handshake: HelloBuilder.hello(serverName: nil).rawSpan, into: &hello)
        #expect(hello == ClientHello())
    }

    @Test("a body that breaks off says what it says up to there")
    func cut() {
        let whole = HelloBuilder.hello(serverName: "sante.example", protocols: [Array("h2".utf8)])
        var hello = ClientHello()
        for length in 0...whole.count - 4 {
            hello.read(body: whole.rawSpan, 4..<4 + length)
            #expect(hello.serverName.isEmpty || hello.serverName.text == "sante.example")
        }
        #expect(hello.protocols == ["h2"])
    }
}
