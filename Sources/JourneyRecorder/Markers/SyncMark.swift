import Documents
import TrafficMeter

/// A sync marker that names something which a capture shows.
struct SyncMark: Hashable, Sendable {
    /// When its maker caused it, by the maker's clock.
    var time: Timestamp
    /// What was caused.
    var event: NetworkEvent
    /// The line it stands on, from 1.
    var line: Int

    /// The sync markers of a log that name something; those that don't tie clocks by other means, and are left alone.
    ///
    /// - Throws: `MarkerError` for a name or an address that is none.
    static func marks(_ log: MarkerLog) throws(MarkerError) -> [SyncMark] {
        var marks: [SyncMark] = []
        for entry in log.entries where entry.marker.kind == .sync {
            guard let text = entry.marker.text, text.hasPrefix("dns:") || text.hasPrefix("ping:") else { continue }
            guard let event = NetworkEvent(text) else {
                throw MarkerError(.badSync(text), file: log.name, line: entry.line)
            }
            marks.append(SyncMark(time: entry.marker.time, event: event, line: entry.line))
        }
        return marks
    }

    /// The offset that the first mark with a packet within reach gives.
    ///
    /// - Parameters:
    ///   - marks: in the order of their times.
    ///   - moments: when each event was captured, in the order of time.
    ///   - reach: how far from a mark its packet may be, in nanoseconds.
    /// - Returns: `nil` if no mark has a packet within reach.
    static func offset(of marks: [SyncMark], _ moments: [NetworkEvent: [Timestamp]], reach: Int64) -> Offset? {
        func distances(_ mark: SyncMark, _ offset: Int64) -> [Int64] {
            (moments[mark.event] ?? []).compactMap { moment in
                guard let expected = mark.time.adding(nanoseconds: offset) else { return nil }
                let (distance, overflow) = moment.nanoseconds.subtractingReportingOverflow(expected.nanoseconds)
                return overflow || distance.magnitude > UInt64(reach) ? nil : distance
            }
        }
        for (index, mark) in marks.enumerated() {
            let found = distances(mark, 0)
            guard let offset = found.first else { continue }
            let others = marks.enumerated().filter { $0.offset != index }.compactMap { other in
                distances(other.element, offset).map { Int64($0.magnitude) }.min()
            }
            // Times are compared, not subtracted: a file's may lie centuries apart.
            let limit = mark.time.adding(nanoseconds: reach) ?? Timestamp(nanoseconds: .max)
            let meant = marks.count { $0.event == mark.event && $0.time <= limit }
            return Offset(
                mark: mark, nanoseconds: offset, uncertaintyNanoseconds: others.max(),
                rivals: max(0, series(found) - meant))
        }
        return nil
    }

    /// What a mark tells of the two clocks.
    struct Offset: Hashable, Sendable {
        /// The mark.
        var mark: SyncMark
        /// What is to be added to its time.
        var nanoseconds: Int64
        /// The farthest that another mark's nearest packet then lies from it; `nil` if there is no other with a packet within reach.
        var uncertaintyNanoseconds: Int64?
        /// How often its event occurs within reach beyond what marks tell of: each could be the one that is meant.
        var rivals: Int
    }

    /// Packets at most so far apart are one occurrence: a resolver that isn't answered is asked again after 5 s
    /// (resolv.conf(5), `timeout`), and ping asks every second.
    private static let gapNanoseconds: Int64 = 6_000_000_000

    /// How many occurrences moments in the order of time are.
    private static func series(_ moments: [Int64]) -> Int {
        1 + zip(moments, moments.dropFirst()).count { $1 - $0 > gapNanoseconds }
    }
}
