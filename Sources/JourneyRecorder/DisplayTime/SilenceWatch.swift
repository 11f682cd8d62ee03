public import Documents

/// Tells for each step when its traffic first fell silent, from the times of its packets.
///
/// The moment of silence is the last packet before the first two seconds in which none came, once there was one at
/// all. Memory is one record a step; `note` allocates nothing. Packets may come out of order by up to 100 ms: the
/// result is that of any order.
public struct SilenceWatch: Hashable, Sendable {
    /// So long without packet is silence: two seconds, as WebPageTest has it for "Fully Loaded", which like this one
    /// "only measures to the last activity" (forums.webpagetest.org, topic 271). Packets show no request that is being
    /// worked on, so that half a second, usual where requests are seen, would often end too early.
    public static let silenceNanoseconds: Int64 = 2_000_000_000
    /// Packets that are later than this by their file's order are taken as they come.
    static let disorderNanoseconds: Int64 = 100_000_000

    /// The first and the last packet of some.
    private struct Stretch: Hashable {
        var first: Int64
        var last: Int64
    }

    /// What is known of a step's packets.
    private struct Record: Hashable {
        /// The last packet before the silence, if there is one; absent before the first packet.
        var last: Int64?
        /// The packets after the silence, while a late one may still break it.
        var resumed: Stretch?
        /// Whether no packet can break the silence any more.
        var isSettled = false

        mutating func note(_ time: Int64) {
            guard let last else {
                last = time
                return
            }
            guard let resumed else {
                if Self.isSilence(last, time) {
                    self.resumed = Stretch(first: time, last: time)
                } else {
                    self.last = max(last, time)
                }
                return
            }
            if time >= resumed.first {
                let (latest, overflow) = resumed.first.addingReportingOverflow(SilenceWatch.disorderNanoseconds)
                isSettled = !overflow && time > latest
                self.resumed?.last = max(resumed.last, time)
            } else if Self.isSilence(last, time) {
                self.resumed?.first = time
            } else {
                self.last = max(last, time)
                if !Self.isSilence(self.last ?? time, resumed.first) {
                    self.last = resumed.last
                    self.resumed = nil
                }
            }
        }

        /// Whether so much time lies between two packets that there was silence.
        static func isSilence(_ one: Int64, _ next: Int64) -> Bool {
            let (length, overflow) = next.subtractingReportingOverflow(one)
            return overflow ? next > one : length >= SilenceWatch.silenceNanoseconds
        }
    }

    private var records: [Record]

    /// A watch over steps.
    ///
    /// - Parameter stepCount: how many there are, as in `Timeline.steps`.
    public init(stepCount: Int) {
        records = [Record](repeating: Record(), count: max(0, stepCount))
    }

    /// Notes a packet of the foreground: of the app, and not of a host that the journey or the system has in the background.
    ///
    /// - Parameters:
    ///   - slice: the index of its step in `Timeline.steps`; others, such as -1, are of no step and skipped.
    ///   - time: nanoseconds since the Unix epoch.
    public mutating func note(slice: Int, time: Int64) {
        guard records.indices.contains(slice), !records[slice].isSettled else { return }
        records[slice].note(time)
    }

    /// The moment at which the traffic of a step fell silent: its last packet before the silence.
    ///
    /// - Parameters:
    ///   - slice: the index of the step in `Timeline.steps`.
    ///   - step: that step, which has an end.
    /// - Returns: `nil` if there was no packet, or if the silence isn't seen whole: the step or the part of it before
    ///   a pause ends sooner.
    public func silence(slice: Int, of step: WalkedStep) -> Timestamp? {
        guard records.indices.contains(slice), let last = records[slice].last else { return nil }
        let moment = Timestamp(nanoseconds: last)
        guard let end = step.segments.first(where: { $0.start <= moment && moment < $0.end ?? moment })?.end,
            Record.isSilence(last, end.nanoseconds)
        else { return nil }
        return moment
    }
}
