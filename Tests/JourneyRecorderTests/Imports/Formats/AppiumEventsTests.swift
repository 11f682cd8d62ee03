import Testing

@testable import JourneyRecorder

@Suite struct AppiumEventsTests {
    @Test("the response of the server is read as well; an event twice is two iterations")
    func response() throws {
        let log = try ImportSamples.markers(#"{"value":{"qa:a":[1000,3000],"qa:b:c":[2000],"commands":[]}}"#).log
        let steps = try Timeline(log, journey: nil).steps
        #expect(steps.map(\.step.id) == ["a", "b:c", "a"])
        #expect(steps.map(\.iteration) == [1, 1, 2])
    }

    @Test("of several vendors, ecoproxy counts; without it they are named")
    func vendors() {
        #expect(ImportSamples.problem(#"{"a:x":[1],"b:y":[2]}"#)?.problem == .severalVendors(["a", "b"]))
        #expect(ImportSamples.problem(#"{"commands":[]}"#)?.problem == .noSteps(.appium))
        #expect(ImportSamples.problem(#"{"a:x":1}"#)?.problem == .missingKey("a:x"))
        #expect(ImportSamples.problem(#"{"a:x":[-1]}"#)?.problem == .badTime("-1.0"))
    }
}
