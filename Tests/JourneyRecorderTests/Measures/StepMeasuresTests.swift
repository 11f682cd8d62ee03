import Documents
import Testing

@testable import JourneyRecorder

@Suite struct StepMeasuresTests {
    private static func measures(_ seconds: ClosedRange<Int64>, scope: EnergySeries.Scope = .device) throws
        -> StepMeasures
    {
        let log = try TimelineTests.log([(10, .step, "a"), (12, .displayed, nil), (20, .step, "b"), (21, .step, "c")])
        let timeline = try Timeline(log, journey: nil).closing(at: TimelineTests.time(40))
        let intervals = seconds.dropLast().map {
            EnergySeries.Interval(start: $0 * 1_000_000_000, end: ($0 + 1) * 1_000_000_000, joules: 3)
        }
        return StepMeasures(
            timeline, energy: EnergySeries(intervals: intervals, scope: scope),
            displays: StepDisplays(timeline, markers: log))
    }

    @Test("each step has what is known of it, and a remark where it isn't")
    func steps() throws {
        let measures = try Self.measures(5...35)
        #expect(
            measures.steps.map(\.energy) == [Step.Energy(joules: 30, basis: .measured), Step.Energy(), Step.Energy()])
        #expect(
            measures.steps.map(\.displayTime) == [
                Step.DisplayTime(seconds: 2, basis: .measured), Step.DisplayTime(), Step.DisplayTime(),
            ])
        #expect(
            measures.remarks == [
                .energyTooCoarse(step: 1, seconds: 1, periodSeconds: 1), .energyNotCovered(step: 2),
            ])
        #expect(measures.remarks[0].description.hasPrefix("Step 2 has no energy: it lasts 1.0 s"))
    }

    @Test("a series of a part of the device, or of another time, is remarked once")
    func remarks() throws {
        #expect(try Self.measures(5...45, scope: .processor).remarks.first == .partOfDevice(.processor))
        let elsewhere = try Self.measures(100...140)
        let walk = TimelineTests.time(10)..<TimelineTests.time(40)
        #expect(
            elsewhere.remarks == [
                .energyOfAnotherTime(series: TimelineTests.time(100)..<TimelineTests.time(140), walk: walk)
            ])
        #expect(elsewhere.steps.allSatisfy { $0.energy == Step.Energy() })
    }

    @Test("without energy nothing is remarked")
    func absent() throws {
        let log = try TimelineTests.log([(10, .step, "a"), (20, .end, nil)])
        let timeline = try Timeline(log, journey: nil)
        let measures = StepMeasures(timeline, energy: nil, displays: StepDisplays(timeline, markers: log))
        #expect(measures.remarks.isEmpty)
        #expect(measures.steps.map(\.energy) == [Step.Energy()])
    }
}
