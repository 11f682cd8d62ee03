import Documents

/// A name by its position in the book.
struct NameID: Hashable, Sendable {
    let index: Int32

    static var none: NameID { NameID(index: -1) }
}

/// The names seen so far: each once, and which addresses answers gave them.
struct NameBook: Sendable {
    /// Most different names, and addresses that have one.
    let limit: Int
    /// Which addresses have which names.
    var addresses: AddressNames
    /// Names that found no room.
    var namesTurnedAway = 0
    /// All names one behind the other; a name ends where the next begins.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Positions + 1 of names; 0 is free. The length is a power of two, at most two thirds of it in use.
    private var slots = [UInt32](repeating: 0, count: 256)
    private let hash = KeyedHash()

    /// What flows' greetings said, in their order.
    private var greetings: [FlowGreeting] = []
    /// What answers of name resolution call other names' canonical names, or the hosts of their services.
    private var aliases: [NameID: NameID] = [:]
    /// Most names from one asked for to the one that has the address.
    private static let longestChain = 16

    /// Names of addresses that the traffic doesn't give: from the capture's own blocks, or from a person.
    private(set) var given: [IPAddress: (name: NameID, source: NameSource)] = [:]

    /// Keeps a name that something else than the traffic gives an address; the first one counts.
    mutating func give(_ name: String, to address: IPAddress, source: NameSource) {
        guard given[address] == nil, !name.isEmpty else { return }
        var printable: [UInt8] = []
        for byte in name.utf8 { printable.appendPrintable(byte) }
        let id = intern(printable[...])
        if id != .none { given[address] = (id, source) }
    }

    /// The name of an address that something else than the traffic gives.
    func given(_ address: IPAddress) -> (name: NameID, source: NameSource)? {
        given.isEmpty ? nil : given[address]
    }

    /// Greetings and answers that were given up half read, as more were put together at a time than there is room for.
    private(set) var givenUp = 0

    /// Counts a greeting or an answer that was given up.
    mutating func noteGivenUp() { givenUp &+= 1 }

    /// Names and answers that found no room.
    var turnedAway: Int { namesTurnedAway &+ addresses.turnedAway }

    init(limit: Int) {
        self.limit = limit
        addresses = AddressNames(limit: limit)
    }

    /// A name by its identifier; `nil` for none.
    subscript(id: NameID) -> String? {
        bytes(of: id).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A name's bytes by its identifier; `nil` for none.
    func bytes(of id: NameID) -> ArraySlice<UInt8>? {
        id == .none ? nil : bytes[range(Int(id.index))]
    }

    private func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// Keeps a name once.
    mutating func intern(_ name: HostName) -> NameID { intern(name.bytes[...]) }

    /// Keeps a name once, from its bytes as `HostName` and `DNSNames` have them.
    mutating func intern(_ name: ArraySlice<UInt8>) -> NameID {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash.hash(name)) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if bytes[range(index)] == name { return NameID(index: Int32(index)) }
            slot = (slot + 1) & mask
        }
        guard ends.count < limit else {
            namesTurnedAway &+= 1
            return .none
        }
        bytes += name
        ends.append(bytes.count)
        slots[slot] = UInt32(ends.count)
        if ends.count * 3 > slots.count * 2 { grow() }
        return NameID(index: Int32(ends.count - 1))
    }

    /// What a flow's greeting said; `nil` for none.
    subscript(id: GreetingID) -> FlowGreeting? {
        id == .none ? nil : greetings[Int(id.index)]
    }

    /// Keeps what a flow's greeting said.
    mutating func keep(_ greeting: FlowGreeting) -> GreetingID {
        greetings.append(greeting)
        return GreetingID(index: Int32(greetings.count - 1))
    }

    /// Changes what is known of a flow's greeting.
    mutating func update(_ id: GreetingID, _ change: (inout FlowGreeting) -> Void) {
        if id != .none { change(&greetings[Int(id.index)]) }
    }

    /// Keeps that a name stands for another one; the latest answer counts.
    mutating func learn(alias name: NameID, for target: NameID) {
        guard name != .none, target != .none, name != target, aliases.count < limit || aliases[name] != nil else {
            return
        }
        aliases[name] = target
    }

    /// The names from one that was asked for to the one that has the address, without the first; each once.
    func chain(from name: NameID) -> [NameID] {
        var chain: [NameID] = []
        var next = aliases[name]
        while let current = next, current != name, chain.count < Self.longestChain, !chain.contains(current) {
            chain.append(current)
            next = aliases[current]
        }
        return chain
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

    /// All names that answers gave an address, the latest first.
    func all(for address: IPAddress) -> [String] {
        addresses.candidates(for: address).compactMap { self[$0] }
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
