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
    /// Where each label of all lines stands in the text.
    private let labels: [Range<Int>]

    /// Rules below one parent.
    private struct Line {
        /// Without its first label, what the rules have in common; `.` is the root.
        var parent: Range<Int>
        /// Indices of the rules' first labels, in the order of their bytes; `*` is any, `!` before one an exception.
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
        var labels: [Range<Int>] = []
        var start = 0
        var number = 0
        while start < text.endIndex {
            number += 1
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
            if text[start..<end].starts(with: Self.versionMark) {
                version = String(decoding: text[start..<end].dropFirst(Self.versionMark.count), as: UTF8.self)
            } else if text[start..<end].first != UInt8(ascii: "#") {
                let words = Self.words(of: text[start..<end])
                guard words.count > 1, !words.contains(where: \.isEmpty) else {
                    throw HostTableError(file: file, place: "line \(number)", .notARuleLine)
                }
                lines.append(Line(parent: words[0], labels: labels.count..<labels.count + words.count - 1))
                labels += words.dropFirst()
                guard Self.ascends(words.dropFirst(), of: text),
                    Self.ascends(lines.suffix(2).map(\.parent)[...], of: text)
                else { throw HostTableError(file: file, place: "line \(number)", .notInOrder) }
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
        self.labels = labels
    }

    /// What stands between blanks.
    private static func words(of line: ArraySlice<UInt8>) -> [Range<Int>] {
        line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map { $0.startIndex..<$0.endIndex }
    }

    /// Whether each comes after the one before, by their bytes.
    private static func ascends(_ words: ArraySlice<Range<Int>>, of text: [UInt8]) -> Bool {
        zip(words, words.dropFirst()).allSatisfy { text[$0].lexicographicallyPrecedes(text[$1]) }
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
            if let line = line(of: parent) {
                if contains(label, exception: true, in: line) {
                    suffixStart = parent.startIndex
                    break
                }
                if contains(label, in: line) || contains(Self.any, in: line) { suffixStart = label.startIndex }
            }
            parent = name[label.startIndex...]
        }
        guard suffixStart > name.startIndex, let before = labels.last(where: { $0.startIndex < suffixStart }) else {
            return nil
        }
        return name[before.startIndex...]
    }

    private static let dot = UInt8(ascii: ".")
    private static let any: ArraySlice<UInt8> = [UInt8(ascii: "*")]
    private static let exception = UInt8(ascii: "!")
    private static let root: ArraySlice<UInt8> = [dot]

    /// Colons make it IPv6; a last label of digits alone IPv4, for no top-level domain is one (RFC 3696 § 2).
    private static func isAddress(_ name: ArraySlice<UInt8>, _ top: ArraySlice<UInt8>) -> Bool {
        name.contains(UInt8(ascii: ":")) || top.allSatisfy { (0x30...0x39).contains($0) }
    }

    private func line(of parent: ArraySlice<UInt8>) -> Line? {
        let index = Self.lowerBound(0..<lines.count) { text[lines[$0].parent].lexicographicallyPrecedes(parent) }
        guard index < lines.count, text[lines[index].parent].elementsEqual(parent) else { return nil }
        return lines[index]
    }

    /// Whether a line has a rule of a label.
    private func contains(_ label: ArraySlice<UInt8>, exception: Bool = false, in line: Line) -> Bool {
        var candidates = line.labels
        if exception {
            // Exceptions come first: their sign is lower than all that labels begin with (RFC 952).
            candidates =
                candidates.lowerBound..<Self.lowerBound(candidates) { text[labels[$0].lowerBound] == Self.exception }
        }
        let rule = { (index: Int) in text[labels[index]].dropFirst(exception ? 1 : 0) }
        let index = Self.lowerBound(candidates) { rule($0).lexicographicallyPrecedes(label) }
        return index < candidates.upperBound && rule(index).elementsEqual(label)
    }

    /// The first index of which the condition isn't true any more.
    private static func lowerBound(_ range: Range<Int>, where isBelow: (Int) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isBelow(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
