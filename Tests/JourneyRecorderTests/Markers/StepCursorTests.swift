import Documents
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct StepCursorTests {
    /// The definition, marker by marker: what holds at a moment is what the markers up to it have said.
    ///
    /// Returns the place among the steps begun, as `Timeline.steps` has them.
    private static func naiveStep(at moment: Int64, _ markers: [Marker]) -> Int? {
        var standing: [Marker] = []
        for marker in markers {
            if marker.kind == .undo {
                if let index = standing.lastIndex(where: { $0.kind == .step || $0.kind == .end }) {
                    standing.remove(at: index)
                }
            } else {
                standing.append(marker)
            }
        }
        var begun = -1
        var isWalking = false
        var isPaused = false
        for marker in standing where marker.time.nanoseconds <= moment {
            switch marker.kind {
            case .step: (begun, isWalking, isPaused) = (begun + 1, true, false)
            case .end: isWalking = false
            case .pause: isPaused = true
            case .resume: isPaused = false
            default: break
            }
        }
        return isWalking && !isPaused ? begun : nil
    }

    private static func walk(_ dice: inout SeededGenerator) -> [Marker] {
        var now: Int64 = .random(in: -20...20, using: &dice)
        return (0..<Int.random(in: 0...40, using: &dice)).map { _ in
            now += .random(in: 0...3, using: &dice)  // often the same instant
            let kinds: [Marker.Kind] = [.step, .step, .step, .end, .pause, .resume, .undo, .note]
            let kind = kinds.randomElement(using: &dice) ?? .note
            let step = kind == .step ? ["a", "b", "c"].randomElement(using: &dice) : nil
            return Marker(time: Timestamp(nanoseconds: now), kind: kind, step: step, source: "dice")
        }
    }

    @Test("agrees with the definition on any walk, at any time, in any order", arguments: 0..<50)
    func agreesWithDefinition(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let markers = Self.walk(&dice)
            var log = MarkerLog(name: "dice")
            for marker in markers { try log.append(marker) }
            let timeline = try Timeline(log, journey: nil)
            let first = (markers.first?.time.nanoseconds ?? 0) - 2
            let last = (markers.last?.time.nanoseconds ?? 0) + 2
            let range = Array(first...last)
            let moments = range + range.reversed() + range.shuffled(using: &dice) + [.min, .max, .min]
            var cursor = StepCursor(timeline)
            for moment in moments {
                let step = cursor.step(at: Timestamp(nanoseconds: moment))
                #expect(step == Self.naiveStep(at: moment, markers), "\(moment) in \(log.entries)")
            }
            // Closed at a moment, nothing is walked from there on.
            var closed = StepCursor(timeline.closing(at: Timestamp(nanoseconds: last - 1)))
            for moment in range.shuffled(using: &dice) {
                let expected = moment < last - 1 ? Self.naiveStep(at: moment, markers) : nil
                #expect(closed.step(at: Timestamp(nanoseconds: moment)) == expected, "\(moment) in \(log.entries)")
            }
        }
    }

    @Test("a packet at a border belongs to what begins there")
    func borders() throws {
        let log = try TimelineTests.log([
            (1, .step, "a"), (2, .pause, nil), (3, .resume, nil), (4, .step, "b"), (5, .end, nil),
        ])
        var cursor = StepCursor(try Timeline(log, journey: nil))
        let second: Int64 = 1_000_000_000
        let expected: [(Int64, Int?)] = [
            (1 * second - 1, nil), (1 * second, 0), (2 * second - 1, 0), (2 * second, nil), (3 * second - 1, nil),
            (3 * second, 0), (4 * second - 1, 0), (4 * second, 1), (5 * second - 1, 1), (5 * second, nil),
        ]
        for (moment, step) in expected + expected.reversed() {
            #expect(cursor.step(at: Timestamp(nanoseconds: moment)) == step)
        }
    }

    @Test("without steps everything is outside, and an open step has no last moment")
    func extremes() throws {
        var empty = StepCursor(Timeline())
        for moment in [Int64.min, -1, 0, .max] { #expect(empty.step(at: Timestamp(nanoseconds: moment)) == nil) }
        var open = StepCursor(try Timeline(try TimelineTests.log([(1, .step, "a")]), journey: nil))
        #expect(open.step(at: Timestamp(nanoseconds: .max)) == 0)
        #expect(open.step(at: Timestamp(nanoseconds: .min)) == nil)
    }
}
