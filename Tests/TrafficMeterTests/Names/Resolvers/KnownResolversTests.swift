import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct KnownResolversTests {
    @Test(
        "servers are known by name, some with all names under theirs",
        arguments: [
            ("dns.google", "Google Public DNS"), ("mozilla.cloudflare-dns.com", "Cloudflare"),
            ("one.one.one.one", "Cloudflare"), ("abc123.dns.nextdns.io", "NextDNS"), ("doh.dns.apple.com", "Apple"),
            ("dns.digitale-gesellschaft.ch", "Digitale Gesellschaft"), ("zero.dns0.eu", "DNS0.EU"),
            ("www.dns.google", nil), ("my.nextdns.io", nil), ("notcloudflare-dns.com", nil), ("google", nil), ("", nil),
        ])
    func names(_ name: String, _ expected: String?) throws {
        #expect(try KnownResolvers.bundled().operator(of: Array(name.utf8)[...]) == expected)
    }

    @Test("every name is written as host names are compared, once, and its file says where each is from")
    func file() throws {
        let file = Repository.root.appending(path: "Sources/TrafficMeter/Resources/resolvers-2026.1.json")
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let entries = try #require(object?["resolvers"] as? [[String: Any]])
        let names = entries.flatMap { $0["names"] as? [String] ?? [] }
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.wholeMatch(of: /[a-z0-9-]+(\.[a-z0-9-]+)+/) != nil, "\(name)") }
        #expect(object?["date"] as? String != nil)
        #expect(file.lastPathComponent == "\(try KnownResolvers.bundled().id).json")
        for source in try #require(object?["sources"] as? [[String: Any]]) {
            #expect(source["commit"] != nil || source["url"] != nil, "\(source)")
        }
    }

    @Test("a file of another schema, or with a source that it doesn't describe, is refused")
    func refused() {
        let entry = #"{"operator": "O", "names": ["a.example"], "source": "s"}"#
        for (schema, source, isGood) in [("1", "s", true), ("2", "s", false), ("1", "t", false)] {
            let text = #"{"schema": "ecoproxy.resolvers/\#(schema)", "id": "i", "sources": [{"id": "\#(source)"}], "#
            let read = try? KnownResolvers(Data((text + #""resolvers": [\#(entry)]}"#).utf8))
            #expect((read != nil) == isGood)
        }
    }
}
