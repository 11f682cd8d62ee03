import Documents
import Testing

@testable import JourneyRecorder

@Suite struct DisplayIntervalTests {
    private static func owner(_ start: Int64, _ displayed: Int64) throws -> Int? {
        let log = try TimelineTests.log([(10, .step, "a"), (20, .step, "b"), (30, .end, nil), (40, .step, "c")])
        let interval = DisplayInterval(start: TimelineTests.time(start), displayed: TimelineTests.time(displayed))
        return interval.owner(among: try Timeline(log, journey: nil).steps)
    }

    @Test("an interval belongs to the step in which most of it lies, the earlier of equals")
    func owner() throws {
        #expect(try Self.owner(11, 15) == 0)
        #expect(try Self.owner(19, 25) == 1)
        #expect(try Self.owner(15, 22) == 0)
        #expect(try Self.owner(18, 22) == 0)
        #expect(try Self.owner(5, 12) == 0)
        #expect(try Self.owner(31, 35) == nil)
        #expect(try Self.owner(29, 50) == 2)
        #expect(try Self.owner(20, 20) == 1)
        #expect(try Self.owner(45, 45) == 2)
        #expect(try Self.owner(30, 30) == nil)
    }
}
