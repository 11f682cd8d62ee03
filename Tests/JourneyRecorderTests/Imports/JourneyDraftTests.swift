import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct JourneyDraftTests {
    private static func draft(_ text: String, format: MarkerFormat? = nil) throws -> JourneyDraft {
        try JourneyDraft(
            from: Data(text.utf8), name: "f", format: format, id: "j",
            title: LocalizedText(["en": "A \"walk\"", "fr": "Une balade"]), application: "org.example.app")
    }

    private static func parsed(_ draft: JourneyDraft) throws -> Journey {
        try JourneyFile.parse(draft.yaml { "remark: \($0)\nof two lines" }, name: "journey.yaml")
    }

    @Test(
        "every format gives a journey that is read back, and to which its own file fits",
        arguments: (ImportSamples.walks + [(.greenit, ImportSamples.greenit)]).map(\.text))
    func roundTrip(_ text: String) throws {
        let draft = try Self.draft(text)
        let journey = try Self.parsed(draft)
        #expect(journey.steps.map(\.id) == draft.steps.map(\.id))
        #expect(journey.steps.map { $0.title["fr"] } == ImportSamples.names)
        #expect(journey.steps.map(\.type) == [.loading, .action, .action])
        #expect(journey.title == draft.title)
        #expect(journey.application == "org.example.app")
        guard text != ImportSamples.greenit, text != ImportSamples.markers else { return }
        let log = try ImportSamples.markers(text, journey: journey).log
        #expect(try Timeline(log, journey: journey).missing.isEmpty)
    }

    @Test("a name that occurs again is one step; names that look alike stay apart")
    func names() throws {
        let draft = try Self.draft(
            """
            1772442000000000 Été
            1772442001000000 ete
            1772442002000000 Été
            1772442003000000 fin
            """)
        #expect(draft.steps.map(\.id) == ["ete", "ete-2"])
        #expect(draft.steps.map { $0.title["en"] } == ["Été", "ete"])
    }

    @Test("the launch of an app is titled in both languages")
    func launch() throws {
        let draft = try Self.draft(
            #"[{"command":{"launchAppCommand":{"appId":"a"}},"metadata":{"timestamp":1772442000000}}]"#)
        #expect(draft.steps.map(\.id) == ["open"])
        #expect(
            try Self.parsed(draft).steps[0].title
                == LocalizedText(["en": "Open the app", "fr": "Ouvrir l'application"]))
    }

    @Test("any text that can be shown is read back as it is", arguments: 0..<8)
    func texts(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let signs: [Character] = [
            "\"", "\\", "#", ":", "'", "&", "*", "é", "\u{200D}", "😀", "\u{E000}", "{", "%", "-",
        ]
        for _ in 0..<40 {
            let text = String(
                (0..<Int.random(in: 1...12, using: &dice)).map { _ in signs.randomElement(using: &dice) ?? "x" })
            let draft = JourneyDraft(
                id: text, title: LocalizedText(text), application: text,
                steps: [JourneyDraft.Step(id: text, title: LocalizedText(text), type: .media, budgetBytes: 7)])
            let journey = try Self.parsed(draft)
            #expect(journey.id == text)
            #expect(journey.steps[0].title == LocalizedText(text))
            #expect(journey.steps[0].budget.bytes == 7)
        }
    }

    @Test("a file without steps gives no journey")
    func empty() {
        #expect(throws: MarkerImportError(.noSteps(.gmt), file: "f")) { try Self.draft("1772442000000000 end") }
        #expect(throws: MarkerImportError(.noSteps(.markers), file: "f")) { try Self.draft("") }
    }
}
