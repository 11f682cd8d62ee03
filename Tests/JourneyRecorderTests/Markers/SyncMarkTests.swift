import Documents
import Testing
import TrafficMeter

@testable import JourneyRecorder

@Suite struct SyncMarkTests {
    private static let event = NetworkEvent.dnsQuery("a")
    private static let other = NetworkEvent.dnsQuery("b")

    private static func mark(_ time: Int64, _ event: NetworkEvent) -> SyncMark {
        SyncMark(time: Timestamp(nanoseconds: time), event: event, line: 1)
    }

    private static func times(_ times: [Int64]) -> [Timestamp] { times.map { Timestamp(nanoseconds: $0) } }

    @Test("the first packet of the first mark gives the offset, the others how exact it is")
    func offset() throws {
        let marks = [Self.mark(100, Self.event), Self.mark(300, Self.other), Self.mark(500, Self.event)]
        let found = try #require(
            SyncMark.offset(
                of: marks, [Self.event: Self.times([130, 131, 527]), Self.other: Self.times([332])], reach: 1000))
        #expect(found.nanoseconds == 30)
        #expect(found.uncertaintyNanoseconds == 3)
        #expect(found.rivals == 0)
        let alone = try #require(SyncMark.offset(of: [marks[0]], [Self.event: Self.times([90])], reach: 1000))
        #expect(alone.nanoseconds == -10 && alone.uncertaintyNanoseconds == nil)
    }

    @Test("a mark without a packet in reach is passed over; none gives none")
    func reach() throws {
        let marks = [Self.mark(100, Self.event), Self.mark(300, Self.other)]
        let found = try #require(
            SyncMark.offset(of: marks, [Self.event: Self.times([151]), Self.other: Self.times([310])], reach: 50))
        #expect(found.mark == marks[1] && found.nanoseconds == 10)
        #expect(SyncMark.offset(of: marks, [:], reach: 50) == nil)
        #expect(
            SyncMark.offset(of: [Self.mark(.max, Self.event)], [Self.event: Self.times([.min])], reach: .max) == nil)
    }

    @Test("packets of the event that no mark tells of are rivals, unless they are one series")
    func rivals() throws {
        let second: Int64 = 1_000_000_000
        let mark = Self.mark(0, Self.event)
        let cases: [(times: [Int64], marks: [SyncMark], expected: Int)] = [
            ([1, 2, 7], [mark], 0), ([1, 8], [mark], 1), ([1, 8, 100, 101, 200], [mark], 3),
            ([1, 100], [mark, Self.mark(100 * second, Self.event)], 0), ([1, 8], [mark, Self.mark(1, Self.other)], 1),
        ]
        for (times, marks, expected) in cases {
            let moments = Self.times(times.map { $0 * second })
            let found = try #require(SyncMark.offset(of: marks, [Self.event: moments], reach: 300 * second))
            #expect(found.rivals == expected, "\(times)")
        }
    }

    @Test("a name or address that is none is refused with its line; other texts are left alone")
    func marks() throws {
        var log = MarkerLog(name: "m")
        let time = Timestamp(nanoseconds: 1)
        try log.append(Marker(time: time, kind: .sync, text: "hello", source: "s"))
        try log.append(Marker(time: time, kind: .sync, source: "s"))
        try log.append(Marker(time: time, kind: .note, text: "dns:x", source: "s"))
        try log.append(Marker(time: time, kind: .sync, text: "dns:X", source: "s"))
        #expect(try SyncMark.marks(log) == [SyncMark(time: time, event: .dnsQuery("x"), line: 4)])
        try log.append(Marker(time: time, kind: .sync, text: "ping:nowhere", source: "s"))
        #expect(throws: MarkerError(.badSync("ping:nowhere"), file: "m", line: 5)) { try SyncMark.marks(log) }
    }
}
