/// What is known of domains: finds the longest one that a name is, or is below, in one walk over the name's bytes.
public struct DomainTable<Value: Sendable>: Sendable {
    private var entries: [(name: [UInt8], value: Value)] = []
    private var slots = SlotTable()

    /// An empty table.
    public init() {}

    /// All values, in the order that they came.
    public var values: [Value] { entries.map(\.value) }
    /// All domains, in the order that they came.
    public var names: [[UInt8]] { entries.map(\.name) }

    /// Keeps what is known of a domain.
    ///
    /// - Parameters:
    ///   - value: what is known.
    ///   - name: the domain in lower case, without the final dot.
    /// - Returns: whether it is new; what is there already stays.
    @discardableResult
    public mutating func insert(_ value: Value, for name: String) -> Bool {
        let bytes = Array(name.utf8)
        let hash = Self.fold(bytes[...], Self.basis)
        guard slots.find(hash, isAt: { entries[$0].name == bytes }) == nil else { return false }
        entries.append((bytes, value))
        slots.append(hash)
        return true
    }

    /// The value of the longest domain that a name is, or is below.
    ///
    /// - Parameters:
    ///   - name: the name in lower case, without the final dot.
    ///   - isMeant: told a value and whether its domain is the whole name: values of which it isn't true are passed over.
    /// - Returns: `nil` where none fits.
    public func longest(
        of name: ArraySlice<UInt8>, where isMeant: (_ value: Value, _ isWhole: Bool) -> Bool = { _, _ in true }
    ) -> Value? {
        var found: Value?
        var hash = Self.basis
        var end = name.endIndex
        // Label by label from the right: what is found later is longer.
        while end > name.startIndex {
            var start = end
            while start > name.startIndex, name[start - 1] != UInt8(ascii: ".") { start -= 1 }
            hash = Self.fold(name[start..<end], hash)
            let domain = name[start...]
            if let place = slots.find(hash, isAt: { entries[$0].name.elementsEqual(domain) }),
                isMeant(entries[place].value, start == name.startIndex)
            {
                found = entries[place].value
            }
            guard start > name.startIndex else { break }
            hash = Self.fold(name[start - 1..<start], hash)
            end = start - 1
        }
        return found
    }

    /// FNV-1a (draft-eastlake-fnv § 2), from the last byte to the first: the domains are ours, nobody floods them.
    private static func fold(_ bytes: ArraySlice<UInt8>, _ hash: UInt64) -> UInt64 {
        bytes.reversed().reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static var basis: UInt64 { 0xCBF2_9CE4_8422_2325 }
}
