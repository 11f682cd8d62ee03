import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct YAMLDocumentTests {
    @Test("a file without a journey says so", arguments: ["", "\n\n", "# nothing yet\n", "\u{FEFF}"])
    func empty(_ yaml: String) {
        #expect(JourneyFileTests.error(yaml) == JourneyFileError(.empty, file: "j.yaml"))
    }

    @Test(
        "text that is no YAML is named with its place",
        arguments: [
            ("id: a\n  title: b\n", 2, 8), ("id: \"a\n", 2, 1), ("id: [a\n", 2, 1), ("id: a\n\tb: c\n", 2, 1),
            ("id: a\ntitle: @b\n", 2, 8), ("id: a\n---\nid: b\n", 2, 1), ("id: a\u{1}\n", 1, 6),
            ("id: é\r\nb: \u{7}", 2, 4),
            ("id: *a\n", 1, 5), ("id: \"\\uD800\"\n", 1, 8),
        ])
    func syntax(_ yaml: String, _ line: Int, _ column: Int) throws {
        let error = try #require(JourneyFileTests.error(yaml))
        guard case .syntax = error.problem else {
            Issue.record("\(error)")
            return
        }
        #expect(error.place == JourneyFileError.Place(line: line, column: column))
    }

    @Test("what isn't keys and values is no journey", arguments: ["text", "[a, b]", "---", "12"])
    func otherRoots(_ yaml: String) throws {
        guard case .wrongType("journey", _, _) = try #require(JourneyFileTests.error(yaml)).problem else {
            Issue.record("\(yaml) was read otherwise")
            return
        }
    }

    @Test("a key that is no text is unknown", arguments: ["{ ? [a] : b }", "{ {a: b}: c }", "? [a]\n: b\n"])
    func keysThatAreNoText(_ yaml: String) throws {
        guard case .unknownKey("…", in: "a journey", _) = try #require(JourneyFileTests.error(yaml)).problem else {
            Issue.record("\(yaml) was read otherwise")
            return
        }
    }

    @Test("bytes that are no UTF-8, and too many of them, are refused")
    func bytes() {
        #expect(throws: JourneyFileError(.notUTF8, file: "j.yaml")) {
            try JourneyFile.parse(Data([0x69, 0x64, 0x3A, 0x20, 0xFF]), name: "j.yaml")
        }
        let size = (1 << 20) + 1
        let tooLarge = JourneyFileError(.tooLarge(bytes: size, limit: 1 << 20), file: "j.yaml")
        #expect(throws: tooLarge) { try JourneyFile.parse(Data(repeating: 0x23, count: size), name: "j.yaml") }
        #expect(throws: tooLarge) { try JourneyFile.parse(String(repeating: "#", count: size), name: "j.yaml") }
        #expect(JourneyFileTests.error(String(repeating: "#", count: size - 1))?.problem == .empty)
    }

    /// A text that is too long to stand in the test's name.
    struct Bomb: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let yaml: String
    }

    static let bombs: [Bomb] = [
        Bomb(testDescription: "lists", yaml: String(repeating: "[", count: 500_000)),
        Bomb(testDescription: "lists in a block", yaml: String(repeating: "- ", count: 100_000) + "a"),
        Bomb(testDescription: "sets of keys", yaml: String(repeating: "{a: ", count: 100_000)),
        Bomb(testDescription: "keys within keys", yaml: String(repeating: "? ", count: 100_000) + "a"),
        Bomb(
            testDescription: "aliases",
            yaml: (1...40).reduce("a0: &a0 x\n") { "\($0)a\($1): &a\($1) [*a\($1 - 1), *a\($1 - 1)]\n" }),
        Bomb(
            testDescription: "aliases in keys",
            yaml: (1...40).reduce("a0: &a0 x\n") { "\($0)? &a\($1) [*a\($1 - 1), *a\($1 - 1)]\n: 1\n" }),
        Bomb(
            testDescription: "wide keys within keys",
            yaml: String(repeating: "? ", count: 60) + "[\(String(repeating: "a,", count: 400_000))]"),
        Bomb(
            testDescription: "wide keys within keys of a list",
            yaml: "[" + String(repeating: "[? ", count: 60) + "\(String(repeating: "a,", count: 400_000))]"),
    ]

    @Test("text that is nested or refers to itself without measure is refused, not followed", arguments: bombs)
    func refused(_ bomb: Bomb) throws {
        #expect(try #require(JourneyFileTests.error(bomb.yaml)).problem == .tooComplex)
    }

    @Test("a few aliases are refused as what they are")
    func aliases() {
        let yaml = "id: &i a\ntitle: *i\n"
        #expect(
            JourneyFileTests.error(yaml)
                == JourneyFileError(
                    .unusedFeature("the anchor '&i'"), file: "j.yaml",
                    place: JourneyFileError.Place(line: 1, column: 5)))
    }

    @Test("ordinary questions, lists and stars in titles are no complexity")
    func ordinarySigns() throws {
        let steps = (0..<200).map {
            "  - { id: s\($0), title: \"Étape [\($0)] : que faire ? (*.test, * voir &c.)\", type: action }\n"
        }
        let head = try #require(JourneyFileTests.complete.components(separatedBy: "steps:").first)
        #expect(try JourneyFile.parse(head + "steps:\n" + steps.joined(), name: "j.yaml").steps.count == 200)
    }
}
