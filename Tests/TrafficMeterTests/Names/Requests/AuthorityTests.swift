import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct AuthorityTests {
    /// What a text is: name, address, port; `nil` if it is no authority.
    private static func read(_ text: String) -> String? {
        var authority = Authority()
        let bytes = Array("<\(text)>".utf8)
        let isRead = authority.read(bytes.rawSpan, 1..<bytes.count - 1)
        #expect(isRead || (authority.isEmpty && authority.port == nil))
        let address = authority.address.map { "\($0)" } ?? "-"
        return isRead ? "\(authority.name.text) \(address) \(authority.port.map { "\($0)" } ?? "-")" : nil
    }

    // RFC 3986 § 3.2's forms, with examples of § 1.1.2 and § 3.2.2.
    @Test(
        "names, addresses and ports are told apart",
        arguments: [
            ("www.Example.org", "www.example.org - -"), ("example.org.", "example.org - -"),
            ("ftp.is.co.za:8080", "ftp.is.co.za - 8080"), ("example.org:", "example.org - -"),
            ("example.org:65535", "example.org - 65535"), ("192.0.2.16:80", " 192.0.2.16 80"),
            ("[2001:db8::7]", " 2001:db8::7 -"), ("[::ffff:192.0.2.1]:443", " ::ffff:c000:201 443"),
            ("anna:secret@example.org:1", "example.org - 1"), ("", " - -"), ("a@", " - -"),
            ("xn--sant-gpa.example", "xn--sant-gpa.example - -"), ("1.2.3.4.5", "1.2.3.4.5 - -"),
            ("256.1.1.1", "256.1.1.1 - -"), ("_dmarc.example", "_dmarc.example - -"),
        ])
    func forms(_ text: String, _ expected: String) {
        #expect(Self.read(text) == expected)
    }

    @Test(
        "what is no authority leaves nothing",
        arguments: [
            "a:65536", "a:100000", "a:1x", "a:-1", "2001:db8::1", "[::1", "[]", "[192.0.2.1]", "[::1]x", "[::1]:x",
            "[v1.a]", "a b", "a/b", "a\"b", "sant\u{E9}", "a:1:2", "[fe80::1%25eth0]", "[[::1]]",
        ])
    func refused(_ text: String) {
        #expect(Self.read(text) == nil)
    }

    @Test("a name has 255 bytes at most")
    func length() {
        #expect(Self.read(String(repeating: "a", count: 255)) != nil)
        #expect(Self.read(String(repeating: "a", count: 256)) == nil)
    }
}
