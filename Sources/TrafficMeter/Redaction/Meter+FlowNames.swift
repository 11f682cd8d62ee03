import Documents

extension Meter {
    /// Takes the names of flows from a document, in place of payloads; call it once all packets are in.
    ///
    /// - Throws: `FlowNamesError` if it is of another capture.
    public mutating func take(_ told: FlowNames) throws(FlowNamesError) {
        guard told.flows == flows.count else {
            throw FlowNamesError(.otherFlows(named: told.flows, captured: flows.count))
        }
        for answer in told.answers {
            let id = try flow(answer.flow)
            if let a = answer.a { flows[id].aName = names.book.intern(printable: a) }
            if let b = answer.b { flows[id].bName = names.book.intern(printable: b) }
        }
        for told in told.greetings {
            let id = try flow(told.flow)
            guard let way = FlowHello.Way.allCases.first(where: { $0.word == told.way }) else {
                throw FlowNamesError(.unknownWay(told.way))
            }
            var said = FlowGreeting(way, isFromA: false)
            said.marks = FlowGreeting.Marks(rawValue: UInt8(truncatingIfNeeded: told.marks))
            if let name = told.name { said.name = names.book.intern(printable: name) }
            if let protocols = told.protocols { said.protocols = names.book.intern(printable: protocols) }
            if let opening = told.openingBytes {
                said.openingBytes = UInt32(min(max(0, opening), Int(Int32.max)))
            }
            flows[id].greeting = names.book.keep(said)
        }
        for given in told.given {
            if let address = IPAddress(given.address) { names.give(given.name, to: address, source: given.source) }
        }
        names.book.namesTurnedAway &+= max(0, told.turnedAway)
    }

    private func flow(_ index: Int) throws(FlowNamesError) -> FlowID {
        guard flows.indices.contains(index) else { throw FlowNamesError(.noSuchFlow(index, count: flows.count)) }
        return FlowID(index: index)
    }
}

extension NameBook {
    /// Keeps a name that a document gives.
    fileprivate mutating func intern(printable name: String) -> NameID {
        var bytes: [UInt8] = []
        // What is escaped already stays as it is.
        for byte in name.utf8 {
            if byte == UInt8(ascii: "\\") { bytes.append(byte) } else { bytes.appendPrintable(byte) }
        }
        return bytes.isEmpty ? .none : intern(bytes[...])
    }
}
