import Documents
import Testing

@testable import JourneyRecorder

@Suite struct ClockWatchTests {
    /// Seconds that three clocks go on between two looks, and what that means.
    struct Look: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var real: Double
        var elapsed: Double
        var awake: Double
        var codes: [Caveat.Code]
        var words: String?
    }

    private static let looks = [
        Look(testDescription: "a usual second", real: 1.0002, elapsed: 1, awake: 1, codes: []),
        Look(testDescription: "a busy machine", real: 40, elapsed: 40, awake: 40, codes: []),
        Look(
            testDescription: "asleep for an hour", real: 3601, elapsed: 3601, awake: 1, codes: [.machineSlept],
            words: "3600.0 s"),
        Look(
            testDescription: "set forward", real: 61, elapsed: 1, awake: 1, codes: [.clockStepped],
            words: "forward by 60.0 s"),
        Look(
            testDescription: "set back", real: -29.5, elapsed: 0.5, awake: 0.5, codes: [.clockStepped],
            words: "back by 30.0 s"),
        Look(
            testDescription: "asleep, and set on waking", real: 110, elapsed: 100, awake: 1,
            codes: [.machineSlept, .clockStepped]),
    ]

    @Test("sleep and a clock that is set are told apart", arguments: looks)
    func look(_ look: Look) {
        var watch = ClockWatch()
        let start: Int64 = 1_772_442_000_000_000_000
        func nanoseconds(_ seconds: Double) -> Int64 { Int64(seconds * 1e9) }
        #expect(watch.look(Timestamp(nanoseconds: start), MachineTime(elapsed: 5_000, awake: 3_000)).isEmpty)
        let found = watch.look(
            Timestamp(nanoseconds: start + nanoseconds(look.real)),
            MachineTime(elapsed: 5_000 + nanoseconds(look.elapsed), awake: 3_000 + nanoseconds(look.awake)))
        #expect(found.map(\.code) == look.codes)
        if let words = look.words { #expect(found.first?.message.contains(words) == true, "\(found)") }
    }
}
