import Documents
import Testing

@testable import JourneyRecorder

@Suite struct PlaywrightReportTests {
    private static func report(_ tests: [(start: String, duration: Double)]) -> String {
        let list = tests.enumerated().map { index, test in
            #"{"results":[{"startTime":"\#(test.start)","duration":\#(test.duration),"steps":[{"title":"s\#(index)","duration":1}]}]}"#
        }
        return #"{"suites":[{"specs":[{"tests":[\#(list.joined(separator: ","))]}]}]}"#
    }

    @Test("tests one after the other are one walk, in the order of time")
    func several() throws {
        let text = Self.report([("2026-03-02T09:00:02Z", 500), ("2026-03-02T09:00:00Z", 2000)])
        let steps = try Timeline(ImportSamples.markers(text).log, journey: nil).steps
        #expect(steps.map(\.step.id) == ["s1", "s0"])
        #expect(steps.last?.end?.description == "2026-03-02T09:00:02.500000000Z")
    }

    @Test("tests at the same time, and times that are none, are refused")
    func errors() {
        let atOnce = Self.report([("2026-03-02T09:00:01Z", 500), ("2026-03-02T09:00:00Z", 2000)])
        #expect(ImportSamples.problem(atOnce)?.problem == .testsAtOnce)
        #expect(ImportSamples.problem(Self.report([("now", 1)]))?.problem == .badTime("now"))
        #expect(ImportSamples.problem(Self.report([("2026-03-02T09:00:01Z", 1e300)]))?.problem == .badTime("1e+300"))
        #expect(ImportSamples.problem(#"{"suites":[]}"#)?.problem == .noSteps(.playwrightReport))
    }
}
