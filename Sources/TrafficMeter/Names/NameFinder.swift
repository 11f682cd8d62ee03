import Documents

/// Reads names out of payloads: answers of name resolution as they pass, and each flow's greeting once.
struct NameFinder: Sendable {
    /// Most streams whose greeting is put together at a time, again most QUIC connections, and most streams of answers: at most
    /// 64 MiB, and twice 32 MiB.
    static let mostAssembled = 2048

    var book: NameBook
    private var message = DNSMessage()
    var quic = QUICReader()
    var quicHellos = AssemblyTable<FlowID, QUICHello>(limit: mostAssembled)
    /// The greetings of QUIC connections by the IDs that their ends chose.
    var connections = QUICConnectionIDs<GreetingID>(limit: 16_384)
    private var dnsStreams = AssemblyTable<StreamKey, AnswerStream>(limit: mostAssembled)
    /// Greetings of TCP streams that are put together.
    var streams = AssemblyTable<StreamKey, StreamStart>(limit: mostAssembled)
    /// What was read of the latest greeting.
    var greeting = Greeting()

    /// One direction of a flow.
    struct StreamKey: Hashable, Sendable {
        var flow: FlowID
        var isFromA: Bool
    }

    /// Answers of name resolution in one direction of a flow.
    private struct AnswerStream: Sendable {
        /// The sequence number that goes on with it.
        var next: UInt32
        var messages = DNSStream()
    }

    init(limit: Int) {
        book = NameBook(limit: limit)
    }

    /// Gives a new flow the names that answers have for its ends.
    func nameEnds(of flow: inout Flow, at time: Timestamp?) {
        flow.aName = book.addresses.lookup(flow.a.address, client: flow.b.address, at: time).name
        flow.bName = book.addresses.lookup(flow.b.address, client: flow.a.address, at: time).name
    }

    /// Keeps what a flow's greeting said, in place of what it said so far.
    mutating func keep(_ said: FlowGreeting, named name: HostName, of flow: inout Flow) {
        var said = said
        if !name.isEmpty { said.name = book.intern(name) }
        if flow.greeting == .none { flow.greeting = book.keep(said) } else { book.update(flow.greeting) { $0 = said } }
    }

    /// Notes what a hello says beside the name.
    mutating func note(_ hello: ClientHello, in said: inout FlowGreeting) {
        said.marks.insert(.hasHello)
        if hello.hasECH || hello.hasESNI { said.marks.insert(.hasECH) }
        if hello.offersDNS { said.marks.insert(.offersDNS) }
        if !hello.protocolList.isEmpty { said.protocols = book.intern(hello.protocolList[...]) }
    }

    /// Ends a flow's opening, after so many IP bytes.
    mutating func end(_ flow: inout Flow, at ipBytes: Int) {
        flow.naming = .done
        book.update(flow.greeting) { $0.openingBytes = UInt32(min(max(0, ipBytes), Int(Int32.max))) }
    }

    /// Ends the search in a flow that goes on after its half greeting has made room for others.
    mutating func giveUp(_ flow: inout Flow) {
        flow.naming = .done
        book.noteGivenUp()
    }

    /// Keeps names that the capture's own blocks, or a person, give addresses.
    mutating func give(_ name: String, to address: IPAddress, source: NameSource) {
        book.give(name, to: address, source: source)
    }

    /// Looks at a UDP packet.
    ///
    /// - Returns: how many bytes of its payload a recording keeps since they name a flow.
    mutating func read(
        udp record: borrowing PacketRecord, _ payload: RawSpan, of id: FlowID, isFromA: Bool, _ flow: inout Flow,
        at time: Timestamp?
    ) -> Int {
        if flow.naming == .openedByQUIC { return readOpening(record, payload, isFromA: isFromA, &flow) }
        guard payload.byteCount > 0 else { return 0 }
        if learn(dns: record, payload, at: time) { return payload.byteCount }
        return readQUIC(payload, of: id, isFromA: isFromA, &flow)
    }

    /// Learns what a UDP packet answers to a question of name resolution.
    ///
    /// - Returns: whether it is a message of name resolution, by its ports.
    mutating func learn(dns record: borrowing PacketRecord, _ payload: RawSpan, at time: Timestamp?) -> Bool {
        let ports = (record.sourcePort, record.destinationPort)
        guard let variant = DNSVariant(port: ports.0) ?? DNSVariant(port: ports.1) else { return false }
        if message.read(payload, as: variant) {
            learnAnswers(of: message, to: variant == .multicast ? nil : record.destination, at: time)
        }
        return true
    }

    /// Learns the answers of a message, and which names stand for which.
    private mutating func learnAnswers(of message: DNSMessage, to client: IPAddress?, at time: Timestamp?) {
        for answer in message.answers {
            book.addresses.learn(
                book.intern(message.names[answer.name]), for: answer.address, askedBy: client, at: time,
                timeToLive: answer.timeToLive)
        }
        guard message.isResponse else { return }
        for alias in message.aliases where alias.owner != DNSNames.unknown && alias.target != DNSNames.unknown {
            book.learn(alias: book.intern(message.names[alias.owner]), for: book.intern(message.names[alias.target]))
        }
    }

    /// Looks at a TCP segment from or to a resolver, in the order of the stream; after a gap it begins anew.
    mutating func read(dns record: borrowing PacketRecord, _ payload: RawSpan, _ key: StreamKey, at time: Timestamp?) {
        let sequence = record.sequence
        var stream = dnsStreams.take(key) ?? AnswerStream(next: sequence)
        if stream.next != sequence { stream.messages = DNSStream() }
        stream.next = sequence &+ UInt32(payload.byteCount)
        var messages: [DNSMessage] = []
        // The message is copied out of self, which the closure couldn't change otherwise.
        var message = self.message
        stream.messages.add(payload) { bytes in
            if message.read(bytes, as: .unicast) { messages.append(message) }
        }
        for message in messages { learnAnswers(of: message, to: record.destination, at: time) }
        guard !stream.messages.isAtBorder, let lost = dnsStreams.put(stream, for: key) else { return }
        if lost.messages.awaitsMore { book.noteGivenUp() }
    }
}
