import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

/// A walk as a table row, in seconds since the epoch.
struct WalkCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let markers: [(Int64, Marker.Kind, String?)]
    /// id, iteration, start, end, parts.
    let expected: [(String, Int, Int64, Int64?, [(Int64, Int64?)])]

    init(
        _ name: String, _ markers: [(Int64, Marker.Kind, String?)],
        _ expected: [(String, Int, Int64, Int64?, [(Int64, Int64?)])]
    ) {
        (testDescription, self.markers, self.expected) = (name, markers, expected)
    }
}

@Suite struct TimelineTests {
    static func time(_ seconds: Int64) -> Timestamp { Timestamp(nanoseconds: seconds * 1_000_000_000) }

    static func log(_ markers: [(Int64, Marker.Kind, String?)]) throws -> MarkerLog {
        var log = MarkerLog(name: "m.jsonl")
        for (seconds, kind, step) in markers {
            try log.append(Marker(time: time(seconds), kind: kind, step: step, source: "test"))
        }
        return log
    }

    static let walks: [WalkCase] = [
        WalkCase("nothing marked", [], []),
        WalkCase("only remarks", [(1, .note, nil), (2, .displayed, nil), (3, .sync, nil)], []),
        WalkCase("one step left open", [(1, .step, "a")], [("a", 1, 1, nil, [(1, nil)])]),
        WalkCase("a step ended", [(1, .step, "a"), (4, .end, nil)], [("a", 1, 1, 4, [(1, 4)])]),
        WalkCase("a step ended by its name", [(1, .step, "a"), (4, .end, "a")], [("a", 1, 1, 4, [(1, 4)])]),
        WalkCase(
            "a step ends where the next begins", [(1, .step, "a"), (4, .step, "b"), (9, .end, nil)],
            [("a", 1, 1, 4, [(1, 4)]), ("b", 1, 4, 9, [(4, 9)])]),
        WalkCase(
            "a gap between an end and the next step",
            [(1, .step, "a"), (3, .end, nil), (5, .step, "b"), (6, .end, nil)],
            [("a", 1, 1, 3, [(1, 3)]), ("b", 1, 5, 6, [(5, 6)])]),
        WalkCase(
            "ends that end nothing", [(0, .end, nil), (1, .step, "a"), (3, .end, nil), (5, .end, nil)],
            [("a", 1, 1, 3, [(1, 3)])]),
        WalkCase(
            "the same step three times", [(1, .step, "a"), (2, .step, "b"), (3, .step, "a"), (4, .step, "a")],
            [
                ("a", 1, 1, 2, [(1, 2)]), ("b", 1, 2, 3, [(2, 3)]), ("a", 2, 3, 4, [(3, 4)]),
                ("a", 3, 4, nil, [(4, nil)]),
            ]),
        WalkCase(
            "remarks cut nothing",
            [(1, .step, "a"), (2, .note, nil), (3, .displayed, "a"), (4, .sync, nil), (5, .end, nil)],
            [("a", 1, 1, 5, [(1, 5)])]),
        WalkCase(
            "a pause", [(1, .step, "a"), (3, .pause, nil), (7, .resume, nil), (9, .end, nil)],
            [("a", 1, 1, 9, [(1, 3), (7, 9)])]),
        WalkCase(
            "pauses doubled and resumed twice",
            [
                (1, .step, "a"), (3, .pause, nil), (4, .pause, nil), (7, .resume, nil), (8, .resume, nil),
                (9, .end, nil),
            ],
            [("a", 1, 1, 9, [(1, 3), (7, 9)])]),
        WalkCase(
            "an end in a pause", [(1, .step, "a"), (3, .pause, nil), (7, .end, nil), (8, .resume, nil)],
            [("a", 1, 1, 7, [(1, 3)])]),
        WalkCase(
            "a step begun in a pause ends it", [(1, .step, "a"), (3, .pause, nil), (7, .step, "b"), (9, .end, nil)],
            [("a", 1, 1, 7, [(1, 3)]), ("b", 1, 7, 9, [(7, 9)])]),
        WalkCase(
            "pauses outside steps", [(0, .pause, nil), (1, .step, "a"), (2, .end, nil), (3, .pause, nil)],
            [("a", 1, 1, 2, [(1, 2)])]),
        WalkCase(
            "a pause of no time, and one from the start",
            [
                (1, .step, "a"), (1, .pause, nil), (2, .resume, nil), (3, .pause, nil), (3, .resume, nil),
                (4, .end, nil),
            ],
            [("a", 1, 1, 4, [(2, 3), (3, 4)])]),
        WalkCase("left in a pause", [(1, .step, "a"), (3, .pause, nil)], [("a", 1, 1, nil, [(1, 3)])]),
        WalkCase(
            "two steps at the same instant", [(1, .step, "a"), (4, .step, "b"), (4, .step, "c"), (6, .end, nil)],
            [("a", 1, 1, 4, [(1, 4)]), ("b", 1, 4, 4, []), ("c", 1, 4, 6, [(4, 6)])]),
        WalkCase(
            "a step taken back", [(1, .step, "a"), (4, .step, "b"), (5, .undo, nil), (9, .end, nil)],
            [("a", 1, 1, 9, [(1, 9)])]),
        WalkCase(
            "a step taken back doesn't count", [(1, .step, "a"), (2, .undo, nil), (3, .step, "a"), (9, .end, nil)],
            [("a", 1, 3, 9, [(3, 9)])]),
        WalkCase(
            "an end taken back", [(1, .step, "a"), (4, .end, nil), (5, .undo, nil), (9, .end, nil)],
            [("a", 1, 1, 9, [(1, 9)])]),
        WalkCase(
            "two taken back, the later first",
            [(1, .step, "a"), (4, .step, "b"), (5, .end, nil), (6, .undo, nil), (7, .undo, nil), (9, .end, nil)],
            [("a", 1, 1, 9, [(1, 9)])]),
        WalkCase(
            "more taken back than there is", [(1, .step, "a"), (2, .undo, nil), (3, .undo, nil), (4, .step, "b")],
            [("b", 1, 4, nil, [(4, nil)])]),
        WalkCase(
            "a pause outlives the step taken back",
            [(1, .step, "a"), (4, .step, "b"), (5, .pause, nil), (6, .undo, nil), (7, .resume, nil), (9, .end, nil)],
            [("a", 1, 1, 9, [(1, 5), (7, 9)])]),
        WalkCase(
            "a step taken back no longer ends a pause",
            [(1, .step, "a"), (2, .pause, nil), (4, .step, "b"), (6, .undo, nil), (7, .resume, nil), (9, .end, nil)],
            [("a", 1, 1, 9, [(1, 2), (7, 9)])]),
    ]

    @Test("markers cut time into steps", arguments: walks)
    func walk(_ walk: WalkCase) throws {
        let timeline = try Timeline(try Self.log(walk.markers), journey: nil)
        try #require(timeline.steps.count == walk.expected.count)
        for (step, expected) in zip(timeline.steps, walk.expected) {
            let (id, iteration, start, end, parts) = expected
            #expect(step.step == JourneyStep(id: id, title: LocalizedText(id), type: .action))
            #expect(step.iteration == iteration)
            #expect(step.start == Self.time(start))
            #expect(step.end == end.map(Self.time))
            #expect(
                step.segments
                    == parts.map { WalkedStep.Segment(start: Self.time($0), end: $1.map(Self.time)) })
            // Seconds are the sum of the parts; an open one is closed at 100.
            #expect(step.seconds(closedAt: Self.time(100)) == Double(parts.reduce(0) { $0 + ($1.1 ?? 100) - $1.0 }))
        }
        #expect(timeline.missing.isEmpty)
    }

    @Test(
        "closing ends the last step, not before its last marker",
        arguments: [
            (9, 9, [(1, 3), (5, 9)], 6.0), (5, 5, [(1, 3)], 2.0), (0, 5, [(1, 3)], 2.0),
        ] as [(Int64, Int64, [(Int64, Int64)], Double)])
    func closing(_ at: Int64, _ end: Int64, _ parts: [(Int64, Int64)], _ seconds: Double) throws {
        let log = try Self.log([(1, .step, "a"), (3, .pause, nil), (5, .resume, nil)])
        let open = try Timeline(log, journey: nil)
        #expect(open.steps.map(\.end) == [nil])
        let closed = open.closing(at: Self.time(at))
        #expect(closed.steps.map(\.end) == [Self.time(end)])
        #expect(
            closed.steps[0].segments
                == parts.map { WalkedStep.Segment(start: Self.time($0), end: Self.time($1)) })
        #expect(closed.steps[0].seconds(closedAt: Self.time(1000)) == seconds)
        #expect(closed.closing(at: Self.time(50)) == closed)
    }

    @Test("the longest step there can be has its seconds")
    func longest() throws {
        var log = MarkerLog(name: "m")
        try log.append(Marker(time: Timestamp(nanoseconds: .min), kind: .step, step: "a", source: "test"))
        try log.append(Marker(time: Timestamp(nanoseconds: .max), kind: .end, source: "test"))
        let step = try #require(try Timeline(log, journey: nil).steps.first)
        #expect(step.seconds(closedAt: step.start) == Double(UInt64.max) / 1e9)
    }

    @Test("a marker's own iteration wins, and counting goes on from the highest")
    func iterations() throws {
        var log = MarkerLog(name: "m")
        for (second, iteration) in [(1, 3), (2, nil), (3, 1), (4, nil)] as [(Int64, Int?)] {
            try log.append(
                Marker(time: Self.time(second), kind: .step, step: "a", iteration: iteration, source: "test"))
        }
        #expect(try Timeline(log, journey: nil).steps.map(\.iteration) == [3, 4, 1, 5])
        try log.append(Marker(time: Self.time(5), kind: .step, step: "a", iteration: 4, source: "test"), line: 9)
        #expect(
            throws: MarkerError(.iterationTwice(step: "a", iteration: 4, firstLine: 2), file: "m", line: 9)
        ) { try Timeline(log, journey: nil) }
    }

    @Test("the journey gives its steps, and those never marked are missing")
    func journeySteps() throws {
        let journey = try JourneyFile.parse(JourneyFileTests.complete, name: "j.yaml")
        let walked = try Timeline(try Self.log([(1, .step, "recherche")]), journey: journey)
        #expect(walked.steps.map(\.step) == [journey.steps[1]])
        #expect(walked.missing == [journey.steps[0]])
        let undone = try Timeline(try Self.log([(1, .step, "accueil"), (2, .undo, nil)]), journey: journey)
        #expect(undone.missing == journey.steps)
    }

    @Test(
        "a step that the journey doesn't have is named with its line and what there is",
        arguments: [
            Marker.Kind.step, .end, .displayed, .note,
        ])
    func unknownStep(_ kind: Marker.Kind) throws {
        let journey = try JourneyFile.parse(JourneyFileTests.complete, name: "j.yaml")
        let log = try Self.log([(1, .step, "accueil"), (2, kind, "acueil")])
        let error = #expect(throws: MarkerError.self) { try Timeline(log, journey: journey) }
        #expect(
            error
                == MarkerError(
                    .unknownStep("acueil", journey: ["accueil", "recherche"]), file: "m.jsonl", line: 2))
        #expect(
            error?.description
                == "m.jsonl:2: the journey has no step 'acueil'; did you mean 'accueil'? "
                + "(its steps are accueil, recherche)")
    }

    @Test("a slip that was taken back is forgiven")
    func forgiven() throws {
        let journey = try JourneyFile.parse(JourneyFileTests.complete, name: "j.yaml")
        let log = try Self.log([(1, .step, "acueil"), (2, .undo, nil), (3, .step, "accueil")])
        #expect(try Timeline(log, journey: journey).steps.map(\.start) == [Self.time(3)])
    }

    @Test(
        "an end of another step than the one walked is refused",
        arguments: [
            ([(1, .step, "a"), (2, .end, "b")], "b", "a"),
            ([(1, .step, "a"), (2, .end, nil), (3, .end, "a")], "a", nil),
        ] as [([(Int64, Marker.Kind, String?)], String, String?)])
    func endOfAnother(_ markers: [(Int64, Marker.Kind, String?)], _ named: String, _ walked: String?) throws {
        #expect(
            throws: MarkerError(.endOfAnotherStep(named, walked: walked), file: "m.jsonl", line: markers.count)
        ) { try Timeline(try Self.log(markers), journey: nil) }
    }

    @Test("the sample is walked as its expected.json says", .reference)
    func sample() throws {
        struct Expected: Decodable {
            struct Journey: Decodable {
                struct Step: Decodable {
                    let name: String
                    let start_ms: Int64
                }
                let start: String
                let end: String
                let steps: [Step]
            }
            let journey: Journey
        }
        let folder = try #require(Repository.shared).appending(path: "user-samples")
        let expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json"))
        ).journey
        let journey = try JourneyFile.parse(Data(contentsOf: folder.appending(path: "journey.yaml")), name: "j")
        let log = try MarkerLog.parse(Data(contentsOf: folder.appending(path: "markers.jsonl")), name: "m")
        let timeline = try Timeline(log, journey: journey)
        let start = try #require(Timestamp(expected.start))
        #expect(timeline.steps.map { $0.step.title["fr"] } == expected.steps.map(\.name))
        #expect(
            timeline.steps.map(\.start.nanoseconds)
                == expected.steps.map { start.nanoseconds + $0.start_ms * 1_000_000 })
        #expect(timeline.steps.last?.end == Timestamp(expected.end))
        // 12 s, 26.2 − 12 s, 41.25 − 26.2 s
        #expect(timeline.steps.map { $0.seconds(closedAt: start) } == [12, 14.2, 15.05])
        #expect(timeline.missing.isEmpty)
    }
}
