/// Tells the domain that somebody registered from the names below it, by the Public Suffix List (publicsuffix.org/list).
///
/// Both sections of the list count: ICANN's (`fr`, `gouv.fr`, `co.uk`) and the private one (`github.io`,
/// `s3.amazonaws.com`), for customers of one platform are as little the same party as holders of names in `fr`.
/// Names are compared in the form that the network shows (A-labels, RFC 5890 § 2.3.2.1).
public struct PublicSuffixList: Sendable {
    /// Which list it is, such as `publicsuffix 20230209.2326-1 of Debian`.
    public let version: String
    private let text: [UInt8]
    /// In the order of their parents' bytes.
    private let lines: [Line]

    /// Rules below one parent.
    private struct Line {
        /// Without its first label, what the rules have in common; `.` is the root.
        var parent: Range<Int>
        /// First labels with a blank between them; `*` is any, `!` before one an exception.
        var labels: Range<Int>
    }

    /// The list that comes with the program.
    ///
    /// - Throws: `HostTableError` if the file breaks a rule.
    public static func bundled() throws(HostTableError) -> PublicSuffixList {
        try PublicSuffixList(PackageResources.public_suffixes_txt, file: "public-suffixes.txt")
    }

    /// A list in the form that `scripts/update-psl` writes.
    ///
    /// - Throws: `HostTableError` if a line isn't a parent and labels, or lines are out of order.
    init(_ text: [UInt8], file: String) throws(HostTableError) {
        var version: String?
        var lines: [Line] = []
        var start = 0
        var number = 0
        while start < text.endIndex {
            number += 1
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
            let line = text[start..<end]
            if line.first == UInt8(ascii: "#") {
                if line.starts(with: Self.versionMark) {
                    version = String(decoding: line.dropFirst(Self.versionMark.count), as: UTF8.self)
                }
            } else {
                guard let blank = line.firstIndex(of: UInt8(ascii: " ")), blank > start, blank + 1 < end else {
                    throw HostTableError(file: file, place: "line \(number)", .notARuleLine)
                }
                if let last = lines.last, !text[last.parent].lexicographicallyPrecedes(text[start..<blank]) {
                    throw HostTableError(file: file, place: "line \(number)", .notInOrder)
                }
                lines.append(Line(parent: start..<blank, labels: (blank + 1)..<end))
            }
            start = end + 1
        }
        guard let version, !version.isEmpty else {
            throw HostTableError(file: file, place: "version", .missingKey)
        }
        guard !lines.isEmpty else { throw HostTableError(file: file, .empty) }
        self.version = version
        self.text = text
        self.lines = lines
    }

    private static let versionMark = Array("# version: ".utf8)
}

extension PublicSuffixList {
    /// The public suffix of a name and the label before it: the domain that somebody registered.
    ///
    /// By the algorithm of publicsuffix.org/list: of the rules that match, an exception prevails, else the longest; where
    /// none matches, the last label is the suffix.
    ///
    /// - Parameter name: a host's name, in any case, with or without the final dot.
    /// - Returns: the domain in lower case; `nil` for a public suffix itself, an IP address, or no name.
    public func registrableDomain(of name: String) -> String? {
        registrableDomain(of: HostPattern.canonical(name)[...]).map { String(decoding: $0, as: UTF8.self) }
    }

    /// As above, of a name in canonical form.
    func registrableDomain(of name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let labels = name.split(separator: Self.dot, omittingEmptySubsequences: false)
        guard let top = labels.last, !labels.contains(where: \.isEmpty), !Self.isAddress(name, top) else { return nil }
        // Without a rule, as with the rule `*`: the last label.
        var suffixStart = top.startIndex
        var parent = Self.root
        for label in labels.reversed() {
            if let rules = rules(below: parent) {
                if Self.contains([Self.exception] + label, in: text[rules]) {
                    suffixStart = parent.startIndex
                    break
                }
                if Self.contains(Array(label), in: text[rules]) || Self.contains([Self.any], in: text[rules]) {
                    suffixStart = label.startIndex
                }
            }
            parent = name[label.startIndex...]
        }
        guard suffixStart > name.startIndex, let before = labels.last(where: { $0.startIndex < suffixStart }) else {
            return nil
        }
        return name[before.startIndex...]
    }

    private static let dot = UInt8(ascii: ".")
    private static let any = UInt8(ascii: "*")
    private static let exception = UInt8(ascii: "!")
    private static let root: ArraySlice<UInt8> = [dot]

    /// Colons make it IPv6; a last label of digits alone IPv4, for no top-level domain is one (RFC 3696 § 2).
    private static func isAddress(_ name: ArraySlice<UInt8>, _ top: ArraySlice<UInt8>) -> Bool {
        name.contains(UInt8(ascii: ":")) || top.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Where the labels below a parent stand.
    private func rules(below parent: ArraySlice<UInt8>) -> Range<Int>? {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if text[lines[middle].parent].lexicographicallyPrecedes(parent) { low = middle + 1 } else { high = middle }
        }
        guard low < lines.count, text[lines[low].parent].elementsEqual(parent) else { return nil }
        return lines[low].labels
    }

    /// Whether a label is one of those between blanks.
    private static func contains(_ label: [UInt8], in labels: ArraySlice<UInt8>) -> Bool {
        var start = labels.startIndex
        while start < labels.endIndex {
            let end = labels[start...].firstIndex(of: UInt8(ascii: " ")) ?? labels.endIndex
            if labels[start..<end].elementsEqual(label) { return true }
            start = end + 1
        }
        return false
    }
}
