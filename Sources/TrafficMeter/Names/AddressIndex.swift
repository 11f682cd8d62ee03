/// Numbers addresses, from 1 on, as they are met: an open-addressing table under a key of this process.
struct AddressIndex: Sendable {
    private var addresses: [IPAddress] = []
    private var slots = SlotTable()
    private let hash = KeyedHash()

    var isEmpty: Bool { addresses.isEmpty }

    /// The number of an address; `nil` if it has none.
    func find(_ address: IPAddress) -> UInt32? {
        slots.find(key(address)) { addresses[$0] == address }.map { UInt32($0 + 1) }
    }

    /// The number of an address, a new one if need be; `nil` if there are as many as the limit.
    mutating func number(of address: IPAddress, limit: Int) -> UInt32? {
        if let number = find(address) { return number }
        guard addresses.count < limit else { return nil }
        addresses.append(address)
        slots.append(key(address))
        return UInt32(addresses.count)
    }

    private func key(_ address: IPAddress) -> UInt64 {
        hash.fold(hash.fold(address.high, address.isIPv6 ? 6 : 4), address.low)
    }
}

/// Lists of names by client and server.
struct NameLists: Sendable {
    /// Numbers of addresses; client 0 is anybody.
    struct Key: Hashable, Sendable {
        var client: UInt32
        var server: UInt32
    }

    private var keys: [Key] = []
    private var lists: [NameList] = []
    private var slots = SlotTable()
    private let hash = KeyedHash()

    /// A list by its place.
    subscript(place: Int) -> NameList {
        get { lists[place] }
        _modify { yield &lists[place] }
    }

    /// The list of a key; `nil` if there is none.
    func find(_ key: Key) -> NameList? {
        slots.find(hash(of: key)) { keys[$0] == key }.map { lists[$0] }
    }

    /// The place of a key's list, a new one if need be; `nil` if there are as many as the limit.
    mutating func place(of key: Key, _ limit: Int) -> Int? {
        if let place = slots.find(hash(of: key), isAt: { keys[$0] == key }) { return place }
        guard keys.count < limit else { return nil }
        keys.append(key)
        lists.append(NameList())
        slots.append(hash(of: key))
        return keys.count - 1
    }

    private func hash(of key: Key) -> UInt64 {
        hash.fold(UInt64(key.client) << 32 | UInt64(key.server), 0)
    }
}
