/// A name by its position in the book.
struct NameID: Hashable, Sendable {
    let index: Int32

    static var none: NameID { NameID(index: -1) }
}

/// The names seen so far: each once, and which addresses DNS gave them.
struct NameBook: Sendable {
    /// Most names of one address that are kept; older ones are forgotten.
    private static let mostNamesOfAddress = 16

    /// Most different names, and addresses that have one.
    let limit: Int
    /// Names and addresses that found no room.
    private(set) var turnedAway = 0
    /// All names one behind the other; a name ends where the next begins.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Positions + 1 of names; 0 is free. The length is a power of two, at most two thirds of it in use.
    private var slots = [UInt32](repeating: 0, count: 256)
    private let hash = KeyedHash()
    private var answers: [IPAddress: [NameID]] = [:]

    init(limit: Int) {
        self.limit = limit
    }

    /// A name by its identifier; `nil` for none.
    subscript(id: NameID) -> String? {
        id == .none ? nil : String(decoding: bytes[range(Int(id.index))], as: UTF8.self)
    }

    private func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// Keeps a name once.
    mutating func intern(_ name: HostName) -> NameID {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash.hash(name.bytes[...])) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if bytes[range(index)] == name.bytes[...] { return NameID(index: Int32(index)) }
            slot = (slot + 1) & mask
        }
        guard ends.count < limit else {
            turnedAway += 1
            return .none
        }
        bytes += name.bytes
        ends.append(bytes.count)
        slots[slot] = UInt32(ends.count)
        if ends.count * 3 > slots.count * 2 { grow() }
        return NameID(index: Int32(ends.count - 1))
    }

    private mutating func grow() {
        let length = slots.count * 2
        slots = [UInt32](repeating: 0, count: length)
        for index in ends.indices {
            var slot = Int(truncatingIfNeeded: hash.hash(bytes[range(index)])) & (length - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (length - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// Learns that DNS answered a question for `name` with `address`.
    mutating func learn(_ name: NameID, for address: IPAddress) {
        guard name != .none else { return }
        guard answers.count < limit || answers[address] != nil else {
            turnedAway += 1
            return
        }
        if answers[address]?.last == name { return }
        answers[address, default: []].removeAll { $0 == name }
        answers[address, default: []].append(name)
        if answers[address, default: []].count > Self.mostNamesOfAddress { answers[address]?.removeFirst() }
    }

    /// The latest name that DNS gave an address.
    func latest(for address: IPAddress) -> NameID {
        answers.isEmpty ? .none : answers[address]?.last ?? .none
    }

    /// All names that DNS gave an address, oldest first.
    func all(for address: IPAddress) -> [String] {
        (answers[address] ?? []).compactMap { self[$0] }
    }
}

extension KeyedHash {
    fileprivate func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash = UInt64(bytes.count)
        var word: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            word = word << 8 | UInt64(byte)
            if index % 8 == 7 {
                hash = fold(hash, word)
                word = 0
            }
        }
        return fold(hash, word)
    }
}
