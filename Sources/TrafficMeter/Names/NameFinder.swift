import Documents

/// Reads names out of payloads: answers of name resolution as they pass, and each flow's greeting once.
struct NameFinder: Sendable {
    /// Most streams, and again most QUIC connections, whose greeting is waited for at a time: at most 64 MiB.
    static let mostStreams = 2048
    /// Most packets of a QUIC flow that are looked at for the rest of a greeting: browsers send it in two to four.
    private static let mostGreetingPackets = 32

    private(set) var book: NameBook
    private var message = DNSMessage()
    private var quic = QUICReader()
    private var quicHellos: [FlowID: QUICHello] = [:]
    private var dnsStreams: [StreamKey: (next: UInt32, stream: DNSStream)] = [:]
    /// Greetings of TCP streams that are put together.
    var streams: [StreamKey: StreamStart] = [:]
    /// What was read of the latest greeting.
    var greeting = Greeting()

    /// One direction of a flow.
    struct StreamKey: Hashable, Sendable {
        var flow: FlowID
        var isFromA: Bool
    }

    init(limit: Int) {
        book = NameBook(limit: limit)
    }

    /// Gives a new flow the names that answers have for its ends.
    func nameEnds(of flow: inout Flow, at time: Timestamp?) {
        flow.aName = book.addresses.lookup(flow.a.address, client: flow.b.address, at: time).name
        flow.bName = book.addresses.lookup(flow.b.address, client: flow.a.address, at: time).name
    }

    /// Keeps the name that a flow's greeting gives.
    mutating func name(_ flow: inout Flow, _ name: HostName, _ naming: Flow.Naming) {
        flow.naming = naming
        if !name.isEmpty { flow.serverName = book.intern(name) }
    }

    /// Keeps names that the capture's own blocks, or a person, give addresses.
    mutating func give(_ name: String, to address: IPAddress, source: NameSource) {
        book.give(name, to: address, source: source)
    }

    /// Looks at a UDP packet.
    ///
    /// - Returns: whether its payload names a flow.
    mutating func read(
        udp record: borrowing PacketRecord, _ payload: RawSpan, of id: FlowID, _ flow: inout Flow, at time: Timestamp?
    ) -> Bool {
        guard payload.byteCount > 0 else { return false }
        let ports = (record.sourcePort, record.destinationPort)
        if let variant = DNSVariant(port: ports.0) ?? DNSVariant(port: ports.1) {
            if message.read(payload, as: variant) {
                learnAnswers(to: variant == .multicast ? nil : record.destination, at: time)
            }
            return true
        }
        return readQUIC(payload, of: id, &flow)
    }

    private mutating func readQUIC(_ payload: RawSpan, of id: FlowID, _ flow: inout Flow) -> Bool {
        guard flow.naming == .assembling || QUICReader.isInitial(payload) else {
            // A long header of another type (RFC 8999 § 5.1) may be ahead of the first packet.
            let isLong = payload.byte(at: 0) & 0x80 != 0
            if !isLong || flow.both.packets >= Self.mostGreetingPackets { flow.naming = .nameless }
            return false
        }
        // Moved out, so that it is not copied as it grows.
        var state = quicHellos.removeValue(forKey: id) ?? QUICHello()
        let verdict = quic.read(payload, into: &state, hello: &greeting.hello)
        if verdict == .complete {
            name(&flow, greeting.hello.serverName, .quic)
            return true
        }
        guard quicHellos.count < Self.mostStreams, flow.both.packets < Self.mostGreetingPackets else {
            flow.naming = .nameless
            return false
        }
        quicHellos[id] = state
        flow.naming = .assembling
        return verdict == .incomplete
    }

    /// Learns the answers of the message.
    private mutating func learnAnswers(to client: IPAddress?, at time: Timestamp?) {
        for answer in message.answers {
            book.addresses.learn(
                book.intern(message.names[answer.name]), for: answer.address, askedBy: client, at: time,
                timeToLive: answer.timeToLive)
        }
    }

    /// Looks at a TCP segment from or to a resolver, in the order of the stream; after a gap it begins anew.
    mutating func read(dns record: borrowing PacketRecord, _ payload: RawSpan, _ key: StreamKey, at time: Timestamp?) {
        let sequence = record.sequence
        var (next, stream) = dnsStreams.removeValue(forKey: key) ?? (sequence, DNSStream())
        if next != sequence { stream = DNSStream() }
        next = sequence &+ UInt32(payload.byteCount)
        let client = record.destination
        // The message is copied out of self, which the closure couldn't change otherwise.
        var (message, answers) = (self.message, [(name: ArraySlice<UInt8>, address: IPAddress, timeToLive: UInt32)]())
        stream.add(payload) { bytes in
            guard message.read(bytes, as: .unicast) else { return }
            for answer in message.answers {
                answers.append((message.names[answer.name], answer.address, answer.timeToLive))
            }
        }
        for answer in answers {
            book.addresses.learn(
                book.intern(answer.name), for: answer.address, askedBy: client, at: time, timeToLive: answer.timeToLive)
        }
        if dnsStreams.count < Self.mostStreams { dnsStreams[key] = (next, stream) }
    }
}
