import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct HTTPResponseTests {
    private static func read(_ bytes: some Sequence<UInt8>) -> (StreamVerdict, HTTPResponse) {
        var response = HTTPResponse()
        let verdict = response.read(Array(bytes).rawSpan)
        return (verdict, response)
    }

    @Test(
        "a head tells its status, and where the tunnel begins",
        arguments: [
            ("HTTP/1.1 200 Connection established\r\n\r\n", 200, true), ("HTTP/1.0 200\r\n\r\n", 200, true),
            ("HTTP/1.1 204 \nVia: proxy\n\n", 204, true),
            ("HTTP/1.1 407 Proxy Authentication Required\r\nA: b\r\n\r\n", 407, false),
        ])
    func heads(_ head: String, _ status: Int, _ isSuccess: Bool) {
        let (verdict, response) = Self.read((head + "\u{16}\u{3}").utf8)
        #expect(verdict == .complete)
        #expect(response.status == status)
        #expect(response.isSuccess == isSuccess)
        #expect(response.length == head.utf8.count)
        for length in 0..<head.utf8.count { #expect(Self.read(head.utf8.prefix(length)).0 == .incomplete) }
    }

    @Test(
        "what is no response is told apart",
        arguments: [
            "GET / HTTP/1.1\r\n", "HTTP/2 200\r\n", "HTTP/1.1 20\r\n", "HTTP/1.1 2000 \r\n", "HTTP/1.1 099 \r\n",
            "HTTP/1.1  200\r\n", "\u{16}\u{3}\u{3}", "HTTP/1.1 200 OK\r\nA\0\r\n",
        ])
    func other(_ stream: String) {
        #expect(Self.read(stream.utf8).0 == .other)
    }
}
