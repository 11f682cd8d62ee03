import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct HTTPRequestTests {
    private static func read(_ text: String) -> (StreamVerdict, HTTPRequest) {
        var request = HTTPRequest()
        let verdict = request.read(Array(text.utf8).rawSpan)
        return (verdict, request)
    }

    /// A head, and whom it is for.
    struct Case: Sendable, CustomTestStringConvertible {
        var head: String
        var form: HTTPRequest.Form
        var name: String
        var address: String?
        var port: UInt16?

        var testDescription: String { String(head.prefix { $0 != "\r\n" }) }
    }

    static let cases = [
        // RFC 9112 § 3.2.1 to § 3.2.4.
        Case(
            head: "GET /where?q=now HTTP/1.1\r\nHost: www.example.org\r\n\r\n", form: .origin,
            name: "www.example.org"),
        Case(
            head: "GET http://www.example.org/pub/WWW/TheProject.html HTTP/1.1\r\nHost: other.example\r\n\r\n",
            form: .absolute, name: "www.example.org"),
        Case(
            head: "CONNECT www.example.com:80 HTTP/1.1\r\nHost: www.example.com\r\n\r\n", form: .authority,
            name: "www.example.com", port: 80),
        Case(
            head: "OPTIONS * HTTP/1.1\r\nHost: www.example.org:8001\r\n\r\n", form: .asterisk, name: "www.example.org",
            port: 8001),
        // The field's name in any case, spaces around its value, lines without carriage returns, an empty line before.
        Case(head: "GET / HTTP/1.0\nhOsT:\t Sante.Example. \n\n", form: .origin, name: "sante.example"),
        Case(head: "\r\nGET / HTTP/1.1\r\nHost:sante.example\r\n\r\n", form: .origin, name: "sante.example"),
        Case(head: "GET / HTTP/1.0\r\n\r\n", form: .origin, name: ""),
        Case(head: "GET / HTTP/1.1\r\nHost:\r\n\r\n", form: .origin, name: ""),
        // Addresses.
        Case(
            head: "GET / HTTP/1.1\r\nHost: [2001:db8::1]:8080\r\n\r\n", form: .origin, name: "",
            address: "2001:db8::1", port: 8080),
        Case(head: "GET / HTTP/1.1\r\nHost: 192.0.2.7\r\n\r\n", form: .origin, name: "", address: "192.0.2.7"),
        Case(
            head: "CONNECT [2001:db8::1]:443 HTTP/1.1\r\n\r\n", form: .authority, name: "", address: "2001:db8::1",
            port: 443),
        Case(
            head: "CONNECT 192.0.2.7:443 HTTP/1.1\r\nHost: sante.example:443\r\n\r\n", form: .authority,
            name: "sante.example", address: "192.0.2.7", port: 443),
        Case(
            head: "GET http://user:secret@sante.example:81?x HTTP/1.1\r\n\r\n", form: .absolute, name: "sante.example",
            port: 81),
        // Several fields: one name, or none.
        Case(head: "GET / HTTP/1.1\r\nHost: a.example\r\nHost: A.example\r\n\r\n", form: .origin, name: "a.example"),
        Case(head: "GET / HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n\r\n", form: .origin, name: ""),
        Case(head: "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", form: .origin, name: ""),
    ]

    @Test("a head tells whom it is for, and where it ends", arguments: cases)
    func heads(_ expected: Case) {
        let (verdict, request) = Self.read(expected.head + "body")
        #expect(verdict == .complete)
        #expect(request.form == expected.form)
        #expect(request.name.text == expected.name)
        #expect(request.destination.address?.description == expected.address)
        #expect(request.destination.port == expected.port)
        #expect(request.length == expected.head.utf8.count)
    }

    @Test("a head cut at any byte is incomplete, and nothing else", arguments: cases)
    func cut(_ given: Case) {
        let head = Array(given.head.utf8)
        var request = HTTPRequest()
        for length in 0..<head.count {
            let verdict = request.read(Array(head.prefix(length)).rawSpan)
            #expect(verdict == .incomplete, "cut at \(length)")
        }
    }

    @Test("a Host field is known before the head ends")
    func early() {
        let (verdict, request) = Self.read("GET / HTTP/1.1\r\nHost: sante.example\r\nCookie: abc")
        #expect(verdict == .incomplete)
        #expect(request.name.text == "sante.example")
    }

    @Test(
        "other protocols and broken heads are told apart",
        arguments: [
            "\u{16}\u{3}\u{1}", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 200 OK\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "GET /\r\n", "GET  / HTTP/1.1\r\n", "GET / a HTTP/1.1\r\n", "GET / HTTP/1.1 \r\n", "GET / RTSP/1.0\r\n",
            "OPTIONS sip:a@b SIP/2.0\r\n", " GET / HTTP/1.1\r\n", "CONNECT a.example HTTP/1.1\r\n",
            "CONNECT a.example:65536 HTTP/1.1\r\n", "CONNECT :443 HTTP/1.1\r\n", "GET a.example HTTP/1.1\r\n",
            "GET http:///x HTTP/1.1\r\n", "CONNECT [::1:443 HTTP/1.1\r\n", "CONNECT [1.2.3.4]:1 HTTP/1.1\r\n",
            // Lines that go on in the next (RFC 9112 § 5.2), spaces before the colon (§ 5.1), no colon, no name.
            "GET / HTTP/1.1\r\nHost: a.example\r\n b\r\n", "GET / HTTP/1.1\r\nHost : a.example\r\n",
            "GET / HTTP/1.1\r\nHost\r\n", "GET / HTTP/1.1\r\n: a\r\n", "GET / HTTP/1.1\r\nA: b\rc\r\n",
            "GET / HTTP/1.1\r\nA: b\0\r\n", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHI / HTTP/1.1\r\n",
        ])
    func other(_ stream: String) {
        let (verdict, request) = Self.read(stream)
        #expect(verdict == .other)
        #expect(request.name.isEmpty && request.target.isEmpty && request.length == 0)
    }

    @Test("a head is waited for up to a limit")
    func limit() {
        let beginning = "GET / HTTP/1.1\r\nA: "
        let room = HTTPLines.longest - beginning.utf8.count - 4
        let most = beginning + String(repeating: "a", count: room) + "\r\n\r\n"
        #expect(Self.read(most).0 == .complete)
        #expect(Self.read(String(most.dropLast()) + "\r").0 == .incomplete)
        #expect(Self.read(beginning + String(repeating: "a", count: room + 1) + "\r\n\r\n").0 == .other)
    }

    @Test("thousands of damaged heads keep their verdict when more comes, and their names are printable")
    func damaged() {
        var dice = SeededGenerator(seed: 9)
        var (whole, part) = (HTTPRequest(), HTTPRequest())
        for _ in 0..<400 {
            for given in Self.cases {
                var bytes = Array(given.head.utf8)
                for _ in 0..<Int.random(in: 1...4, using: &dice) {
                    bytes[Int.random(in: 0..<bytes.count, using: &dice)] =
                        [0x20, 0x0D, 0x0A, 0x3A, 0x5B, 0x40, .random(in: 0...255, using: &dice)]
                        .randomElement(using: &dice) ?? 0
                }
                let verdict = whole.read(bytes.rawSpan)
                #expect(whole.name.bytes.allSatisfy { (0x21...0x7E).contains($0) })
                let early = part.read(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &dice))).rawSpan)
                #expect(early == .incomplete || early == verdict)
            }
        }
    }

    @Test("requests in the reference captures name the hosts that tshark reads", .reference)
    func reference() throws {
        var agreeing = 0
        var (segmented, differing): ([String], [String]) = ([], [])
        for capture in ReferenceCapture.all {
            let names = try capture.oracle()["names"] as? [String: Any]
            var found: [Int: String] = [:]
            var request = HTTPRequest()
            try capture.forEachPayload(.tcp) { number, _, payload in
                guard request.read(payload) == .complete else { return }
                let host = request.host
                found[number] = host.address?.description ?? host.name.text
            }
            for entry in try #require(names?["http"] as? [[String: Any]]) where entry["proto"] as? String == "tcp" {
                let number = try #require(entry["packet"] as? Int)
                let place = "\(capture.name) packet \(number)"
                let expected = (entry["host"] as? [String])?.first ?? ""
                guard let host = found[number] else {
                    segmented.append(place)
                    continue
                }
                let name = expected.lowercased().prefix { $0 != ":" }
                if host == name { agreeing += 1 } else { differing.append("\(place): \(host), not \(name)") }
            }
        }
        print("HTTP requests: \(agreeing) hosts as tshark reads them; not in one segment: \(segmented)")
        #expect(differing == [])
        #expect(agreeing > 150)
    }
}
