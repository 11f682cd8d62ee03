import Documents
import Testing

@testable import JourneyRecorder

@Suite struct StepDisplayTests {
    private static func displays(
        _ markers: [(Int64, Marker.Kind, String?)], _ intervals: [(Int64, Int64)] = [], silence: SilenceWatch? = nil
    ) throws -> [StepDisplay?] {
        let log = try TimelineTests.log(markers)
        let timeline = try Timeline(log, journey: nil).closing(at: TimelineTests.time(100))
        return StepDisplays(
            timeline, markers: log,
            intervals: intervals.map {
                DisplayInterval(start: TimelineTests.time($0.0), displayed: TimelineTests.time($0.1))
            }, silence: silence
        ).steps
    }

    @Test("the first marker within a step, pauses left out, unless it names another step")
    func markers() throws {
        let displays = try Self.displays([
            (1, .displayed, nil), (10, .step, "a"), (12, .displayed, "b"), (13, .pause, nil), (16, .resume, nil),
            (17, .displayed, "a"), (18, .displayed, nil), (20, .step, "b"), (25, .end, nil), (26, .displayed, nil),
            (30, .step, "c"), (33, .displayed, nil),
        ])
        #expect(
            displays == [
                StepDisplay(seconds: 4, evidence: .marker), nil, StepDisplay(seconds: 3, evidence: .marker),
            ])
        #expect(displays[0]?.displayTime == Step.DisplayTime(seconds: 4, basis: .measured))
    }

    @Test("a tool's first interval of a step, if it ends in it; a marker counts before it")
    func tools() throws {
        let walk: [(Int64, Marker.Kind, String?)] = [
            (10, .step, "a"), (12, .displayed, nil), (20, .step, "b"), (30, .step, "c"),
        ]
        let displays = try Self.displays(walk, [(10, 15), (19, 24), (25, 28), (31, 101), (40, 45)])
        #expect(
            displays == [
                StepDisplay(seconds: 2, evidence: .marker), StepDisplay(seconds: 4, evidence: .tool), nil,
            ])
    }

    @Test("silence is a model, and comes last")
    func silence() throws {
        var watch = SilenceWatch(stepCount: 2)
        watch.note(slice: 0, 11_500_000_000...11_500_000_000)
        watch.note(slice: 1, 21_250_000_000...21_250_000_000)
        let displays = try Self.displays(
            [(10, .step, "a"), (13, .displayed, nil), (20, .step, "b")], silence: watch)
        #expect(
            displays == [StepDisplay(seconds: 3, evidence: .marker), StepDisplay(seconds: 1.25, evidence: .silence)])
        #expect(displays[1]?.displayTime == Step.DisplayTime(seconds: 1.25, basis: .modelled))
    }

    @Test("without steps or evidence there is nothing")
    func nothing() throws {
        #expect(try Self.displays([(1, .displayed, nil)], [(1, 2)]).isEmpty)
        #expect(try Self.displays([(1, .step, "a")]) == [nil])
    }
}
