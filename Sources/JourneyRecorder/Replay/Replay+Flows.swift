public import Documents
import TrafficMeter

extension Replay {
    /// The measured flows one by one, with all that is known of their names.
    public func flowList() throws -> FlowList {
        let resolvers = try KnownResolvers.bundled()
        var entries: [FlowEntry] = []
        for flow in meter.flows where flow.isConnection && meter.measures(flow) {
            entries.append(entry(flow, resolvers))
        }
        return FlowList(tool: measurement.tool, sources: measurement.sources, flows: entries)
    }

    private func entry(_ flow: Flow, _ resolvers: KnownResolvers) -> FlowEntry {
        let host = meter.host(of: flow, server: ends.server(of: flow))
        let (hello, name) = (meter.hello(of: flow), meter.name(of: flow, server: ends.server(of: flow)))
        let greeting = hello.flatMap { $0.hasHello ? $0 : nil }
        let isUpFromA = ends.isUpFromA(flow)
        let (device, server) = isUpFromA ? (flow.a, flow.b) : (flow.b, flow.a)
        let slices = slices(of: flow)
        return FlowEntry(
            transport: Carrier(
                flow, hello: hello, isResolver: flow.isResolver(meter.nameBytes(of: host), server, hello, resolvers)
            )
            .transport,
            device: FlowEntry.End(device), server: FlowEntry.End(server), startedByDevice: isUpFromA,
            first: flow.first, last: flow.last,
            names: FlowEntry.Names(
                name: name.name, source: name.source, candidates: name.candidates, chain: name.chain,
                protocols: meter.protocols(of: flow), namesServer: greeting?.namesServer,
                encryptedHello: greeting?.hasECH, continued: greeting?.isContinued == true ? true : nil),
            app: meter.app(of: flow)?.label,
            connections: flow.kind == .tcp ? meter.flows.detail(of: flow).connections : nil,
            openingBytes: greeting?.openingBytes,
            traffic: slices.reduce(into: Traffic.zero) { $0 += $1.traffic }, slices: slices)
    }

    /// What a flow carried outside, then in each step.
    private func slices(of flow: Flow) -> [FlowEntry.Slice] {
        var slices: [FlowSlice] = []
        meter.forEachMeasuredSlice(of: flow) { slices.append($0) }
        return slices.sorted { $0.slice < $1.slice }.map { slice in
            let step = measurement.steps.indices.contains(slice.slice) ? measurement.steps[slice.slice] : nil
            return FlowEntry.Slice(
                step: step?.id, iteration: step?.iteration,
                traffic: ends.traffic(aToB: slice.aToB, bToA: slice.bToA, of: flow))
        }
    }
}

extension FlowEntry.End {
    fileprivate init(_ endpoint: Endpoint) {
        self.init(address: endpoint.address.description, port: Int(endpoint.port))
    }
}
