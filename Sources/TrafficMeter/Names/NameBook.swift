/// A name by its position in the book.
struct NameID: Hashable, Sendable {
    let index: Int32

    static let none = NameID(index: -1)
}

/// The names seen so far: each once, and which addresses DNS gave them.
struct NameBook: Sendable {
    /// Most different names, addresses, and names of an address that are kept; later ones are forgotten.
    private static let mostNames = 1_000_000
    private static let mostNamesOfAddress = 16

    private var names: [String] = []
    private var ids: [String: NameID] = [:]
    private var answers: [IPAddress: [NameID]] = [:]

    /// A name by its identifier; `nil` for none.
    subscript(id: NameID) -> String? {
        id == .none ? nil : names[Int(id.index)]
    }

    /// Keeps a name once.
    mutating func intern(_ name: String) -> NameID {
        if let id = ids[name] { return id }
        guard names.count < Self.mostNames else { return .none }
        let id = NameID(index: Int32(names.count))
        names.append(name)
        ids[name] = id
        return id
    }

    /// Learns that DNS answered a question for `name` with `address`.
    mutating func learn(_ name: NameID, for address: IPAddress) {
        guard name != .none, answers.count < Self.mostNames || answers[address] != nil else { return }
        var known = answers[address] ?? []
        known.removeAll { $0 == name }
        known.append(name)
        if known.count > Self.mostNamesOfAddress { known.removeFirst() }
        answers[address] = known
    }

    /// The latest name that DNS gave an address.
    func latest(for address: IPAddress) -> NameID {
        answers[address]?.last ?? .none
    }

    /// All names that DNS gave an address, oldest first.
    func all(for address: IPAddress) -> [String] {
        (answers[address] ?? []).compactMap { self[$0] }
    }
}

/// Makes text of a host name's bytes: lower case, anything but printable ASCII escaped as RFC 1035 § 5.1 does (`\DDD`).
func hostName(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in bytes {
        switch byte {
        case 0x41...0x5A: text.unicodeScalars.append(Unicode.Scalar(byte + 0x20))
        case 0x5C, 0x00...0x20, 0x7F...0xFF:
            let digits = String(byte)
            text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        default: text.unicodeScalars.append(Unicode.Scalar(byte))
        }
    }
    return text
}
