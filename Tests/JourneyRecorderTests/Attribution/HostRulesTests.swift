import Documents
import Testing

@testable import JourneyRecorder

@Suite struct HostRulesTests {
    @Test(
        "a pattern means its name, or all names below it",
        arguments: [
            ("sante.example", "sante.example", true), ("sante.example", "SANTE.Example.", true),
            ("sante.example", "www.sante.example", false), ("sante.example", "asante.example", false),
            ("*.sante.example", "www.sante.example", true), ("*.sante.example", "a.b.sante.example", true),
            ("*.sante.example", "sante.example", false), ("*.sante.example", "asante.example", false),
            ("*.sante.example", ".sante.example", false), ("*.sante.example", "sante.example.org", false),
            ("*.Sante.Example.", "WWW.sante.example", true), ("*.test", "a.test", true), ("*.test", "test", false),
            ("xn--sant-dpa.example", "XN--SANT-DPA.example", true), ("santé.example", "xn--sant-dpa.example", false),
            ("santé.example", "santé.EXAMPLE", true), ("192.0.2.1", "192.0.2.1", true),
        ])
    func matching(_ pattern: String, _ name: String, _ expected: Bool) throws {
        #expect(try HostPattern(pattern).matches(HostPattern.canonical(name)) == expected)
    }

    @Test(
        "what is no host is no pattern",
        arguments: [
            ("", HostPattern.Fault.empty), (".", .empty), ("*", .everything), ("*.", .everything),
            ("**", .misplacedStar),
            ("a*.test", .misplacedStar), ("a.*.test", .misplacedStar), ("*.*.test", .misplacedStar),
            ("a..test", .emptyLabel),
            (".test", .emptyLabel), ("*..test", .emptyLabel), ("https://a.test", .notOnlyAHost),
            ("a.test/", .notOnlyAHost),
            ("a.test:443", .notOnlyAHost), ("me@a.test", .notOnlyAHost), ("a test", .notOnlyAHost),
            ("2001:db8::1", .notOnlyAHost),
        ])
    func faults(_ text: String, _ fault: HostPattern.Fault) {
        #expect(throws: fault) { try HostPattern(text) }
        #expect(!"\(fault)".isEmpty)
    }

    @Test("a pattern prints as it compares")
    func description() throws {
        #expect("\(try HostPattern("*.Sante.TEST."))" == "*.sante.test")
        #expect("\(try HostPattern("Sante.test"))" == "sante.test")
    }
}
