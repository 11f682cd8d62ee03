import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

/// A table row whose name stands in the test's name.
struct BadJourney: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// What is replaced in the complete journey, and by what.
    let old: String
    let new: String
    let line: Int
    let column: Int
    let problem: JourneyFileError.Problem

    init(
        _ name: String, _ old: String, _ new: String, at line: Int, _ column: Int, _ problem: JourneyFileError.Problem
    ) {
        (testDescription, self.old, self.new) = (name, old, new)
        (self.line, self.column, self.problem) = (line, column, problem)
    }
}

@Suite struct JourneyFileTests {
    /// Every key there is, once at least. Lines are counted by hand in the tables below.
    static let complete = """
        schema: ecoproxy.journey/1
        id: rendez-vous
        title: { fr: Prendre rendez-vous, en: Book }
        application: test.sante-demo
        version: 2.40
        device: tablet
        network: mobile
        hosts:
          first_party: ["*.sante-demo.test", sante-demo.test]
          background: ['*.systeme.test']
        steps:
          - id: accueil
            title: "L'accueil : ouvrir"
            type: loading
            critical: true
            budget: { bytes: 900000, third_party_bytes: 0 }
          - id: recherche
            title: { fr: Chercher }
            type: action
        budget: { score_min: 60, ghg_g_max: 1.2, regression_max: 10% }
        runs: { cold: 3, warm: 2, max_spread: "12.5 %" }

        """

    static func error(_ yaml: String) -> JourneyFileError? {
        #expect(throws: JourneyFileError.self) { try JourneyFile.parse(yaml, name: "j.yaml") }
    }

    @Test("every key is read, and scalars keep the text they were written as")
    func everyKey() throws {
        let expected = Journey(
            id: "rendez-vous", title: LocalizedText(["fr": "Prendre rendez-vous", "en": "Book"]),
            application: "test.sante-demo", version: "2.40", device: .tablet, network: .mobile,
            hosts: HostRules(
                first: [try HostPattern("*.sante-demo.test"), try HostPattern("sante-demo.test")],
                background: [try HostPattern("*.systeme.test")]),
            steps: [
                JourneyStep(
                    id: "accueil", title: LocalizedText("L'accueil : ouvrir"), type: .loading, critical: true,
                    budget: StepBudget(bytes: 900_000, thirdPartyBytes: 0)),
                JourneyStep(id: "recherche", title: LocalizedText(["fr": "Chercher"]), type: .action),
            ],
            budget: JourneyBudget(minimumScore: 60, maximumGHGGrams: 1.2, maximumRegression: 0.1),
            runs: RunPlan(cold: 3, warm: 2, maximumSpread: 0.125))
        #expect(try JourneyFile.parse(Self.complete, name: "j.yaml") == expected)
    }

    @Test("a byte order mark, CRLF and a document marker change nothing")
    func encodings() throws {
        let plain = try JourneyFile.parse(Self.complete, name: "j.yaml")
        let windows = "\u{FEFF}" + Self.complete.replacingOccurrences(of: "\n", with: "\r\n")
        #expect(try JourneyFile.parse(windows, name: "j.yaml") == plain)
        #expect(try JourneyFile.parse(Data(windows.utf8), name: "j.yaml") == plain)
        #expect(try JourneyFile.parse("---\n" + Self.complete, name: "j.yaml") == plain)
        let wrong = windows.replacingOccurrences(of: "device: tablet", with: "device: watch")
        #expect(Self.error(wrong)?.place == JourneyFileError.Place(line: 6, column: 9))
        let first = windows.replacingOccurrences(of: "schema:", with: "shema:")
        #expect(Self.error(first)?.place == JourneyFileError.Place(line: 1, column: 1))
    }

    @Test("what may be left out is absent")
    func minimal() throws {
        let journey = try JourneyFile.parse(
            """
            { schema: ecoproxy.journey/1, id: a, title: b, application: c, device: laptop, network: fixed,
              steps: [{ id: s, title: t, type: pause }] }
            """, name: "j.yaml")
        #expect(journey.version == nil)
        #expect(journey.hosts == HostRules())
        #expect(journey.budget == JourneyBudget())
        #expect(journey.runs == RunPlan())
        #expect(journey.steps == [JourneyStep(id: "s", title: LocalizedText("t"), type: .pause)])
        #expect(journey.steps[0].critical == false)
    }

    @Test("each key misspelt is named with its line and column, and what it was meant to be")
    func misspeltKeys() throws {
        let languages: Set = ["fr", "en"]
        var tried = 0
        for (index, line) in Self.complete.components(separatedBy: "\n").enumerated() {
            for match in line.matches(of: /(?:^|[\s{])([a-z_]+):(?=\s|$)/) where !languages.contains(String(match.1)) {
                let key = String(match.1)
                var lines = Self.complete.components(separatedBy: "\n")
                lines[index].insert("x", at: match.1.endIndex)
                let error = try #require(Self.error(lines.joined(separator: "\n")))
                let column = line.distance(from: line.startIndex, to: match.1.startIndex) + 1
                guard case .unknownKey(key + "x", _, let known) = error.problem else {
                    Issue.record("\(key): \(error)")
                    continue
                }
                #expect(known.contains(key))
                #expect(error.place == JourneyFileError.Place(line: index + 1, column: column))
                #expect("\(error)".hasPrefix("j.yaml:\(index + 1):\(column): unknown key '\(key)x' in "))
                #expect("\(error)".contains("did you mean '\(key)'?"))
                tried += 1
            }
        }
        // 11 of the journey, 2 of hosts, 5 + 3 of steps, 2 of a step's budget, 3 of the budget, 3 of runs.
        #expect(tried == 29)
    }

    @Test(
        "each key that must be there is missed",
        arguments: [
            ("schema: ecoproxy.journey/1\n", "schema", 1, 1), ("id: rendez-vous\n", "id", 1, 1),
            ("title: { fr: Prendre rendez-vous, en: Book }\n", "title", 1, 1),
            ("application: test.sante-demo\n", "application", 1, 1), ("device: tablet\n", "device", 1, 1),
            ("network: mobile\n", "network", 1, 1), ("id: accueil\n    ", "id", 12, 5),
            ("    title: { fr: Chercher }\n", "title", 17, 5), ("    type: action\n", "type", 17, 5),
        ])
    func missingKeys(_ text: String, _ key: String, _ line: Int, _ column: Int) throws {
        let yaml = Self.complete.replacingOccurrences(of: text, with: "")
        try #require(yaml != Self.complete)
        let error = try #require(Self.error(yaml))
        #expect(error.problem == .missingKey(key, in: line == 1 ? "a journey" : "a step"))
        #expect(error.place == JourneyFileError.Place(line: line, column: column))
    }

    static let expectedSchema = ["ecoproxy.journey/1"]
    static let wrongValues: [BadJourney] = [
        BadJourney(
            "a later schema", "journey/1", "journey/2", at: 1, 9,
            .unknownValue(key: "schema", value: "ecoproxy.journey/2", allowed: expectedSchema)),
        BadJourney(
            "another schema", "ecoproxy.journey/1", "1", at: 1, 9,
            .unknownValue(key: "schema", value: "1", allowed: expectedSchema)),
        BadJourney(
            "an unknown device", "tablet", "phone", at: 6, 9,
            .unknownValue(key: "device", value: "phone", allowed: ["smartphone", "tablet", "laptop", "desktop"])),
        BadJourney(
            "an unknown network", "network: mobile", "network: 5G", at: 7, 10,
            .unknownValue(key: "network", value: "5G", allowed: ["fixed", "wifi", "mobile"])),
        BadJourney(
            "an unknown step type", "type: action", "type: click", at: 19, 11,
            .unknownValue(
                key: "type", value: "click",
                allowed: ["loading", "action", "scroll", "pause", "media", "reference", "baseline"])),
        BadJourney("a step named twice", "recherche", "accueil", at: 17, 9, .duplicateStep("accueil", firstLine: 12)),
        BadJourney(
            "a key twice", "device: tablet", "device: tablet\ndevice: laptop", at: 6, 1, .duplicateKey("device")),
        BadJourney("an id with an escape", "id: recherche", #"id: "a\e[31m""#, at: 17, 9, .unprintable(key: "id")),
        BadJourney("a title over two lines", "{ fr: Chercher }", #""a\nb""#, at: 18, 12, .unprintable(key: "title")),
        BadJourney("an empty id", "id: recherche", "id: \"\"", at: 17, 9, .unprintable(key: "id")),
        BadJourney(
            "no id", "id: rendez-vous", "id:", at: 2, 4, .wrongType(key: "id", expected: "a text", found: "empty")),
        BadJourney(
            "a version that is a list", "2.40", "[2, 40]", at: 5, 10,
            .wrongType(key: "version", expected: "a text", found: "a list")),
        BadJourney(
            "a language that is none", "en: Book", "english: Book", at: 3, 35,
            .languageCode("english", key: "title")),
        BadJourney(
            "a title in a language that says nothing", "en: Book", "en:", at: 3, 39,
            .wrongType(key: "title.en", expected: "a text", found: "empty")),
        BadJourney(
            "a title without language", "{ fr: Chercher }", "{}", at: 18, 12,
            .wrongType(
                key: "title", expected: "a text, or one per language such as { fr: …, en: … }", found: "a set of keys")),
        BadJourney(
            "a truth that is none", "critical: true", "critical: oui", at: 15, 15,
            .wrongType(key: "critical", expected: "true or false", found: "'oui'")),
        BadJourney(
            "a truth in quotes", "critical: true", "critical: \"true\"", at: 15, 15,
            .wrongType(key: "critical", expected: "true or false", found: "'true'")),
        BadJourney(
            "bytes with a unit", "900000", "900 kB", at: 16, 22,
            .wrongType(key: "bytes", expected: "a whole number without sign or unit", found: "'900 kB'")),
        BadJourney(
            "bytes below zero", "900000", "-1", at: 16, 22,
            .wrongType(key: "bytes", expected: "a whole number without sign or unit", found: "'-1'")),
        BadJourney(
            "more bytes than can be counted", "900000", "9223372036854775808", at: 16, 22,
            .outOfRange(key: "bytes", value: "9223372036854775808", range: "at most 9223372036854775807")),
        BadJourney(
            "a score above the scale", "60", "101", at: 20, 22,
            .outOfRange(key: "score_min", value: "101", range: "from 0 to 100")),
        BadJourney(
            "a decimal comma", "1.2,", "'1,2',", at: 20, 37,
            .wrongType(key: "ghg_g_max", expected: "a number", found: "'1,2'")),
        BadJourney(
            "a number that is none", "1.2,", "nan,", at: 20, 37,
            .wrongType(key: "ghg_g_max", expected: "a number such as 1.2", found: "'nan'")),
        BadJourney(
            "a share without its sign", "10%", "0.1", at: 20, 58,
            .wrongType(key: "regression_max", expected: "a percentage such as 10%", found: "'0.1'")),
        BadJourney(
            "a share below zero", "10%", "-10%", at: 20, 58,
            .wrongType(key: "regression_max", expected: "a percentage such as 10%", found: "'-10%'")),
        BadJourney(
            "a sign without share", "10%", "'%'", at: 20, 58,
            .wrongType(key: "regression_max", expected: "a percentage such as 10%", found: "'%'")),
        BadJourney(
            "a share beyond reason", "10%", "1001%", at: 20, 58,
            .outOfRange(key: "regression_max", value: "1001%", range: "from 0% to 1000%")),
        BadJourney(
            "hosts that are no list", "['*.systeme.test']", "systeme.test", at: 10, 15,
            .wrongType(
                key: "background", expected: "a list of hosts such as [\"*.sante.example\"]", found: "'systeme.test'")),
        BadJourney(
            "every host", "'*.systeme.test'", "'*'", at: 10, 16, .hostPattern("*", .everything)),
        BadJourney(
            "a URL for a host", "'*.systeme.test'", "'https://a.test'", at: 10, 16,
            .hostPattern("https://a.test", .notOnlyAHost)),
        BadJourney("an unquoted star", "['*.systeme.test']", "[*.systeme.test]", at: 10, 16, .needsQuotes),
        BadJourney(
            "steps that are no list", "steps:\n", "steps: 3\nother:\n", at: 12, 1,
            .unknownKey(
                "other", in: "a journey",
                known: [
                    "schema", "id", "title", "application", "version", "device", "network", "hosts", "steps", "budget",
                    "runs",
                ])),
        BadJourney(
            "a merge key", "device: tablet", "<<: { device: tablet }", at: 6, 1,
            .unknownKey(
                "<<", in: "a journey",
                known: [
                    "schema", "id", "title", "application", "version", "device", "network", "hosts", "steps", "budget",
                    "runs",
                ])),
        BadJourney("an anchor", "tablet", "&x tablet", at: 6, 9, .unusedFeature("the anchor '&x'")),
        BadJourney(
            "a tag", "tablet", "!!binary tablet", at: 6, 9, .unusedFeature("the tag 'tag:yaml.org,2002:binary'")),
        BadJourney(
            "a tag of a set of keys", "{ fr: Chercher }", "!a { fr: b }", at: 18, 12, .unusedFeature("the tag '!a'")),
    ]

    @Test("a wrong value is named with its place", arguments: wrongValues)
    func wrongValue(_ bad: BadJourney) throws {
        let yaml = Self.complete.replacingOccurrences(of: bad.old, with: bad.new)
        try #require(yaml != Self.complete)
        let error = try #require(Self.error(yaml))
        #expect(error.problem == bad.problem)
        #expect(error.place == JourneyFileError.Place(line: bad.line, column: bad.column))
        #expect("\(error)".hasPrefix("j.yaml:\(bad.line):\(bad.column): "))
    }

    @Test("steps are a list of at least one")
    func noSteps() throws {
        let head = try #require(Self.complete.components(separatedBy: "steps:").first)
        #expect(Self.error(head)?.problem == .missingKey("steps", in: "a journey"))
        #expect(Self.error(head + "steps: []")?.problem == .noSteps)
        #expect(
            Self.error(head + "steps:")?.problem
                == .wrongType(key: "steps", expected: "a list of steps", found: "empty"))
        #expect(
            Self.error(head + "steps: [open]")?.problem
                == .wrongType(
                    key: "steps", expected: "keys and values (id, title, type, critical, budget, use_seconds)",
                    found: "'open'"))
    }

    @Test("a media step may have a length of use, another one not")
    func useLength() throws {
        let step = { (type: String) in
            "id: standard\ntitle: T\napplication: a\ndevice: laptop\nnetwork: wifi\nschema: ecoproxy.journey/1\n"
                + "steps:\n  - id: video\n    title: V\n    type: \(type)\n    use_seconds: 900\n"
        }
        #expect(try JourneyFile.parse(step("media"), name: "j").steps[0].useSeconds == 900)
        let error = #expect(throws: JourneyFileError.self) { try JourneyFile.parse(step("action"), name: "j") }
        #expect(error?.problem == .useOfNoMedia("action"))
        #expect(error?.description.contains("j:11") == true, "\(error?.description ?? "")")
    }

    @Test("cut at any byte, a journey is read or refused, never a crash")
    func cutAnywhere() {
        let bytes = Data(Self.complete.utf8)
        for count in 0..<bytes.count {
            do {
                _ = try JourneyFile.parse(bytes.prefix(count), name: "j.yaml")
            } catch {
                #expect(error.file == "j.yaml")
            }
        }
    }

    @Test("the sample journey reads as its README says", .reference)
    func sample() throws {
        let folder = try #require(Repository.shared).appending(path: "user-samples")
        let journey = try JourneyFile.parse(
            Data(contentsOf: folder.appending(path: "journey.yaml")), name: "journey.yaml")
        #expect(journey.id == "parcours-standard")
        #expect(journey.title["fr"] == "Parcours standard")
        #expect(journey.version == "2.4.0")
        #expect(journey.device == .smartphone)
        #expect(journey.steps.map(\.id) == ["ouvrir", "connecter", "documents"])
        #expect(journey.steps.map(\.type) == [.loading, .action, .loading])
        #expect(journey.steps.map(\.critical) == [true, false, true])
        #expect(journey.steps.map(\.budget.bytes) == [900_000, 60_000, 900_000])
        #expect(journey.steps.map(\.budget.thirdPartyBytes) == [nil, 0, nil])
        #expect(journey.budget.maximumRegression == 0.1)
        #expect(journey.runs == RunPlan(cold: 3, warm: 2, maximumSpread: 0.15))
    }
}
