/// Places of entries that stand elsewhere in one array, found by hash: open addressing with linear probing.
struct SlotTable: Sendable {
    /// Half of an entry's hash, and its place + 1; 0 is free. The length is a power of two, at most two thirds of it in use.
    private var slots = [UInt64](repeating: 0, count: 64)
    /// Entries so far.
    private var count = 0

    /// The place of the entry with a hash that is the one looked for; `nil` if there is none.
    @inline(__always)
    func find(_ hash: UInt64, isAt: (Int) -> Bool) -> Int? {
        let mask = slots.count - 1
        let half = hash << 32
        var slot = Int(hash & 0xFFFF_FFFF) & mask
        while slots[slot] != 0 {
            let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
            // Entries that aren't meant are hardly ever looked at.
            if slots[slot] & ~0xFFFF_FFFF == half, isAt(place) { return place }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Notes the hash of the entry that was appended last.
    mutating func append(_ hash: UInt64) {
        count += 1
        if count * 3 > slots.count * 2 { grow() }
        insert(hash << 32 | UInt64(count))
    }

    private mutating func grow() {
        let entries = slots
        slots = [UInt64](repeating: 0, count: entries.count * 2)
        for entry in entries where entry != 0 { insert(entry) }
    }

    private mutating func insert(_ entry: UInt64) {
        let mask = slots.count - 1
        var slot = Int(entry >> 32) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
    }
}
