/// The flows behind a measurement, one by one: detail that the Measurement leaves out.
///
/// JSON Schema: `docs/formats/flows.schema.json`.
public struct FlowList: SchemaDocument, Hashable {
    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.flows/1" }

    /// Always `ecoproxy.flows/1`.
    public var schema = Self.schemaIdentifier
    /// The program that made it.
    public var tool: Tool
    /// Where the packets came from, in the order read.
    public var sources: [Source]
    /// TCP and UDP flows in the order of their first packets.
    public var flows: [FlowEntry]

    /// A list from its parts.
    public init(tool: Tool, sources: [Source], flows: [FlowEntry]) {
        self.tool = tool
        self.sources = sources
        self.flows = flows
    }
}

/// A flow: what two ends exchanged with one transport protocol.
public struct FlowEntry: Hashable, Codable, Sendable {
    /// One of its ends.
    public struct End: Hashable, Codable, Sendable {
        /// In RFC 5952 or dotted form.
        public var address: String
        /// The port.
        public var port: Int

        /// An end.
        public init(address: String, port: Int) {
            (self.address, self.port) = (address, port)
        }
    }

    /// What it carried in a step.
    public struct Slice: Hashable, Codable, Sendable {
        /// The step's identifier; absent for what was outside of all.
        public var step: String?
        /// Which time it was walked; absent for what was outside of all.
        public var iteration: Int?
        /// Its traffic, seen from the device.
        public var traffic: Traffic

        /// Traffic of a step.
        public init(step: String? = nil, iteration: Int? = nil, traffic: Traffic) {
            (self.step, self.iteration, self.traffic) = (step, iteration, traffic)
        }
    }

    /// Its name, and everything else that the traffic says of who is at the other end.
    public struct Names: Hashable, Codable, Sendable {
        /// The best name; absent if none was seen.
        public var name: String?
        /// Where it was read.
        public var source: NameSource
        /// All names that the traffic gives, best first.
        public var candidates: [String]
        /// The canonical names that led from the name asked to the address (RFC 1035 § 3.6.2), in their order.
        public var chain: [String]
        /// The protocols that its hello offers (RFC 7301), best first.
        public var protocols: [String]
        /// Whether its hello of TLS or QUIC names a server; absent without a hello.
        public var namesServer: Bool?
        /// Whether its hello has Encrypted Client Hello: the name is the outer one. Absent without a hello.
        public var encryptedHello: Bool?
        /// Whether it has its name from another flow of the same QUIC connection; absent otherwise.
        public var continued: Bool?

        /// Names of a flow.
        public init(
            name: String?, source: NameSource, candidates: [String] = [], chain: [String] = [],
            protocols: [String] = [],
            namesServer: Bool? = nil, encryptedHello: Bool? = nil, continued: Bool? = nil
        ) {
            self.name = name
            self.source = source
            self.candidates = candidates
            self.chain = chain
            self.protocols = protocols
            self.namesServer = namesServer
            self.encryptedHello = encryptedHello
            self.continued = continued
        }
    }

    /// What carries its data.
    public var transport: Transport
    /// The end that is the device.
    public var device: End
    /// The other end.
    public var server: End
    /// Whether the device sent the first packet that was seen.
    public var startedByDevice: Bool
    /// Its earliest capture time; absent if no packet has one.
    public var first: Timestamp?
    /// Its latest capture time; absent if no packet has one.
    public var last: Timestamp?
    /// Its names.
    public var names: Names
    /// The app that it is of, as `Breakdown.apps` calls it; absent where nothing says.
    public var app: String?
    /// TCP connections opened one after the other between the same ends; absent for UDP.
    public var connections: Int?
    /// IP bytes both ways before the client's first data; absent without a hello.
    public var openingBytes: Int?
    /// All that was measured of it.
    public var traffic: Traffic
    /// The same by step, in the order walked, what was outside first.
    public var slices: [Slice]

    /// A flow from its parts.
    public init(
        transport: Transport, device: End, server: End, startedByDevice: Bool, first: Timestamp?, last: Timestamp?,
        names: Names, app: String? = nil, connections: Int? = nil, openingBytes: Int? = nil, traffic: Traffic,
        slices: [Slice]
    ) {
        self.transport = transport
        self.device = device
        self.server = server
        self.startedByDevice = startedByDevice
        self.first = first
        self.last = last
        self.names = names
        self.app = app
        self.connections = connections
        self.openingBytes = openingBytes
        self.traffic = traffic
        self.slices = slices
    }
}
