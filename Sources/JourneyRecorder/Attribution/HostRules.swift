/// Whose host is whose, as a journey declares it.
public struct HostRules: Hashable, Sendable {
    /// The publisher's own hosts.
    public var first: [HostPattern]
    /// The device's own, not the app's.
    public var background: [HostPattern]

    /// Rules from their patterns; none unless given.
    public init(first: [HostPattern] = [], background: [HostPattern] = []) {
        self.first = first
        self.background = background
    }
}

/// Hosts by name: `sante.example` is that name alone, `*.sante.example` every name below it, at any depth, and not itself.
///
/// Letters of ASCII compare without case (RFC 4343 § 3) and a final dot is ignored; names in other scripts are
/// compared as they are written, so that they should be given in the form the network shows (`xn--…`, RFC 5890).
public struct HostPattern: Hashable, Sendable {
    /// Why a text is no pattern.
    public enum Fault: Error, Hashable, Sendable {
        /// Nothing, or a dot alone.
        case empty
        /// `*` alone would be every host.
        case everything
        /// `*` somewhere else than as the first label.
        case misplacedStar
        /// A scheme, a path, a port, a user, or a space.
        case notOnlyAHost
        /// Two dots in a row, or one in front.
        case emptyLabel
    }

    /// The name without star, in lower case and without final dot.
    private let name: [UInt8]
    /// Whether names below `name` are meant, rather than itself.
    private let isSubdomains: Bool

    /// A pattern from its text.
    ///
    /// - Throws: `Fault` if the text is no host or would be every host.
    public init(_ text: String) throws(Fault) {
        guard !text.utf8.contains(where: { "/:@ \t?#".utf8.contains($0) }) else { throw .notOnlyAHost }
        let canonical = Self.canonical(text)
        guard !canonical.isEmpty else { throw .empty }
        guard canonical != [UInt8(ascii: "*")] else { throw .everything }
        let labels = canonical.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard !labels.contains(where: \.isEmpty) else { throw .emptyLabel }
        isSubdomains = labels[0].elementsEqual("*".utf8)
        name = isSubdomains ? Array(canonical.dropFirst(2)) : canonical
        guard !name.contains(UInt8(ascii: "*")) else { throw .misplacedStar }
    }

    /// A name as patterns compare it: ASCII letters in lower case, no final dot.
    static func canonical(_ name: String) -> [UInt8] {
        var bytes = name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        return bytes
    }

    /// The name that is meant, or below which names are meant, in canonical form.
    var base: ArraySlice<UInt8> { name[...] }

    /// Whether a name in canonical form is meant.
    func matches(_ other: [UInt8]) -> Bool {
        guard isSubdomains else { return other == name }
        return other.count > name.count + 1 && other[other.count - name.count - 1] == UInt8(ascii: ".")
            && other.suffix(name.count).elementsEqual(name)
    }
}

extension HostPattern: CustomStringConvertible {
    /// The pattern in canonical form.
    public var description: String { (isSubdomains ? "*." : "") + String(decoding: name, as: UTF8.self) }
}

extension HostPattern.Fault: CustomStringConvertible {
    /// What is wrong and what to write instead.
    public var description: String {
        switch self {
        case .empty: "it is empty"
        case .everything: "'*' alone would be every host; write a domain, such as \"*.sante.example\""
        case .misplacedStar: "'*' can only be the first label, such as \"*.sante.example\""
        case .notOnlyAHost: "write the name alone, without scheme, port, path or space, such as \"api.sante.example\""
        case .emptyLabel: "two dots in a row, or one in front, leave a label empty"
        }
    }
}
