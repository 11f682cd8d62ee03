import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct GreenITJourneyTests {
    private static func names(_ text: String) throws -> [StepName] {
        try GreenITJourney.names(Data(text.utf8), file: "g")
    }

    @Test("each page and each action is a step, with its line")
    func names() throws {
        let names = try Self.names(ImportSamples.greenit + "\n- url: https://b.example.org/\n")
        #expect(names.map(\.text) == ImportSamples.names + ["https://b.example.org/"])
        #expect(names.map(\.place) == ["line 1", "line 4", "line 7", "line 9"])
    }

    @Test("an action without a name is named by its place; what isn't YAML by its line")
    func errors() {
        #expect(throws: MarkerImportError(.missingKey("name"), file: "g", place: "[0].actions[0]")) {
            try Self.names("- url: u\n  actions:\n    - type: click\n")
        }
        #expect(throws: JourneyFileError.self) { try Self.names("- url: [") }
    }
}
