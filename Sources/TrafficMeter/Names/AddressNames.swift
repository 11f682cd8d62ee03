import Documents

/// Which names answers gave an address, when, and to whom: what tells the host behind a flow's address.
///
/// What goes in: answers in the order of the capture. What comes out: for an address and who talks to it, the name of the latest
/// answer. Ask when a flow's first packet is met, so that all answers before it are known and none after it.
///
/// An answer counts for its time to live and an hour more (`grace`); older ones are told apart as stale. Flat arrays: an address with
/// one client and one name costs 160 bytes, twice that where arrays have just grown. Learning and asking look at two lists of at most
/// `mostNames`, found by hash, and allocate nothing beyond that growth.
struct AddressNames: Sendable {
    /// Most names of one address that are kept, and again of it for each client; the one not seen for longest is forgotten.
    static let mostNames = 16
    /// How long an answer counts beyond its time to live, in nanoseconds: an hour.
    ///
    /// Apps keep connections' addresses longer than the answer allows: resolvers serve stale data (RFC 8767 § 5 allows for days), systems
    /// and libraries cache on their own terms. An hour is long beside usual times to live (minutes), and short beside a shared address
    /// changing its customer.
    static let grace: Int64 = 3600 * 1_000_000_000

    /// Most addresses that have names, again most pairs of client and address, and a quarter of the names that all have together.
    let limit: Int
    /// Answers of which something wasn't kept, since there was no room.
    private(set) var turnedAway = 0

    private var addresses: AddressIndex
    /// Lists by address, for all clients.
    private var heard: NameLists
    /// Lists by client and address.
    private var asked: NameLists
    private var cells = NameCells()

    /// A memory without names.
    ///
    /// - Parameter limit: how much is kept at most.
    init(limit: Int) {
        self.limit = min(limit, MeterLimits.most)
        addresses = AddressIndex()
        heard = NameLists()
        asked = NameLists()
    }

    /// Learns an answer.
    ///
    /// - Parameters:
    ///   - name: the name asked for; none is ignored.
    ///   - address: one of the addresses given.
    ///   - client: who asked, thus whom the answer was sent to; `nil` where it is for anyone, as in Multicast DNS.
    ///   - time: when the answer was captured, if that is known.
    ///   - timeToLive: seconds that it may be kept.
    mutating func learn(
        _ name: NameID, for address: IPAddress, askedBy client: IPAddress?, at time: Timestamp?, timeToLive: UInt32
    ) {
        guard name != .none else { return }
        let answer = NameCell(name: name, time: time, timeToLive: timeToLive)
        let most = cellLimit
        guard let server = number(address), let place = heard.place(of: NameLists.Key(client: 0, server: server), limit)
        else {
            turnedAway &+= 1
            return
        }
        var isKept = cells.put(answer, in: &heard[place], most)
        if let client {
            if let number = number(client),
                let own = asked.place(of: NameLists.Key(client: number, server: server), limit)
            {
                isKept = cells.put(answer, in: &asked[own], most) && isKept
            } else {
                isKept = false
            }
        }
        if !isKept { turnedAway &+= 1 }
    }

    /// Tells the name of an address for who talks to it.
    ///
    /// The latest answer that `client` itself got, before the latest that anybody got; of each only those that count (see
    /// `Resolution`). O(1): at most `mostNames` answers of either kind are looked at.
    ///
    /// - Parameters:
    ///   - address: the server's address.
    ///   - client: the other end.
    ///   - time: when the flow's first packet was captured, if that is known.
    /// - Returns: the name, and why it is.
    func lookup(_ address: IPAddress, client: IPAddress, at time: Timestamp?) -> Resolution {
        guard !addresses.isEmpty, let server = addresses.find(address) else { return .unknown }
        var own = Resolution.unknown
        if let number = addresses.find(client), let list = asked.find(NameLists.Key(client: number, server: server)) {
            own = cells.best(of: list, at: time, fresh: Resolution.asked)
            if case .asked = own { return own }
        }
        guard let list = heard.find(NameLists.Key(client: 0, server: server)) else { return own }
        let any = cells.best(of: list, at: time, fresh: Resolution.heard)
        return own.rank >= any.rank ? own : any
    }

    /// All names that answers gave an address, whenever.
    ///
    /// - Parameters:
    ///   - address: the server's address.
    ///   - client: whose names come first; nobody's unless given.
    /// - Returns: the names, the latest first, each once.
    func candidates(for address: IPAddress, client: IPAddress? = nil) -> [NameID] {
        guard !addresses.isEmpty, let server = addresses.find(address) else { return [] }
        var found: [NameID] = []
        if let client, let number = addresses.find(client),
            let list = asked.find(NameLists.Key(client: number, server: server))
        {
            cells.forEach(of: list) { found.append($0.name) }
        }
        if let list = heard.find(NameLists.Key(client: 0, server: server)) {
            cells.forEach(of: list) { if !found.contains($0.name) { found.append($0.name) } }
        }
        return found
    }

    /// Most cells: addresses and pairs rarely have more than one or two.
    private var cellLimit: Int { min(4 * limit, Int(Int32.max)) }

    /// The number of an address, which is new if there is room: clients and servers each may be as many as the limit.
    private mutating func number(_ address: IPAddress) -> UInt32? {
        addresses.number(of: address, limit: 2 * limit)
    }
}
