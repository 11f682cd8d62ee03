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
    /// - Returns: the mark; what is to be added to its time; and the farthest that another one's nearest packet then lies from
    ///   it, `nil` if there is no other with a packet within reach. In nanoseconds.
    static func offset(
        of marks: [SyncMark], _ moments: [NetworkEvent: [Timestamp]], reach: Int64
    ) -> (mark: SyncMark, nanoseconds: Int64, uncertainty: Int64?)? {
        func distances(_ mark: SyncMark, _ offset: Int64) -> [Int64] {
            (moments[mark.event] ?? []).compactMap { moment in
                guard let expected = mark.time.adding(nanoseconds: offset) else { return nil }
                let (distance, overflow) = moment.nanoseconds.subtractingReportingOverflow(expected.nanoseconds)
                return overflow || distance.magnitude > UInt64(reach) ? nil : distance
            }
        }
        for (index, mark) in marks.enumerated() {
            guard let offset = distances(mark, 0).first else { continue }
            let others = marks.enumerated().filter { $0.offset != index }.compactMap { other in
                distances(other.element, offset).map { Int64($0.magnitude) }.min()
            }
            return (mark, offset, others.max())
        }
        return nil
    }
}
