import Testing

@testable import JourneyRecorder

@Suite struct MaestroCommandsTests {
    private static let launch =
        #"{"command":{"launchAppCommand":{"appId":"a"}},"metadata":{"status":"COMPLETED","timestamp":1000}}"#

    @Test("a launch begins the journey's first step without a label; each launch is an iteration")
    func launch() throws {
        let text = "[\(Self.launch),\(Self.launch.replacing("1000", with: "9000"))]"
        let journey = try ImportSamples.journey([("open", "x", "y")])
        let steps = try Timeline(ImportSamples.markers(text, journey: journey).log, journey: journey).steps
        #expect(steps.map(\.step.id) == ["open", "open"])
        #expect(steps.map(\.iteration) == [1, 2])
    }

    @Test("commands that aren't objects, or have no label, begin nothing")
    func others() {
        #expect(
            ImportSamples.problem(#"[{"command":{"a":1,"b":null,"c":{"x":2}},"metadata":{"timestamp":5}}]"#)?.problem
                == .noSteps(.maestro))
        #expect(ImportSamples.problem(#"[{"command":{"a":{"label":3}}}]"#)?.problem == .missingKey("label"))
        #expect(
            ImportSamples.problem(#"[{"command":{"a":{"label":"x"}},"metadata":{"timestamp":-1}}]"#)?.problem
                == .badTime("-1.0"))
    }
}
