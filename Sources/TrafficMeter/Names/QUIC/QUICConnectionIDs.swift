/// What is known of connections by their IDs: in a bounded table, where what wasn't asked for lately makes room.
///
/// A connection that comes from another address or port keeps its ID if a NAT moved it; one that moved by itself has a new ID,
/// which is told under encryption (RFC 9000 § 9.5), and isn't found.
struct QUICConnectionIDs<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        var id: QUICConnectionID
        var value: Value
        var wasAskedFor: Bool
    }

    /// Most IDs that are kept.
    let limit: Int
    private var entries: [Entry] = []
    private var places: [QUICConnectionID: Int] = [:]
    /// Where room is looked for next.
    private var hand = 0
    /// How many IDs there are of each length.
    private var lengths = [Int](repeating: 0, count: QUICConnectionID.longest + 1)

    /// An empty table.
    init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// How many IDs there are.
    var count: Int { entries.count }

    /// Keeps a value under an ID, in place of the one before. An empty ID tells nothing apart and is not kept.
    mutating func insert(_ value: Value, for id: QUICConnectionID) {
        guard id.count > 0 else { return }
        if let place = places[id] {
            entries[place].value = value
            return
        }
        lengths[id.count] += 1
        guard entries.count == limit else {
            places[id] = entries.count
            entries.append(Entry(id: id, value: value, wasAskedFor: false))
            return
        }
        // The clock algorithm (Corbató 1968): who was asked for is passed over once.
        while entries[hand].wasAskedFor {
            entries[hand].wasAskedFor = false
            hand = (hand + 1) % limit
        }
        places[entries[hand].id] = nil
        lengths[entries[hand].id.count] -= 1
        entries[hand] = Entry(id: id, value: value, wasAskedFor: false)
        places[id] = hand
        hand = (hand + 1) % limit
    }

    /// The value under an ID.
    mutating func value(for id: QUICConnectionID) -> Value? {
        guard let place = places[id] else { return nil }
        entries[place].wasAskedFor = true
        return entries[place].value
    }

    /// The value under the destination of a packet with a short header, whose length only its two ends know: the longest that fits.
    ///
    /// At most as many lookups as there are lengths among the IDs kept, usually one or two.
    mutating func value(ofShortHeader datagram: RawSpan) -> Value? {
        for length in stride(from: QUICConnectionID.longest, to: 0, by: -1) where lengths[length] > 0 {
            if let id = QUICConnectionID(shortHeader: datagram, length: length), let value = value(for: id) {
                return value
            }
        }
        return nil
    }
}
