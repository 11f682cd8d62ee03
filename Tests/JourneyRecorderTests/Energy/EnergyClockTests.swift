import Documents
import Testing

@testable import JourneyRecorder

@Suite struct EnergyClockTests {
    @Test(
        "the first number tells its unit",
        arguments: [
            "1772442000.2", "1772442000200", "1772442000200000", "1772442000200000000", "2026-03-02T09:00:00.2Z",
        ])
    func units(_ text: String) throws {
        var clock = EnergyClock(EnergyOptions())
        #expect(try clock.moment(text) == 1_772_442_000_200_000_000)
    }

    @Test("what doesn't count from 1970 needs a start, and gets it")
    func relative() throws {
        var bare = EnergyClock(EnergyOptions())
        #expect(throws: EnergyFileError.Problem.startNeeded) { try bare.moment("0.5") }
        let start = try #require(Timestamp("2026-03-02T09:00:00Z"))
        var clock = EnergyClock(EnergyOptions(start: start))
        #expect(try clock.moment("0.5") == start.nanoseconds + 500_000_000)
        #expect(try clock.moment("200000000") == start.nanoseconds + 200_000_000_000_000_000)
        var milliseconds = EnergyClock(EnergyOptions(start: start), unit: 1_000_000)
        #expect(try milliseconds.moment("-250") == start.nanoseconds - 250_000_000)
        var boot = EnergyClock(EnergyOptions(start: start), unit: 1)
        #expect(try boot.moment("338297039804951") == start.nanoseconds + 338_297_039_804_951)
    }

    @Test("the offset is added to every time")
    func offset() throws {
        var clock = EnergyClock(EnergyOptions(offsetNanoseconds: -1_500_000_000))
        #expect(try clock.moment("1772442000") == 1_772_441_998_500_000_000)
        #expect(try clock.moment("2026-03-02T09:00:00Z") == 1_772_441_998_500_000_000)
    }

    @Test("times that can't be meant are errors")
    func errors() {
        var clock = EnergyClock(EnergyOptions())
        #expect(throws: EnergyFileError.Problem.badTime("noon")) { try clock.moment("noon") }
        #expect(throws: EnergyFileError.Problem.badTime("2026-02-30T00:00:00Z")) {
            try clock.moment("2026-02-30T00:00:00Z")
        }
        #expect(throws: EnergyFileError.Problem.timeOutOfRange) { try clock.moment("1960-01-01T00:00:00Z") }
        var far = EnergyClock(EnergyOptions(start: Timestamp(nanoseconds: .max)))
        #expect(throws: EnergyFileError.Problem.timeOutOfRange) { try far.moment("1") }
        var shifted = EnergyClock(EnergyOptions(offsetNanoseconds: .max))
        #expect(throws: EnergyFileError.Problem.timeOutOfRange) { try shifted.moment("1772442000") }
    }
}
