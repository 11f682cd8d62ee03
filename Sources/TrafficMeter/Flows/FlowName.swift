public import Documents

/// The best name of a flow's server that the traffic itself reveals (see `FlowHost` for the precedence).
public struct FlowName: Hashable, Sendable {
    /// The name; `nil` if none was seen.
    public var name: String?
    /// Where it was read.
    public var source: NameSource
    /// All names that the traffic gives for either end, best first, each once.
    public var candidates: [String]
    /// The names that answers led through from the best name to the address, in their order (RFC 1035 § 3.6.2); mostly none.
    public var chain: [String]

    init(_ flow: Flow, server: Endpoint?, _ book: NameBook) {
        let host = FlowHost(flow, server: server, book)
        (name, source, candidates) = (book[host.name], host.source, [])
        chain = host.name == .none ? [] : book.chain(from: host.name).compactMap { book[$0] }
        guard flow.isConnection else { return }
        let ends = [(flow.b, flow.bName), (flow.a, flow.aName)].filter { server == nil || $0.0 == server }
        let answered = ends.lazy.compactMap { book[$0.1] }.first
        let all = [name, answered].compactMap { $0 } + ends.flatMap { book.all(for: $0.0.address) }
        candidates = all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
