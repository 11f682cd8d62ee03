import Documents
import Testing

@testable import JourneyRecorder

@Suite struct StepNamingTests {
    private static func problem(_ name: StepName, _ journey: Journey) -> MarkerImportError.Problem? {
        do {
            _ = try StepNaming(journey).id(of: name)
            return nil
        } catch {
            return error
        }
    }

    @Test("an identifier goes before a title; case, blanks and apostrophes don't matter in a title")
    func names() throws {
        let journey = try ImportSamples.journey([
            ("open", "Open the app", "Ouvrir l'application"), ("other", "open", "Autre"), ("fin", "x", "y"),
        ])
        let naming = StepNaming(journey)
        for (text, id) in [
            ("open", "open"), ("OUVRIR L\u{2019}APPLICATION", "open"), (" open\u{A0}the  app", "open"),
            ("Open", "other"),
        ] {
            #expect(try naming.id(of: StepName(text: text, place: "")) == id)
        }
        #expect(!naming.ends(StepName(text: "fin", place: "")), "the journey has a step of that name")
        #expect(naming.ends(StepName(text: "END", place: "")))
        #expect(StepNaming(nil).ends(StepName(text: "fin", place: "")))
    }

    @Test("a name that means no step or several is refused with the journey's steps")
    func refused() throws {
        let journey = try ImportSamples.journey([("a", "Same", "x"), ("b", "same", "y")])
        #expect(Self.problem(StepName(text: "Same", place: ""), journey) == .ambiguousStep("Same", steps: ["a", "b"]))
        let unknown = try #require(Self.problem(StepName(text: "c", place: ""), journey))
        #expect(unknown == .unknownStep("c", journey: ["a", "b"]))
        #expect(unknown.description.contains("a, b"))
    }

    @Test("the launch of the app is the first step, if that is one of loading")
    func launch() throws {
        let launch = StepName(text: "launchAppCommand", isLaunch: true, place: "")
        let journey = try ImportSamples.journey([("open", "x", "y"), ("b", "z", "w")])
        #expect(try StepNaming(journey).id(of: launch) == "open")
        let other = try ImportSamples.journey([("rest", "x", "y")], first: .baseline)
        #expect(Self.problem(launch, other) == .launchWithoutStep(first: "rest"))
        #expect(try StepNaming(nil).id(of: launch) == "launchAppCommand")
    }
}
