import Documents

/// A time in which packets of a flow came one soon after the other.
public struct FlowStretch: Hashable, Sendable {
    /// The slice that they are in.
    public var slice: Int
    /// The first packet's time, in nanoseconds since the Unix epoch.
    public var first: Int64
    /// The last packet's time.
    public var last: Int64
}

/// When flows were active, for those that fell silent in between or were in several slices: the others need no memory here, since
/// their first and last packets say it.
struct FlowActivity: Sendable {
    /// So long without packet is silence, in nanoseconds: two seconds, as WebPageTest has it for "Fully Loaded", which like this one
    /// "only measures to the last activity" (forums.webpagetest.org, topic 271). Packets show no request that is being worked on, so that
    /// half a second, usual where requests are seen, would often end too early.
    static let silence: Int64 = 2_000_000_000
    /// Most stretches that are kept; beyond, the latest one of a flow grows over silences, and other slices get none.
    private static let limit = 4_000_000

    private var stretches: [FlowID: [FlowStretch]] = [:]
    private var count = 0

    /// Notes a packet of a flow that was silent before it, or is in several slices.
    ///
    /// - Parameters:
    ///   - id: the flow.
    ///   - before: from its first packet to the one before this, while they were all in one slice.
    ///   - time: the packet's time in nanoseconds.
    ///   - slice: the packet's slice.
    mutating func note(_ id: FlowID, before: FlowStretch?, at time: Int64, slice: Int) {
        var known = stretches.removeValue(forKey: id) ?? []
        count -= known.count
        if let before {
            // Packets that simply went on were not noted: the flow's own last time is theirs.
            if known.isEmpty { known = [before] } else { known[known.count - 1].last = before.last }
        }
        if let latest = known.last, latest.slice == slice, time &- latest.last < Self.silence || count >= Self.limit {
            known[known.count - 1].first = min(latest.first, time)
            known[known.count - 1].last = max(latest.last, time)
        } else if count < Self.limit {
            known.append(FlowStretch(slice: slice, first: time, last: time))
        }
        count += known.count
        if !known.isEmpty { stretches[id] = known }
    }

    /// The stretches of a flow that has several; `nil` for one that was active in one stretch of one slice.
    subscript(id: FlowID) -> [FlowStretch]? { stretches[id] }
}

extension Flow {
    /// Its packets so far, while they are in one slice.
    @inline(__always)
    var onlyStretch: FlowStretch? {
        guard let slice = place.only, hasTime else { return nil }
        return FlowStretch(slice: Int(slice), first: firstNanoseconds, last: lastNanoseconds)
    }
}

extension Meter {
    /// How long without packet is silence, in nanoseconds.
    public static var silence: Int64 { FlowActivity.silence }

    /// Gives the stretches of time in which a flow was active, slice by slice: between two of them, it was silent.
    ///
    /// - Parameters:
    ///   - index: the flow's position in `flows`.
    ///   - body: is given each stretch; of a flow without times, none.
    public func forEachStretch(ofFlowAt index: Int, _ body: (FlowStretch) -> Void) {
        let flow = flows[index]
        if var stretches = activity[FlowID(index: index)] {
            if let whole = flow.onlyStretch { stretches[stretches.count - 1].last = whole.last }
            return stretches.forEach(body)
        }
        guard let first = flow.first, let last = flow.last else { return }
        body(FlowStretch(slice: flows.firstSlice(of: flow), first: first.nanoseconds, last: last.nanoseconds))
    }
}
