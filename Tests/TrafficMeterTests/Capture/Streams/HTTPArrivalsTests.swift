import Testing

@testable import TrafficMeter

@Suite struct HTTPArrivalsTests {
    private static let address = StreamAddress(host: "192.0.2.7", port: 8080)

    @Test(
        "a redirect is followed on the same host and port only",
        arguments: [
            ("a.pcap", "/a.pcap"), ("/b/a.pcap?x=1", "/b/a.pcap?x=1"), ("http://192.0.2.7:8080/a.pcap", "/a.pcap"),
            ("HTTP://192.0.2.7:8080", "/"), ("http://192.0.2.7/a.pcap", nil), ("http://192.0.2.8:8080/a", nil),
            ("https://192.0.2.7:8080/a", nil), ("//192.0.2.8/a", nil), ("file:///etc/passwd", nil), ("", nil),
            ("/a\r\nX: y", nil), ("/a b", nil), ("http://192.0.2.7:8080@evil/a", nil),
        ] as [(String, String?)])
    func redirect(_ target: String, _ expected: String?) {
        #expect(HTTPArrivals.path(target, on: Self.address, from: "/") == expected)
    }

    /// RFC 9112 § 7.1: the chunk of length 0 ends the body, here in the same segment as the last content.
    @Test(
        "nothing is taken after the body's end, and however the connection ends then is no failure",
        arguments: [0, 1, 2])
    func end(_ way: Int) throws {
        let server = try LoopbackSocket(datagrams: false)
        let arrivals = try HTTPArrivals(server.address)
        var peer = Socket.accepted(by: server.descriptor)
        #expect(try arrivals.next() == .nothing)
        let answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
        #expect(peer?.send(Array(answer.utf8)) == true)
        #expect(try arrivals.next() == "hello")
        if way == 1 { #expect(peer?.send(Array("5\r\nmore!\r\n".utf8)) == true) }
        if way == 2 { peer = nil }
        #expect(try arrivals.next() == .end)
        #expect(try arrivals.next() == .end)
        #expect(arrivals.failure == nil)
        peer = nil
    }
}
