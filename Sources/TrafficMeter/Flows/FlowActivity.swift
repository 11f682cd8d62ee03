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
    /// Most stretches that are kept; beyond, the latest ones of flows grow over silences.
    private static let limit = 4_000_000

    private var stretches: [FlowID: [FlowStretch]] = [:]
    private var count = 0

    /// Notes a packet of a flow that was silent before it, or is in several slices.
    ///
    /// - Parameters:
    ///   - id: the flow.
    ///   - before: what its packets before this one were, while they were all in one stretch.
    ///   - time: the packet's time in nanoseconds.
    ///   - slice: the packet's slice.
    mutating func note(_ id: FlowID, before: FlowStretch?, at time: Int64, slice: Int) {
        if stretches[id] == nil, let before {
            stretches[id] = [before]
            count += 1
        }
        guard let last = stretches[id]?.indices.last, let latest = stretches[id]?[last] else {
            stretches[id] = [FlowStretch(slice: slice, first: time, last: time)]
            count += 1
            return
        }
        if count < Self.limit, latest.slice != slice || time &- latest.last >= Self.silence {
            stretches[id]?.append(FlowStretch(slice: slice, first: time, last: time))
            count += 1
        } else {
            stretches[id]?[last].first = min(latest.first, time)
            stretches[id]?[last].last = max(latest.last, time)
        }
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
        if let stretches = activity[FlowID(index: index)] { return stretches.forEach(body) }
        let flow = flows[index]
        guard let first = flow.first, let last = flow.last else { return }
        body(FlowStretch(slice: flows.firstSlice(of: flow), first: first.nanoseconds, last: last.nanoseconds))
    }
}
