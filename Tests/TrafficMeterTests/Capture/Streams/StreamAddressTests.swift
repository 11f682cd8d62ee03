import Testing

@testable import TrafficMeter

@Suite struct StreamAddressTests {
    private static let usual = StreamAddress(host: "127.0.0.1", port: 1234)

    @Test(
        "ports, hosts and both are read",
        arguments: [
            ("", "127.0.0.1:1234"), ("5123", "127.0.0.1:5123"), ("192.0.2.7", "192.0.2.7:1234"),
            ("192.0.2.7:80", "192.0.2.7:80"), ("[2001:db8::1]:80", "[2001:db8::1]:80"),
            ("2001:db8::1", "[2001:db8::1]:1234"), ("phone.local:8080", "phone.local:8080"),
        ])
    func read(_ text: String, _ expected: String) {
        #expect(StreamAddress(text, usual: Self.usual)?.description == expected)
    }

    @Test(
        "anything else is refused",
        arguments: ["0", "65536", "host:", "host:0", "host:99999", ":80", "a b", "[::1", "host:80x", "hôte", "a/b"])
    func refuse(_ text: String) {
        #expect(StreamAddress(text, usual: Self.usual) == nil)
    }
}
