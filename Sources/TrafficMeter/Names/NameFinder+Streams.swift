import Documents

/// Names in what a client says first on a TCP connection.
extension NameFinder {
    /// Looks at a TCP segment of a flow that has no name yet, or whose opening hasn't ended.
    ///
    /// - Returns: how many bytes of its payload a recording keeps since they name the flow. Requests of HTTP and SOCKS aren't kept:
    ///   beside the host they say what is personal.
    mutating func read(
        tcp record: borrowing PacketRecord, _ payload: RawSpan, of id: FlowID, isFromA: Bool, isInTurn: Bool,
        _ flow: inout Flow, at time: Timestamp?
    ) -> Int {
        if flow.naming == .openedByA || flow.naming == .openedByB {
            return isInTurn ? endOpening(record, payload, &flow) : 0
        }
        return readStream(record, payload, of: id, isFromA: isFromA, &flow, at: time) ? payload.byteCount : 0
    }

    /// The client's first payload after its hello: what came before it was the opening, unless it greets again as the server
    /// asked for, in one segment or several.
    private mutating func endOpening(_ record: borrowing PacketRecord, _ payload: RawSpan, _ flow: inout Flow) -> Int {
        let payloadBytes = record.payloadBytes
        let awaited = book[flow.greeting]?.awaitedBytes ?? 0
        if awaited > 0 {
            book.update(flow.greeting) { $0.awaitedBytes = max(0, awaited - payloadBytes) }
            return payload.byteCount
        }
        if let length = TLSClientHello.length(ofSecond: payload), length >= payloadBytes {
            book.update(flow.greeting) { $0.awaitedBytes = length - payloadBytes }
            return payload.byteCount
        }
        end(&flow, at: flow.both.ipBytes - record.ipBytes)
        return 0
    }

    /// Looks for a greeting, or an answer of name resolution.
    ///
    /// - Returns: whether the payload names the flow, and says nothing personal.
    private mutating func readStream(
        _ record: borrowing PacketRecord, _ payload: RawSpan, of id: FlowID, isFromA: Bool, _ flow: inout Flow,
        at time: Timestamp?
    ) -> Bool {
        guard payload.byteCount > 0 else { return false }
        let key = StreamKey(flow: id, isFromA: isFromA)
        if record.sourcePort == 53 {
            read(dns: record, payload, key, at: time)
            return true
        }
        if record.destinationPort == 53 { return true }
        guard flow.naming == .assembling, var stream = streams.take(key) else {
            return begin(record.sequence, payload, key, &flow)
        }
        stream.add(sequence: record.sequence, payload)
        return settle(greeting.read(stream.contiguous), stream, key, &flow)
    }

    /// Looks at a segment of a direction of which nothing is kept.
    private mutating func begin(
        _ sequence: UInt32, _ payload: RawSpan, _ key: StreamKey, _ flow: inout Flow
    ) -> Bool {
        // Who opened the connection greets; what the server says may look like a greeting, and is none.
        if flow.synSender != .unknown, flow.synSender != (key.isFromA ? .a : .b) { return false }
        if flow.naming == .assembling {
            // Once one side's greeting is being put together, the other side is the server.
            if !streams.contains(StreamKey(flow: key.flow, isFromA: !key.isFromA)) { giveUp(&flow) }
            return false
        }
        let start = (key.isFromA ? flow.aSequence : flow.bSequence).streamStart
        if start == nil || start == sequence {
            // Nearly every greeting is whole in its first segment, and then nothing is copied.
            let verdict = greeting.read(payload)
            // Without its SYN, a stream can only be believed to begin where a greeting does.
            if start == nil, verdict == .other || payload.byteCount < 4 { return false }
            var stream = StreamStart(start: sequence)
            if verdict == .incomplete { stream.add(sequence: sequence, payload) }
            return settle(verdict, stream, key, &flow)
        }
        guard isSoon(sequence, after: start) else { return false }
        var stream = StreamStart(start: start ?? sequence)
        stream.add(sequence: sequence, payload)
        return settle(greeting.read(stream.contiguous), stream, key, &flow)
    }

    private mutating func settle(
        _ verdict: StreamVerdict, _ stream: StreamStart, _ key: StreamKey, _ flow: inout Flow
    ) -> Bool {
        switch verdict {
        case .incomplete:
            if greeting.isTunnel {
                keep(FlowGreeting(.tunnel, isFromA: key.isFromA), named: greeting.tunnelName, of: &flow)
            }
            guard !stream.isSpent else {
                flow.naming = .done
                return false
            }
            flow.naming = .assembling
            streams.put(stream, for: key)
            return greeting.isTLS
        case .other:
            // What the server says tells nothing about the client's side.
            let isClient = flow.synSender == (key.isFromA ? .a : .b) || flow.synSender == .unknown
            flow.naming = isClient ? .done : .undecided
            return false
        case .complete:
            var said = FlowGreeting(greeting.way, isFromA: key.isFromA)
            if greeting.hasHello { note(greeting.hello, in: &said) }
            keep(said, named: greeting.name, of: &flow)
            flow.naming = greeting.hasHello ? (key.isFromA ? .openedByA : .openedByB) : .done
            return greeting.isTLS
        }
    }

    /// A segment that came before the stream's first one.
    private func isSoon(_ sequence: UInt32, after start: UInt32?) -> Bool {
        guard let start else { return false }
        return (1..<Int32(TLSClientHello.longest)).contains(Int32(bitPattern: sequence &- start))
    }
}
