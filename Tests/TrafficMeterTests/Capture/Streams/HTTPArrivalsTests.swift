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
}
