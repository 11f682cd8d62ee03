public import Documents

/// The best name of a flow's server that the traffic itself reveals.
///
/// Precedence: the ClientHello's server name, as the app itself asked for it; else the latest DNS answer before the flow's
/// first packet, for the server's address; where nothing says which end is the server, the receiver of the first packet's (B),
/// else the sender's (A).
public struct FlowName: Hashable, Sendable {
    /// The name; `nil` if none was seen.
    public var name: String?
    /// Where it was read.
    public var source: NameSource
    /// All names that the traffic gives for either end, best first, each once.
    public var candidates: [String]

    init(_ flow: Flow, server: Endpoint?, _ book: NameBook) {
        guard flow.kind == .tcp || flow.kind == .udp else {
            (name, source, candidates) = (nil, .none, [])
            return
        }
        let ends = [(flow.b, flow.bName), (flow.a, flow.aName)].filter { server == nil || $0.0 == server }
        let serverName = book[flow.serverName]
        let answered = ends.lazy.compactMap { book[$0.1] }.first
        (name, source) =
            serverName.map { ($0, .sni) } ?? answered.map { ($0, .dns) } ?? (nil, .none)
        let all = [serverName, answered].compactMap { $0 } + ends.flatMap { book.all(for: $0.0.address) }
        candidates = all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
