public import Documents

/// What the flows of a capture are called, kept beside a capture whose packets don't say it any more.
///
/// Flows by their position in the order of first packets. JSON Schema: `docs/formats/names.schema.json`.
public struct FlowNames: SchemaDocument, Hashable {
    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.names/1" }

    /// A flow whose client's greeting was seen.
    public struct Greeting: Hashable, Codable, Sendable {
        /// The flow.
        public var flow: Int
        /// The protocol of the greeting: `tls`, `quic`, `http` or `tunnel`.
        public var way: String
        /// The server that it names; absent for none.
        public var name: String?
        /// The protocols that it offers, best first, with commas between them; absent for none.
        public var protocols: String?
        /// What else is to be said of it (`FlowGreeting.Marks`).
        public var marks: Int
        /// IP bytes before the client's first data; absent while that hasn't come.
        public var openingBytes: Int?
    }

    /// A flow whose ends had names in answers of name resolution.
    public struct Answer: Hashable, Codable, Sendable {
        /// The flow.
        public var flow: Int
        /// The name of the sender of its first packet; absent for none.
        public var a: String?
        /// The name of the other end; absent for none.
        public var b: String?
    }

    /// An address that something beside the traffic names.
    public struct Given: Hashable, Codable, Sendable {
        /// The address.
        public var address: String
        /// Its name.
        public var name: String
        /// What names it.
        public var source: NameSource
    }

    /// A host whose name is a pseudonym, with what was known of it by its own name.
    public struct Host: Hashable, Codable, Sendable {
        /// The pseudonym.
        public var name: String
        /// Whose it is.
        public var party: Party
        /// A pseudonym of its registrable domain.
        public var domain: String?
        /// A pseudonym of who runs it.
        public var `operator`: String?
        /// What it serves.
        public var purpose: Purpose?
        /// What the device does there by itself.
        public var background: BackgroundCategory?
        /// Whether it is a public resolver.
        public var resolver: Bool?

        /// A host and what is known of it.
        public init(
            name: String, party: Party, domain: String? = nil, operator: String? = nil, purpose: Purpose? = nil,
            background: BackgroundCategory? = nil, resolver: Bool? = nil
        ) {
            self.name = name
            self.party = party
            self.domain = domain
            self.operator = `operator`
            self.purpose = purpose
            self.background = background
            self.resolver = resolver
        }
    }

    /// Always `ecoproxy.names/1`.
    public var schema = Self.schemaIdentifier
    /// How many flows the captures have.
    public var flows: Int
    /// Names beyond the limit.
    public var turnedAway: Int
    /// Flows whose client's greeting was seen, in their order.
    public var greetings: [Greeting] = []
    /// Flows whose ends answers name, in their order.
    public var answers: [Answer] = []
    /// Addresses that something beside the traffic names, in the order of addresses.
    public var given: [Given] = []
    /// Hosts whose names are pseudonyms, sorted; absent if none is.
    public var hosts: [Host]?
}

extension FlowNames {
    /// What a meter has learnt of the names of its flows.
    ///
    /// - Parameters:
    ///   - meter: has counted all packets.
    ///   - pseudonyms: what stands for addresses.
    ///   - rename: what stands for a name.
    public init(
        of meter: Meter, _ pseudonyms: inout Pseudonyms, rename: (String) -> String
    ) {
        let book = meter.nameBook
        self.init(flows: meter.flows.count, turnedAway: book.turnedAway)
        for (index, flow) in meter.flows.enumerated() {
            let (a, b) = (book[flow.aName].map(rename), book[flow.bName].map(rename))
            if a != nil || b != nil { answers.append(Answer(flow: index, a: a, b: b)) }
            guard let said = book[flow.greeting] else { continue }
            greetings.append(
                Greeting(
                    flow: index, way: said.way.word, name: book[said.name].map(rename),
                    protocols: book[said.protocols], marks: Int(said.marks.rawValue),
                    openingBytes: said.isOpen ? nil : Int(said.openingBytes)))
        }
        for (address, named) in book.given.sorted(by: { ($0.key.high, $0.key.low) < ($1.key.high, $1.key.low) }) {
            guard let name = book[named.name] else { continue }
            let pseudonym = pseudonyms.pseudonym(of: address)
            given.append(Given(address: pseudonym.description, name: rename(name), source: named.source))
        }
    }

    /// All names in it, each once, sorted.
    public static func names(of meter: Meter) -> [String] {
        let book = meter.nameBook
        var found = Set(book.given.values.compactMap { book[$0.name] })
        for flow in meter.flows {
            for id in [flow.aName, flow.bName, book[flow.greeting]?.name ?? .none] {
                if let name = book[id] { found.insert(name) }
            }
        }
        return found.sorted()
    }
}

extension FlowHello.Way {
    /// As documents write it.
    var word: String {
        switch self {
        case .tls: "tls"
        case .quic: "quic"
        case .http: "http"
        case .tunnel: "tunnel"
        }
    }
}
