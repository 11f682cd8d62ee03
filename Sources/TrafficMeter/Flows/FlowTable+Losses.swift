/// What TCP's numbers say that the capture doesn't have, over all flows.
public struct Losses: Hashable, Sendable {
    /// Payload bytes that were acknowledged and aren't in the capture.
    public internal(set) var missingBytes = 0
    /// Flows that miss some.
    public internal(set) var flows = 0
    /// Flows too disordered to tell exactly which bytes were sent again.
    public internal(set) var disorderedFlows = 0
}

extension FlowTable {
    /// The losses of all flows together.
    public var losses: Losses {
        var found = Losses()
        let none = SequenceGaps()
        for flow in self where flow.kind == .tcp {
            let missing: Int
            if flow.detail < 0 {
                missing = flow.aSequence.missing(none) + flow.bSequence.missing(none)
            } else {
                let detail = detail(of: flow)
                missing = detail.missingBytes
                if detail.exceededReorderLimit { found.disorderedFlows += 1 }
            }
            if missing > 0 {
                found.missingBytes += missing
                found.flows += 1
            }
        }
        return found
    }
}
