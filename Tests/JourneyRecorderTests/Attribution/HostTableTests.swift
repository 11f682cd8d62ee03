import Documents
import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct HostTableTests {
    private static let source = #"{"id": "s", "title": "A page", "url": "https://a.test/", "date": "2026-11-25"}"#

    private static func table(
        schema: String = "ecoproxy.operators/1", date: String = "2026-11-25", sources: String = source,
        entries: String, excluded: String = "", more: String = ""
    ) -> Data {
        Data(
            """
            {"schema": "\(schema)", "date": "\(date)", "sources": [\(sources)], "entries": [\(entries)],
             "excluded": [\(excluded)]\(more)}
            """.utf8)
    }

    private static func entry(
        _ domains: String, _ name: String = "A", purpose: String = "fonts", source: String = "s", more: String = ""
    ) -> String {
        #"{"domains": [\#(domains)], "operator": "\#(name)", "purpose": "\#(purpose)", "source": "\#(source)"\#(more)}"#
    }

    private func find(_ name: String, in table: HostTable<OperatorEntry>) -> Operator? {
        table.entry(of: Array(name.utf8)[...])?.value
    }

    @Test(
        "the longest host of the table that a name is, or is below, tells",
        arguments: [
            ("static.test", "wide" as String?), ("a.static.test", "wide"), ("fonts.static.test", "narrow"),
            ("a.fonts.static.test", "narrow"), ("afonts.static.test", "wide"), ("notstatic.test", nil), ("test", nil),
            ("www.static.test", nil), ("a.www.static.test", nil), ("", nil),
        ])
    func longest(_ name: String, _ expected: String?) throws {
        let data = Self.table(
            entries: Self.entry(#""static.test""#, "wide") + "," + Self.entry(#""fonts.static.test""#, "narrow"),
            excluded: #"{"hosts": ["www.static.test"], "reason": "Everything is there."}"#)
        let table = try HostTable<OperatorEntry>(data, file: "t")
        #expect(find(name, in: table)?.name == expected)
        #expect(table.hostCount == 2)
    }

    /// A table that breaks a rule.
    struct Broken: Sendable, CustomTestStringConvertible {
        var data: Data
        var place: String?
        var problem: HostTableError.Problem
        var testDescription: String { "\(place ?? "file"): \(problem)" }

        init(_ data: Data, _ place: String?, _ problem: HostTableError.Problem) {
            (self.data, self.place, self.problem) = (data, place, problem)
        }
    }

    static let broken = [
        Broken(Data("{".utf8), nil, .notJSON), Broken(Data(), nil, .notJSON), Broken(Data("[]".utf8), nil, .wrongKind),
        Broken(
            table(schema: "ecoproxy.background/1", entries: entry(#""a.test""#)), "schema",
            .notOneOf(["ecoproxy.operators/1"], found: "ecoproxy.background/1")),
        Broken(table(date: "25/11/2026", entries: entry(#""a.test""#)), "date", .notADay("25/11/2026")),
        Broken(table(date: "2026-13-01", entries: entry(#""a.test""#)), "date", .notADay("2026-13-01")),
        Broken(table(entries: ""), "entries", .empty),
        Broken(
            table(entries: entry(#""a.test""#), more: #", "notes": 1"#), "notes",
            .unknownKey(known: ["schema", "date", "sources", "entries", "excluded"])),
        Broken(
            table(entries: entry(#""a.test""#, more: #", "note": 1"#)), "entries[0].note",
            .unknownKey(known: ["domains", "operator", "purpose", "source"])),
        Broken(
            table(entries: #"{"domains": ["a.test"], "operator": "A", "purpose": "fonts"}"#), "entries[0].source",
            .missingKey),
        Broken(table(entries: entry(#""a.test""#, source: "t")), "entries[0].source", .unknownSource("t")),
        Broken(table(entries: entry("")), "entries[0].domains", .empty),
        Broken(table(entries: entry("1")), "entries[0].domains[0]", .wrongKind),
        Broken(table(entries: entry(#""a.test""#, "")), "entries[0].operator", .empty),
        Broken(
            table(entries: entry(#""a.test""#, purpose: "spying")), "entries[0].purpose",
            .notOneOf(Purpose.allCases.map(\.rawValue), found: "spying")),
        Broken(table(entries: entry(#""A.test""#)), "entries[0].domains", .notAHost("A.test")),
        Broken(table(entries: entry(#""*.a.test""#)), "entries[0].domains", .notAHost("*.a.test")),
        Broken(table(entries: entry(#""https://a.test""#)), "entries[0].domains", .notAHost("https://a.test")),
        Broken(table(entries: entry(#""test""#)), "entries[0].domains", .notAHost("test")),
        Broken(
            table(entries: entry(#""a.test""#) + "," + entry(#""b.test", "a.test""#)), "entries[1].domains",
            .duplicateHost("a.test")),
        Broken(
            table(entries: entry(#""a.test""#), excluded: #"{"hosts": ["a.test"], "reason": "R"}"#),
            "excluded[0].hosts",
            .duplicateHost("a.test")),
        Broken(
            table(entries: entry(#""a.test""#), excluded: #"{"hosts": ["b.test"]}"#), "excluded[0].reason", .missingKey),
        Broken(
            table(sources: source + "," + source, entries: entry(#""a.test""#)), "sources[1].id", .duplicateSource("s")),
        Broken(
            table(
                sources: source + "," + source.replacing(#""s""#, with: #""t""#), entries: entry(#""a.test""#)),
            "sources", .unusedSource("t")),
        Broken(
            table(sources: source.replacing("https", with: "http"), entries: entry(#""a.test""#)), "sources[0].url",
            .notAnAddress("http://a.test/")),
        Broken(
            table(sources: source.replacing(#", "date": "2026-11-25""#, with: ""), entries: entry(#""a.test""#)),
            "sources[0].date", .missingKey),
    ]

    @Test("a table that breaks a rule is refused with its place", arguments: broken)
    func rules(_ broken: Broken) {
        let expected = HostTableError(file: "t.json", place: broken.place, broken.problem)
        #expect(throws: expected) { try HostTable<OperatorEntry>(broken.data, file: "t.json") }
        #expect("\(expected)".hasPrefix("t.json: "))
        #expect(!"\(expected)".contains("Problem"))
    }

    @Test("a table touches the domains that it has a host of, above or below")
    func touches() throws {
        let table = try HostTable<OperatorEntry>(
            Self.table(
                entries: Self.entry(#""cdn.vendor.test", "all.test""#),
                excluded: #"{"hosts": ["rented.test"], "reason": "By anyone."}"#),
            file: "t")
        for name in ["vendor.test", "cdn.vendor.test", "a.cdn.vendor.test", "all.test", "x.all.test", "rented.test"] {
            #expect(table.touches(Array(name.utf8)[...]), "\(name)")
        }
        for name in ["a.vendor.test", "endor.test", "my.rented.test", "other.test"] {
            #expect(!table.touches(Array(name.utf8)[...]), "\(name)")
        }
    }
}
