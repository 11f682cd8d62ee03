public import Documents

extension Meter {
    /// Why the selection couldn't be applied to some of the packets.
    public var selectionFailure: SelectionError? { selection?.failure }

    /// Chooses the app whose flows alone are measured; call it once all packets are in.
    ///
    /// - Parameter text: its number, package or name.
    /// - Throws: `SelectionError` if no packet is of it.
    public mutating func select(app text: String) throws(SelectionError) {
        guard !apps.apps.isEmpty else { throw SelectionError(text, .noApps) }
        let chosen = apps.apps.indices.filter { apps.apps[$0].isMeant(by: text) }
        guard !chosen.isEmpty else { throw SelectionError(text, .unknownApp(appTraffic.map(\.label))) }
        selectedApps = Set(chosen.map { AppID(index: Int32($0)) })
    }

    /// Whether something may be left out.
    public var isSelective: Bool { selection != nil || selectedApps != nil }

    /// Whether some packet of a flow is measured.
    public func measures(_ flow: Flow) -> Bool {
        guard isSelective else { return true }
        var isMeasured = false
        forEachMeasuredSlice(of: flow) { _ in isMeasured = true }
        return isMeasured
    }

    /// Gives what a flow carried in each slice that is measured, in no certain order.
    public func forEachMeasuredSlice(of flow: Flow, _ body: (FlowSlice) -> Void) {
        if let selectedApps, !selectedApps.contains(flows.detail(of: flow).app) { return }
        guard selection != nil else { return flows.forEachSlice(of: flow, body) }
        flows.forEachSlice(of: flow) { if $0.slice != Self.leftOut { body($0) } }
    }

    /// What was left out, both ways.
    public var leftOut: TrafficCounts {
        guard isSelective else { return .zero }
        return flows.reduce(into: TrafficCounts.zero) { sum, flow in
            var kept = TrafficCounts.zero
            forEachMeasuredSlice(of: flow) { kept += $0.aToB + $0.bToA }
            sum += flow.both - kept
        }
    }
}
