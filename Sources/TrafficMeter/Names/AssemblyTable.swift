/// What is put together from pieces, by key: so many at a time, of which the one that was left alone for longest makes room.
///
/// What never becomes whole is so forgotten in its turn, and keeps nothing out that comes later.
struct AssemblyTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// Most that are kept.
    let limit: Int
    private var values: [Key: (value: Value, turn: UInt64)] = [:]
    /// Keys in the order that they were put; a turn that its key no longer has is over.
    private var order: [(key: Key, turn: UInt64)] = []
    /// Turns before this place are over.
    private var oldest = 0
    private var latestTurn: UInt64 = 0

    /// An empty table.
    init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// How many are kept.
    var count: Int { values.count }

    func contains(_ key: Key) -> Bool { values[key] != nil }

    /// Moves what is under a key out of the table, so that it isn't copied as it grows.
    mutating func take(_ key: Key) -> Value? {
        values.removeValue(forKey: key)?.value
    }

    /// Puts what isn't whole yet under a key, or back there. O(1), but for a look at all turns once they are many times the limit.
    ///
    /// - Returns: what had to make room.
    @discardableResult
    mutating func put(_ value: Value, for key: Key) -> Value? {
        latestTurn += 1
        values[key] = (value, latestTurn)
        order.append((key, latestTurn))
        let evicted = values.count > limit ? takeOldest() : nil
        if order.count >= 8 * limit {
            order.removeAll { values[$0.key]?.turn != $0.turn }
            oldest = 0
        }
        return evicted
    }

    private mutating func takeOldest() -> Value? {
        while oldest < order.count {
            let (key, turn) = order[oldest]
            oldest += 1
            if values[key]?.turn == turn { return take(key) }
        }
        return nil
    }
}
