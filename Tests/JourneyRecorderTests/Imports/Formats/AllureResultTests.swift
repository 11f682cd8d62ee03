import Testing

@testable import JourneyRecorder

@Suite struct AllureResultTests {
    @Test("a test without stop, or a step without one, leaves the last step open")
    func open() throws {
        let log = try ImportSamples.markers(#"{"uuid":"u","steps":[{"name":"a","start":1000}]}"#).log
        #expect(log.entries.map(\.marker.kind) == [.step])
    }

    @Test("what a result must have is named with its place")
    func errors() throws {
        let missing = try #require(ImportSamples.problem(#"{"uuid":"u","steps":[{"name":"a"}]}"#))
        #expect(missing.problem == .missingKey("start") && missing.place == "steps[0]")
        let bad = try #require(ImportSamples.problem(#"{"uuid":"u","steps":[{"name":"a","start":-5}]}"#))
        #expect(bad.problem == .badTime("-5.0") && bad.place == "steps[0]")
        #expect(ImportSamples.problem(#"{"uuid":"u","steps":[]}"#)?.problem == .noSteps(.allure))
    }
}
