import Documents
import Foundation
import TestSupport
import Testing

/// The schemas of `docs/formats` hold for what the types write, and fail for what they must not.
@Suite struct SchemaTests {
    enum Document: String, CaseIterable {
        case fullMeasurement, minimalMeasurement, flows, fullScore, minimalScore, whatIf

        var schema: String {
            switch self {
            case .fullMeasurement, .minimalMeasurement: "measurement"
            case .flows: "flows"
            case .fullScore, .minimalScore: "score"
            case .whatIf: "what-if"
            }
        }

        var json: Data {
            get throws {
                switch self {
                case .fullMeasurement: try CanonicalJSON.encode(JourneyMeasurement.full)
                case .minimalMeasurement: try CanonicalJSON.encode(JourneyMeasurement.minimal)
                case .flows: try CanonicalJSON.encode(FlowList.full)
                case .fullScore: try CanonicalJSON.encode(JourneyScore.full(of: .repeating("e")))
                case .whatIf: try CanonicalJSON.encode(WhatIf.full)
                case .minimalScore: try CanonicalJSON.encode(JourneyScore.minimal(of: .repeating("e")))
                }
            }
        }
    }

    @Test("what the types write is valid", arguments: Document.allCases)
    func valid(_ document: Document) throws {
        #expect(try validate(document.json, against: document.schema) == [])
    }

    @Test(
        "a full document has every key that its schema names",
        arguments: [Document.fullMeasurement, .flows, .fullScore, .whatIf])
    func complete(_ document: Document) throws {
        let json = try document.json
        let file = Repository.root.appending(path: "docs/formats/\(document.schema).schema.json")
        let named = keys(in: try JSONSerialization.jsonObject(with: Data(contentsOf: file)), of: "properties")
        let written = keys(in: try JSONSerialization.jsonObject(with: json), of: nil)
        #expect(named.subtracting(written) == [])
    }

    struct Wrong: CustomTestStringConvertible {
        let document: Document
        let why: String
        /// Where the schema must find fault.
        let path: String
        let change: @Sendable (String) -> String

        var testDescription: String { "\(document.schema): \(why)" }
    }

    static let wrong: [Wrong] = [
        Wrong(document: .fullMeasurement, why: "an unknown key", path: "$") {
            $0.replacing("\"network\" :", with: "\"netwrok\": 1, \"network\" :")
        },
        Wrong(document: .fullMeasurement, why: "a missing key", path: "$") {
            $0.replacing("\"network\" : \"wifi\",", with: "")
        },
        Wrong(document: .fullMeasurement, why: "another schema", path: "$.schema") {
            $0.replacing("ecoproxy.measurement/1", with: "ecoproxy.measurement/2")
        },
        Wrong(document: .fullMeasurement, why: "a fraction of a byte", path: "$.totals.ipBytes") {
            $0.replacing("\"ipBytes\" : 8060", with: "\"ipBytes\" : 8060.5")
        },
        Wrong(document: .fullMeasurement, why: "less than nothing", path: "$.totals.ipBytes") {
            $0.replacing("\"ipBytes\" : 8060", with: "\"ipBytes\" : -1")
        },
        Wrong(document: .fullMeasurement, why: "a time without nanoseconds", path: "$.totals.first") {
            $0.replacing("\"first\" : \"2026-03-02T09:00:00.000000000Z\"", with: "\"first\" : \"2026-03-02T09:00:00Z\"")
        },
        Wrong(document: .fullMeasurement, why: "a shortened hash", path: "$.journey.sha256") {
            $0.replacing(String(repeating: "b", count: 64), with: "bbbbbbbbbbbb")
        },
        Wrong(document: .fullMeasurement, why: "a word outside the vocabulary", path: "$.device.class") {
            $0.replacing("\"smartphone\"", with: "\"phone\"")
        },
        Wrong(document: .fullMeasurement, why: "a title that is no text", path: "$.steps[1].title") {
            $0.replacing("\"Se connecter\"", with: "12")
        },
        Wrong(document: .fullScore, why: "a bare figure without a range", path: "$.leads[0].gain") {
            $0.replacing(#/"gain" : \{[^}]*\}/#, with: "\"gain\" : 0.0001")
        },
        Wrong(document: .fullScore, why: "a range without its high end", path: "$.leads[0].gain") {
            $0.replacing(#/"high" : 0.0001,/#, with: "")
        },
        Wrong(document: .fullScore, why: "greenhouse gas in litres", path: "$.indicators.ghg.unit") {
            $0.replacing("\"kgCO2e\"", with: "\"L\"")
        },
        Wrong(document: .fullScore, why: "more than a hundred", path: "$.ecoscore.value") {
            $0.replacing("\"value\" : 72.5", with: "\"value\" : 172.5")
        },
        Wrong(document: .fullScore, why: "a letter that is no grade", path: "$.ecoscore.grade") {
            $0.replacing("\"grade\" : \"B\"", with: "\"grade\" : \"H\"")
        },
        Wrong(document: .fullScore, why: "null for what isn't known", path: "$.ecoscore.grade") {
            $0.replacing("\"grade\" : \"B\"", with: "\"grade\" : null")
        },
        Wrong(document: .fullScore, why: "a share above one", path: "$.hotSpots[0].part.share") {
            $0.replacing("\"share\" : 0.5\n", with: "\"share\" : 1.5\n")
        },
        Wrong(document: .whatIf, why: "a score instead of its scenario", path: "$.schema") {
            $0.replacing("ecoproxy.what-if/1", with: "ecoproxy.score/1")
        },
    ]

    @Test("a wrong document is refused where it is wrong", arguments: wrong)
    func refused(_ wrong: Wrong) throws {
        let text = String(decoding: try wrong.document.json, as: UTF8.self)
        let changed = wrong.change(text)
        #expect(changed != text)
        let errors = try validate(Data(changed.utf8), against: wrong.document.schema)
        #expect(errors.contains { $0.hasPrefix(wrong.path + ": ") }, "\(errors)")
    }

    @Test("a hypothetical outcome is no score")
    func hypothetical() throws {
        #expect(throws: DocumentError.self) { try JourneyScore(json: Document.whatIf.json) }
        #expect(try WhatIf(json: Document.whatIf.json) == .full)
    }

    @Test("a score of an earlier version, without what explains and gains, is still read and valid")
    func earlier() throws {
        var score = JourneyScore.full(of: .repeating("e"))
        score.hotSpots = [HotSpot(step: "ouvrir", iteration: 1, measure: .data, share: 1)]
        score.leads[0].gains = nil
        let json = try CanonicalJSON.encode(score)
        #expect(try validate(json, against: "score") == [])
        #expect(try JourneyScore(json: json) == score)
    }

    @Test("what is no JSON, or no number of JSON, is not judged", arguments: ["", "{", "{\"schema\": NaN}"])
    func noJSON(_ text: String) {
        #expect(throws: SchemaValidationError.self) { try validate(Data(text.utf8), against: "score") }
    }

    private func keys(in value: Any, of parent: String?) -> Set<String> {
        switch value {
        case let object as [String: Any]:
            let own = parent == nil ? Set(object.keys) : Set((object["properties"] as? [String: Any] ?? [:]).keys)
            return object.values.reduce(into: own) { $0.formUnion(keys(in: $1, of: parent)) }
        case let array as [Any]:
            return array.reduce(into: []) { $0.formUnion(keys(in: $1, of: parent)) }
        default:
            return []
        }
    }
}

/// The schemas of what people write, tried on the user samples.
@Suite struct JourneySchemaTests {
    @Test("the sample journey is valid", .reference)
    func sampleJourney() throws {
        let file = try #require(Repository.shared).appending(path: "user-samples/journey.yaml")
        #expect(try validate(converted(Data(contentsOf: file)), against: "journey") == [])
    }

    @Test("the sample markers are valid", .reference)
    func sampleMarkers() throws {
        let file = try #require(Repository.shared).appending(path: "user-samples/markers.jsonl")
        #expect(try validate(Data(contentsOf: file), against: "marker", lines: true) == [])
    }

    private static let journey = """
        schema: ecoproxy.journey/1
        id: court
        title: Court
        application: fr.exemple.sante
        device: laptop
        network: fixed
        steps:
          - { id: ouvrir, title: Ouvrir, type: loading }

        """

    @Test("a journey needs no more than its steps")
    func smallest() throws {
        #expect(try validate(converted(Data(Self.journey.utf8)), against: "journey") == [])
    }

    @Test(
        "a wrong journey is refused where it is wrong",
        arguments: [
            ("network: fixed", "netwrok: fixed", "$"),
            ("title: Court", "title: { francais: Court }", "$.title"),
            ("device: laptop", "device: phone", "$.device"),
            ("network: fixed", "network: fixed\nversion: 2.10", "$.version"),
            ("network: fixed", "network: fixed\nruns: { max_spread: 15 }", "$.runs.max_spread"),
            ("type: loading", "type: loading, budget: { octets: 1 }", "$.steps[0].budget"),
            ("type: loading", "type: loading, budget: { bytes: -1 }", "$.steps[0].budget.bytes"),
            ("  - { id: ouvrir, title: Ouvrir, type: loading }", "  []", "$.steps"),
        ])
    func refusedJourney(_ old: String, _ new: String, _ path: String) throws {
        let yaml = Self.journey.replacing(old, with: new)
        #expect(yaml != Self.journey)
        let errors = try validate(converted(Data(yaml.utf8)), against: "journey")
        #expect(errors.contains { $0.hasPrefix(path + ": ") }, "\(errors)")
    }

    @Test(
        "a marker is judged by its kind",
        arguments: [
            (#"{"time":"2026-03-02T09:00:00.000000000Z","kind":"step","step":"a","iteration":2,"source":"key"}"#, true),
            (#"{"time":"2026-03-02T09:00:00.000000000Z","kind":"undo","source":"key"}"#, true),
            (#"{"time":"2026-03-02T09:00:00.000000000Z","kind":"step","source":"key"}"#, false),
            (#"{"time":"2026-03-02T09:00:00.000000000Z","kind":"note","source":"key"}"#, true),
            (#"{"time":"2026-03-02T09:00:00.000000000Z","kind":"stop","source":"key"}"#, false),
            (#"{"time":"2026-03-02T10:00:00.000000000+01:00","kind":"end","source":"key"}"#, false),
            (#"{"time":"2026-03-02T09:00:00.000000000Z","kind":"end"}"#, false),
            (
                #"{"time":"2026-03-02T09:00:00.000000000Z","kind":"step","step":"a","iteration":0,"source":"key"}"#,
                false
            ),
            (#"{"time":"2026-03-02T09:00:00.000000000Z","kind":"step","step":"a\nb","source":"key"}"#, false),
            (#"{"time":"2026-03-02T09:00:00.000000000Z","kind":"end","source":"key","who":"me"}"#, false),
        ])
    func marker(_ line: String, _ isValid: Bool) throws {
        #expect(try validate(Data(line.utf8), against: "marker").isEmpty == isValid)
    }

    /// YAML as JSON, by Python's own reader.
    private func converted(_ yaml: Data) throws -> Data {
        let result = try run(
            "/usr/bin/python3",
            ["-c", "import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin.buffer), sys.stdout)"],
            input: yaml)
        try #require(result.status == 0, "\(result.errors)")
        return result.output
    }
}
