import Documents
import Testing

@testable import JourneyRecorder

@Suite struct LiveRateTests {
    @Test("bytes stand in the second in which they were seen, and leave after a minute")
    func seconds() {
        var rate = LiveRate()
        for (second, total) in [(100, 10), (100, 15), (102, 40), (101, 41)] {
            rate.note(total: total, at: Timestamp(nanoseconds: Int64(second) * 1_000_000_000))
        }
        // A clock that is set back takes nothing away, and what comes then counts for the current second.
        #expect(Array(rate.seconds.suffix(3)) == [15, 0, 26])
        #expect(rate.seconds.count == 60)
        rate.note(total: 50, at: Timestamp(nanoseconds: 1000 * 1_000_000_000))
        #expect(rate.seconds == [Int](repeating: 0, count: 59) + [9])
    }
}
