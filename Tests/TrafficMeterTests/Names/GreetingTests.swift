import TestSupport
import Testing

@testable import TrafficMeter

/// What a client says first, drawn by hand after the RFCs.
@Suite struct GreetingTests {
    private static func read(_ bytes: [UInt8]) -> (verdict: StreamVerdict, greeting: Greeting) {
        var greeting = Greeting()
        let verdict = greeting.read(bytes.rawSpan)
        return (verdict, greeting)
    }

    @Test("a request names its host, and is not kept by recordings")
    func request() {
        let (verdict, greeting) = Self.read(
            Array("GET /a?b HTTP/1.1\r\nCookie: c\r\nHost: API.Example:8080\r\n\r\n".utf8))
        #expect((verdict, greeting.name.text, greeting.way) == (.complete, "api.example", .http))
        #expect(!greeting.isTLS)
    }

    @Test("a tunnel bears its target's name, unless what comes through it names another host")
    func tunnel() {
        let head = Array("CONNECT target.example:443 HTTP/1.1\r\nHost: target.example:443\r\n\r\n".utf8)
        let waiting = Self.read(head)
        #expect((waiting.verdict, waiting.greeting.tunnelName.text) == (.incomplete, "target.example"))
        let plain = Self.read(head + Array("SSH-2.0-x\r\n".utf8))
        #expect(
            (plain.verdict, plain.greeting.name.text, plain.greeting.way) == (.complete, "target.example", .tunnel))
    }

    @Test("a SOCKS request bears its target's name (RFC 1928 § 4)")
    func socks() {
        let name = Array("target.example".utf8)
        let bytes: [UInt8] =
            [5, 1, 0, 5, 1, 0, 3, UInt8(name.count)] + name + [0x01, 0xBB] + Array("SSH-2.0-x\r\n".utf8)
        let (verdict, greeting) = Self.read(bytes)
        #expect((verdict, greeting.name.text, greeting.way) == (.complete, "target.example", .tunnel))
    }

    @Test(
        "what is no greeting is told at once",
        arguments: ["SSH-2.0-OpenSSH\r\n", "220 mail\r\n", "\u{0}\u{1}\u{2}\u{3}\u{4}"])
    func other(_ text: String) {
        #expect(Self.read(Array(text.utf8)).verdict == .other)
    }

    @Test("of nothing yet it isn't known that it is TLS, so that a recording keeps none of it")
    func nothing() {
        var greeting = Self.read(Array("CONNECT target.example:443 HTTP/1.1\r\n\r\n".utf8)).greeting
        #expect(greeting.read([UInt8]().rawSpan) == .incomplete)
        #expect(!greeting.isTLS && !greeting.isTunnel)
    }
}
