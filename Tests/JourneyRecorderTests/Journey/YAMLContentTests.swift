import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct YAMLContentTests {
    private static func content(_ text: String) throws -> YAMLContent {
        try YAMLContent(Data(text.utf8), name: "a.yaml")
    }

    private static func same(_ one: Data, _ other: Data) throws -> Bool {
        let options: JSONSerialization.ReadingOptions = [.fragmentsAllowed]
        let values = try [one, other].map {
            try JSONSerialization.jsonObject(with: $0, options: options) as? NSObject
        }
        return values[0] == values[1]
    }

    @Test(
        "YAML stands for the JSON that it would be written as",
        arguments: [
            ("a: 1\nb: [x, 0.25, -3e2]\n", #"{"a": 1, "b": ["x", 0.25, -300]}"#),
            ("date: 2026-11-25\nversion: \"1.0\"\n", #"{"date": "2026-11-25", "version": "1.0"}"#),
            ("a: true\nb: 'true'\nc: ~\nd:\n", #"{"a": true, "b": "true", "c": null, "d": null}"#),
            ("a: >\n  one\n  two\nb: |\n  one\n  two\n", #"{"a": "one two", "b": "one\ntwo"}"#),
            (
                "a: 0x10\nb: 1_000\nc: .5\nd: 012\ne: 1e999\n",
                #"{"a":"0x10","b":"1_000","c":".5","d":"012","e":"1e999"}"#
            ),
            ("a: \"x: \\u00e9\" # what is said\n", #"{"a": "x: é"}"#),
        ])
    func values(_ yaml: String, _ json: String) throws {
        #expect(try Self.same(Self.content(yaml).json, Data(json.utf8)))
    }

    @Test("a file of JSON is YAML, and reads as Foundation reads it", arguments: ["fr-2026.1", "world-2026.1"])
    func json(_ id: String) throws {
        let file = Repository.root.appending(path: "Sources/EcoScore/Resources/\(id).json")
        let data = try Data(contentsOf: file)
        #expect(try Self.same(YAMLContent(data, name: "a.json").json, data))
    }

    @Test("values have their lines, lists by position")
    func lines() throws {
        let lines = try Self.content("a: 1\nb:\n  - c: 2\n    d: 3\n  - e\n").lines
        #expect(lines["a"] == 1)
        #expect(lines["b.0.c"] == 3)
        #expect(lines["b.0.d"] == 4)
        #expect(lines["b.1"] == 5)
    }

    @Test("a key given twice, a reference and what is no YAML are named with their place")
    func refused() {
        for (yaml, line) in [("a: 1\na: 2\n", 1), ("a: &x 1\nb: *x\n", 1), ("a: [1\n", 2), ("? [a]\n: 1\n", 1)] {
            let error = #expect(throws: JourneyFileError.self) { try Self.content(yaml) }
            #expect(error?.file == "a.yaml")
            if case .syntax = error?.problem { continue }
            #expect(error?.place?.line == line, "\(yaml)")
        }
        #expect(throws: JourneyFileError.self) { try YAMLContent(Data([0xFF, 0xFE, 0x00]), name: "a.yaml") }
        #expect(throws: JourneyFileError.self) {
            try YAMLContent(Data(repeating: 0x20, count: 1 << 21), name: "a.yaml")
        }
    }
}
