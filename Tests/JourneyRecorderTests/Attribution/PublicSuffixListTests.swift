import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct PublicSuffixListTests {
    private let list: PublicSuffixList

    init() throws {
        list = try PublicSuffixList.bundled()
    }

    @Test("the vectors of publicsuffix.org come out as published", arguments: PublicSuffixVectors.all)
    func vectors(_ name: String, _ domain: String?) {
        // The published domains are in lower case already.
        #expect(list.registrableDomain(of: name) == domain)
    }

    @Test(
        "customers of one platform are apart, as the list's private section has them",
        arguments: [
            ("foo.github.io" as String, "foo.github.io" as String?), ("a.foo.github.io", "foo.github.io"),
            ("github.io", nil), ("bucket.s3.amazonaws.com", "bucket.s3.amazonaws.com"), ("s3.amazonaws.com", nil),
            ("d111111abcdef8.cloudfront.net", "d111111abcdef8.cloudfront.net"),
        ])
    func privateSection(_ name: String, _ domain: String?) {
        #expect(list.registrableDomain(of: name) == domain)
    }

    @Test(
        "ministries of one suffix are apart, and a final dot says nothing",
        arguments: [
            ("www.sante.gouv.fr" as String, "sante.gouv.fr" as String?), ("gouv.fr", nil),
            ("API.Sante.Example.", "sante.example"), ("sante.example.", "sante.example"), ("fr.", nil),
        ])
    func canonicalForm(_ name: String, _ domain: String?) {
        #expect(list.registrableDomain(of: name) == domain)
    }

    @Test(
        "what is no name has no domain",
        arguments: [
            "", ".", "..", "a..fr", ".fr", "fr..", "192.0.2.1", "192.0.2.1.", "2001:db8::1", "[2001:db8::1]", "::1",
            "localhost", "1.2",
        ])
    func noName(_ name: String) {
        #expect(list.registrableDomain(of: name) == nil)
    }

    @Test("labels of names that look like the list's signs are labels")
    func signs() {
        #expect(list.registrableDomain(of: "a.*.fr") == "*.fr")
        #expect(list.registrableDomain(of: "!www.fr") == "!www.fr")
        #expect(list.registrableDomain(of: "a b.fr") == "a b.fr")
        #expect(list.registrableDomain(of: "ac com.fr") == "ac com.fr")
    }

    @Test("a name of 127 labels has the domain of its last ones (RFC 1035 § 2.3.4 allows no more)")
    func longest() {
        let name = Array(repeating: "a", count: 125).joined(separator: ".") + ".sante.fr"
        #expect(list.registrableDomain(of: name) == "sante.fr")
    }

    @Test("the bundled list says which it is")
    func version() {
        #expect(list.version.hasPrefix("publicsuffix 20"))
    }

    @Test("an exception prevails over a longer rule, as the algorithm's third step says")
    func exception() throws {
        let list = try PublicSuffixList(
            Array("# version: 1\n. jp\ncity.jp deep\njp !city *\n".utf8), file: "a")
        #expect(list.registrableDomain(of: "a.deep.city.jp") == "city.jp")
        #expect(list.registrableDomain(of: "a.b.jp") == "a.b.jp")
    }

    @Test(
        "a list that is not as it should be is named with its line",
        arguments: [
            ("# version: 1\nfr\n", "line 2" as String?, HostTableError.Problem.notARuleLine),
            ("# version: 1\n. fr\n fr\n", "line 3", .notARuleLine), ("# version: 1\nfr \n", "line 2", .notARuleLine),
            ("# version: 1\n. fr\nfr com\ncom uk\n", "line 4", .notInOrder),
            ("# version: 1\n. fr\n. com\n", "line 3", .notInOrder), ("# version: 1\n. fr com\n", "line 2", .notInOrder),
            ("# version: 1\n. com  fr\n", "line 2", .notARuleLine), (". fr\n", "version", .missingKey),
            ("# version: \n. fr\n", "version", .missingKey), ("# version: 1\n", nil, .empty),
        ])
    func damaged(_ text: String, _ place: String?, _ problem: HostTableError.Problem) {
        #expect(throws: HostTableError(file: "a", place: place, problem)) {
            try PublicSuffixList(Array(text.utf8), file: "a")
        }
    }

    @Test("libpsl, given the same rules, says the same of names at and below each", .needs("psl"))
    func libpsl() throws {
        let rules = Self.rules
        #expect(rules.count > 9_000)
        let folder = try TemporaryFolder()
        // libpsl takes what stands outside of the two sections for nothing.
        let file = try folder.write(
            "list.dat", "// ===BEGIN ICANN DOMAINS===\n\(rules.joined(separator: "\n"))\n// ===END ICANN DOMAINS===\n")
        let names = Set(
            rules.flatMap { rule in
                let name = rule.drop { $0 == "!" }.replacing("*", with: "any")
                return [String(name), "b.\(name)", "a.b.\(name)"]
            }
        ).sorted()
        let told = try withExtendedLifetime(folder) {
            try run(
                "psl", ["--load-psl-file", file, "--print-reg-domain"],
                input: Data(names.joined(separator: "\n").utf8))
        }
        let lines = told.text.split(separator: "\n")
        #expect(lines.count == names.count)
        for (name, line) in zip(names, lines) {
            let domain = list.registrableDomain(of: name) ?? "(null)"
            #expect(line == "\(name): \(domain)")
        }
    }

    /// The bundled rules as the list has them, such as `*.ck` and `!www.ck`.
    private static var rules: [String] {
        String(decoding: PackageResources.public_suffixes_txt, as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .flatMap { line in
                let words = line.split(separator: " ")
                return words.dropFirst().map { words[0] == "." ? String($0) : "\($0).\(words[0])" }
            }
    }
}
