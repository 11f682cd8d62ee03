import Documents
import Testing

@testable import JourneyRecorder

@Suite struct TimestampMillisecondsTests {
    @Test("whole milliseconds are exact, fractions to a quarter of a microsecond")
    func exact() {
        #expect(Timestamp(milliseconds: 1_772_442_026_201)?.nanoseconds == 1_772_442_026_201_000_000)
        #expect(Timestamp(milliseconds: 1_772_441_994_999.75)?.nanoseconds == 1_772_441_994_999_750_000)
        #expect(Timestamp(milliseconds: 0)?.nanoseconds == 0)
    }

    @Test("numbers that are no moment of these centuries are none", arguments: [-1, 7.3e12, .infinity, .nan, 1e300])
    func none(_ milliseconds: Double) {
        #expect(Timestamp(milliseconds: milliseconds) == nil)
    }

    @Test("sums beyond the range are none")
    func sums() {
        #expect(Timestamp(nanoseconds: 5).adding(nanoseconds: -7)?.nanoseconds == -2)
        #expect(Timestamp(nanoseconds: .max).adding(nanoseconds: 1) == nil)
    }
}
