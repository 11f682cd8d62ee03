/// Addresses that stand for those of a measurement in what is shared of it.
///
/// They are drawn at random, anew for each file, and the table is never written: there is no key from which anyone could tell them
/// again. Different addresses have different ones, of the same kind (`AddressRange`) and in the same order, so that all that a replay
/// decides by addresses comes out the same. None is an address that the measurement itself has,
/// but where it has more than half of a range's.
public struct Pseudonyms: Sendable {
    private var addresses: [IPAddress: IPAddress] = [:]
    private var links: [UInt64: UInt64] = [:]
    /// Addresses that have or need a pseudonym.
    private var originals: Set<IPAddress>
    /// Pseudonyms given: never more in a range than it has addresses, since each stands for one of the range.
    private var given: Set<IPAddress> = []
    /// So often another address is drawn instead of one that the measurement has, before that is taken to be a crowded range.
    private static let tries = 16

    /// Draws what stands for some addresses.
    ///
    /// - Parameters:
    ///   - known: all addresses of a measurement; those that turn up later are drawn without regard to their order.
    ///   - generator: the randomness, that of the system unless a test needs the same each time.
    public init(of known: Set<IPAddress>, using generator: inout some RandomNumberGenerator) {
        originals = known
        for (range, members) in Dictionary(grouping: known.filter { !$0.isEveryones }, by: AddressRange.init) {
            var drawn: [IPAddress] = []
            for _ in members { drawn.append(draw(from: range, using: &generator)) }
            for (address, pseudonym) in zip(members.sorted(by: Self.isBefore), drawn.sorted(by: Self.isBefore)) {
                addresses[address] = pseudonym
            }
        }
    }

    /// Draws what stands for some addresses, by the system's randomness.
    public init(of known: Set<IPAddress>) {
        var generator = SystemRandomNumberGenerator()
        self.init(of: known, using: &generator)
    }

    private static func isBefore(_ one: IPAddress, _ other: IPAddress) -> Bool {
        (one.high, one.low) < (other.high, other.low)
    }

    private mutating func draw(
        from range: AddressRange, using generator: inout some RandomNumberGenerator
    ) -> IPAddress {
        var left = Self.tries
        while true {
            let found = range.draw(using: &generator)
            left -= 1
            if found.isEveryones || (left >= 0 && originals.contains(found)) { continue }
            if given.insert(found).inserted { return found }
        }
    }

    /// What stands for an address; those that are the same everywhere stand for themselves.
    public mutating func pseudonym(of address: IPAddress) -> IPAddress {
        if address.isEveryones { return address }
        if let known = addresses[address] { return known }
        var generator = SystemRandomNumberGenerator()
        let range = AddressRange(of: address)
        originals.insert(address)
        let pseudonym = draw(from: range, using: &generator)
        addresses[address] = pseudonym
        return pseudonym
    }

    /// What stands for a link address in its 48 bits: one that is locally administered (IEEE 802, § 8.4.2); nothing and all stand for
    /// themselves.
    public mutating func pseudonym(ofLink bits: UInt64) -> UInt64 {
        let all: UInt64 = 0xFFFF_FFFF_FFFF
        if bits == 0 || bits == all { return bits }
        if let known = links[bits] { return known }
        let group = bits & 0x0100_0000_0000
        let pseudonym = UInt64.random(in: 0...(.max)) & 0x00FF_FFFF_FFFF | 0x0200_0000_0000 | group
        links[bits] = pseudonym
        return pseudonym
    }

    /// The pseudonyms of addresses that a predicate is true of.
    public func pseudonyms(where isMeant: (IPAddress) -> Bool) -> [IPAddress] {
        addresses.filter { isMeant($0.key) }.map(\.value).sorted(by: Self.isBefore)
    }

    /// What a packet's record is to be once its addresses are replaced.
    mutating func record(_ record: PacketRecord) -> PacketRecord {
        var changed = record
        if record.kind != .nonIP {
            changed.source = pseudonym(of: record.source)
            changed.destination = pseudonym(of: record.destination)
        }
        let mark: UInt64 = 1 << 63
        if record.linkSource != 0 { changed.linkSource = mark | pseudonym(ofLink: record.linkSource & ~mark) }
        return changed
    }
}
