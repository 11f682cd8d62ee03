public import Documents

/// The best name of a flow's server that the traffic itself reveals.
///
/// Precedence: the ClientHello's server name, as the app itself asked for it; else the latest DNS answer before the flow's
/// first packet, for the end that isn't named less (B, the receiver of the first packet, before A).
public struct FlowName: Hashable, Sendable {
    /// The name; `nil` if none was seen.
    public var name: String?
    /// Where it was read.
    public var source: NameSource
    /// All names that the traffic gives for either end, best first, each once.
    public var candidates: [String]

    init(_ flow: Flow, _ book: NameBook) {
        guard flow.kind == .tcp || flow.kind == .udp else {
            (name, source, candidates) = (nil, .none, [])
            return
        }
        let serverName = book[flow.serverName]
        let answered = book[flow.bName] ?? book[flow.aName]
        (name, source) =
            serverName.map { ($0, .sni) } ?? answered.map { ($0, .dns) } ?? (nil, .none)
        var candidates: [String] = []
        let later = book.all(for: flow.b.address) + book.all(for: flow.a.address)
        for name in [serverName, answered].compactMap({ $0 }) + later where !candidates.contains(name) {
            candidates.append(name)
        }
        self.candidates = candidates
    }
}
