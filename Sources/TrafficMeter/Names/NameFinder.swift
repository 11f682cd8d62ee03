/// Reads names out of payloads: DNS answers as they pass, each flow's ClientHello once.
struct NameFinder: Sendable {
    /// Most streams whose ClientHello is waited for at a time: at most 64 MiB.
    private static let mostStreams = 2048

    private struct StreamKey: Hashable, Sendable {
        var flow: FlowID
        var isFromA: Bool
    }

    private(set) var book: NameBook
    private var streams: [StreamKey: StreamStart] = [:]
    private var message = DNSMessage()
    private var serverName = HostName()

    init(limit: Int) {
        book = NameBook(limit: limit)
    }

    /// Gives a new flow the names that DNS has for its ends.
    func nameEnds(of flow: inout Flow) {
        flow.aName = book.addresses.lookup(flow.a.address, client: flow.b.address, at: nil).name
        flow.bName = book.addresses.lookup(flow.b.address, client: flow.a.address, at: nil).name
    }

    /// Looks at a UDP packet.
    ///
    /// - Returns: whether its payload names a flow, now or to a later version of this program.
    mutating func read(udp record: borrowing PacketRecord, _ payload: RawSpan) -> Bool {
        guard payload.byteCount > 0 else { return false }
        let isResponse = record.sourcePort == 53
        let isQuestion = record.destinationPort == 53
        if isResponse || isQuestion {
            if isResponse, message.read(payload, as: .unicast) { learnAnswers(to: record.destination) }
            return true
        }
        return Self.isQUICInitial(payload)
    }

    /// Learns the answers of the message.
    private mutating func learnAnswers(to client: IPAddress) {
        for answer in message.answers {
            book.addresses.learn(
                book.intern(message.names[answer.name]), for: answer.address, askedBy: client, at: nil,
                timeToLive: answer.timeToLive)
        }
    }

    /// A QUIC long header of type Initial: version 1 (RFC 9000 § 17.2.2), or version 2 (RFC 9369 § 3.2).
    private static func isQUICInitial(_ payload: RawSpan) -> Bool {
        guard payload.byteCount >= 7, payload.byte(at: 0) & 0xC0 == 0xC0 else { return false }
        let type = payload.byte(at: 0) >> 4 & 3
        let version = payload.uint32(at: 1)
        return version == 0x6B33_43CF ? type == 1 : version != 0 && type == 0
    }

    /// Looks at a TCP segment of a flow that has no name yet.
    ///
    /// - Returns: whether its payload names the flow.
    mutating func read(
        tcp record: borrowing PacketRecord, _ payload: RawSpan, of id: FlowID, isFromA: Bool, _ flow: inout Flow
    ) -> Bool {
        guard payload.byteCount > 0 else { return false }
        guard flow.naming == .assembling else {
            return begin(record.sequence, payload, of: id, isFromA: isFromA, &flow)
        }
        let key = StreamKey(flow: id, isFromA: isFromA)
        guard var stream = streams[key] else {
            return begin(record.sequence, payload, of: id, isFromA: isFromA, &flow)
        }
        stream.add(sequence: record.sequence, payload.array(0..<payload.byteCount))
        streams[key] = nil
        return settle(
            TLSClientHello.read(stream.contiguous.rawSpan, name: &serverName), stream, key, &flow)
    }

    /// Looks at a segment of a direction of which nothing is kept.
    private mutating func begin(
        _ sequence: UInt32, _ payload: RawSpan, of id: FlowID, isFromA: Bool, _ flow: inout Flow
    ) -> Bool {
        let start = (isFromA ? flow.aSequence : flow.bSequence).streamStart
        let isHandshake = payload.byte(at: 0) == 22
        // Without its SYN, a stream can only be believed to begin where a handshake record does.
        guard start == sequence || (start == nil && isHandshake) || isSoon(sequence, after: start) else { return false }
        if start == sequence, !isHandshake {
            // This side speaks something else than TLS; the other may still be the client.
            if flow.naming == .undecided, flow.synSender == (isFromA ? .a : .b) { flow.naming = .done }
            return false
        }
        let key = StreamKey(flow: id, isFromA: isFromA)
        var stream = StreamStart(start: start ?? sequence)
        if start == nil || start == sequence {
            // Nearly every ClientHello is whole in its first segment, and then nothing is copied.
            let verdict = TLSClientHello.read(payload, name: &serverName)
            if verdict == .incomplete { stream.add(sequence: sequence, payload.array(0..<payload.byteCount)) }
            return settle(verdict, stream, key, &flow)
        }
        stream.add(sequence: sequence, payload.array(0..<payload.byteCount))
        return settle(.incomplete, stream, key, &flow)
    }

    private mutating func settle(
        _ verdict: TLSClientHello, _ stream: StreamStart, _ key: StreamKey, _ flow: inout Flow
    ) -> Bool {
        switch verdict {
        case .incomplete:
            guard streams.count < Self.mostStreams else {
                flow.naming = .done
                return false
            }
            flow.naming = .assembling
            streams[key] = stream
            return true
        case .other:
            // A ServerHello or other data from the server says nothing about the client's side.
            if flow.synSender == (key.isFromA ? .a : .b) { flow.naming = .done }
            return false
        case .complete:
            flow.naming = .done
            if !serverName.isEmpty { flow.serverName = book.intern(serverName) }
            return true
        }
    }

    /// A segment that came before the stream's first one.
    private func isSoon(_ sequence: UInt32, after start: UInt32?) -> Bool {
        guard let start else { return false }
        return (1..<Int32(TLSClientHello.longest)).contains(Int32(bitPattern: sequence &- start))
    }
}
