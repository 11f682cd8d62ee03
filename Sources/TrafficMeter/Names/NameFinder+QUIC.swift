import Documents

/// Names in the first packets of QUIC connections, and in those that go on with one from another address.
extension NameFinder {
    /// Most packets of a QUIC flow that are looked at for the rest of a greeting, or of an opening: browsers send a greeting in two
    /// to four.
    private static let mostGreetingPackets = 32
    /// Most packets of a flow in which the ID of a known connection is looked for.
    private static let mostContinuedPackets = 4
    /// Fewest bytes of an ID by which a connection is found again; a shorter one may be there by chance.
    private static let shortestTellingID = 4

    /// Looks at a packet of a flow that has no name yet.
    ///
    /// - Returns: how many bytes of its payload a recording keeps.
    mutating func readQUIC(_ payload: RawSpan, of id: FlowID, isFromA: Bool, _ flow: inout Flow) -> Int {
        guard flow.naming == .assembling || QUICReader.isInitial(payload) else {
            return readOther(payload, &flow)
        }
        guard var state = flow.naming == .assembling ? quicHellos.take(id) : QUICHello() else {
            giveUp(&flow)
            return 0
        }
        let verdict = quic.read(payload, into: &state, hello: &greeting.hello)
        if verdict == .complete {
            var said = FlowGreeting(.quic, isFromA: isFromA)
            note(greeting.hello, in: &said)
            keep(said, named: greeting.hello.serverName, of: &flow)
            flow.naming = .openedByQUIC
            remember(payload, flow)
            return payload.byteCount
        }
        guard flow.both.packets < Self.mostGreetingPackets else {
            flow.naming = .done
            return 0
        }
        quicHellos.put(state, for: id)
        flow.naming = .assembling
        return verdict == .incomplete ? payload.byteCount : 0
    }

    /// A packet that is no connection's first one.
    private mutating func readOther(_ payload: RawSpan, _ flow: inout Flow) -> Int {
        // A long header of another type (RFC 8999 § 5.1) may be ahead of the first packet.
        if payload.byte(at: 0) & 0x80 != 0 {
            if flow.both.packets >= Self.mostGreetingPackets { flow.naming = .done }
            return 0
        }
        if payload.byte(at: 0) & 0x40 != 0, let known = connections.value(ofShortHeader: payload) {
            continueConnection(known, in: &flow)
            return min(payload.byteCount, 1 + QUICConnectionID.longest)
        }
        if connections.count == 0 || flow.both.packets >= Self.mostContinuedPackets { flow.naming = .done }
        return 0
    }

    /// Names a flow by the connection that it goes on with.
    private mutating func continueConnection(_ known: GreetingID, in flow: inout Flow) {
        guard var said = book[known] else { return }
        said.marks.insert(.isContinued)
        said.openingBytes = 0
        flow.greeting = book.keep(said)
        flow.naming = .done
    }

    /// Looks at a packet between the hello and the client's first packet under the connection's final keys, which has a short header
    /// (RFC 9001 § 4).
    mutating func readOpening(
        _ record: borrowing PacketRecord, _ payload: RawSpan, isFromA: Bool, _ flow: inout Flow
    ) -> Int {
        let isLong = payload.byteCount > 0 && payload.byte(at: 0) & 0x80 != 0
        let isFromClient = book[flow.greeting].map { $0.marks.contains(.isFromA) == isFromA } ?? true
        // A packet of which nothing is stored tells nothing: the opening is taken to end before it.
        if !isLong && (isFromClient || payload.byteCount == 0) || flow.both.packets >= Self.mostGreetingPackets {
            end(&flow, at: flow.both.ipBytes - record.ipBytes)
        }
        guard isLong else { return min(1, payload.byteCount) }
        return remember(payload, flow)
    }

    /// Remembers the ID that a packet's sender chose for itself.
    ///
    /// - Returns: the length of the header up to there.
    @discardableResult
    private mutating func remember(_ payload: RawSpan, _ flow: Flow) -> Int {
        guard let header = QUICLongHeader(payload) else { return 0 }
        if header.source.count >= Self.shortestTellingID { connections.insert(flow.greeting, for: header.source) }
        return header.clearStart
    }
}
