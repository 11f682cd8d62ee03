/// A link address by its position in the list.
struct LinkID: Hashable, Sendable {
    let index: UInt16

    static var none: LinkID { LinkID(index: .max) }
}

/// The link addresses seen, each once: few machines are on a link, but each of a million flows has two of them.
struct LinkAddresses: Sendable {
    /// Most that are kept; later ones are not told apart.
    private static let limit = Int(LinkID.none.index)

    private var addresses: [UInt64] = []
    private var ids: [UInt64: LinkID] = [:]

    /// An address by its identifier, as `PacketRecord.linkSource` has it; 0 for none.
    subscript(id: LinkID) -> UInt64 {
        id == .none ? 0 : addresses[Int(id.index)]
    }

    /// Keeps an address once.
    mutating func intern(_ address: UInt64) -> LinkID {
        if address == 0 { return .none }
        if let id = ids[address] { return id }
        guard addresses.count < Self.limit else { return .none }
        let id = LinkID(index: UInt16(addresses.count))
        addresses.append(address)
        ids[address] = id
        return id
    }
}
