extension String {
    /// The text as Markdown shows it letter by letter, and as readable as it is before it is rendered.
    ///
    /// Escaped (GFM § 6.1) is what has a meaning inside a line; at the beginning of one also what begins a block; and what would make an address
    /// a link. What GitHub and GitLab read as a mention or a reference (`@name`, `#12`, `!12`, `~label`, `%milestone`, `$12`, `&12`, `^name`)
    /// is parted by a word joiner, which doesn't show.
    var markdown: String {
        let scalars = Array(printable.unicodeScalars)
        return scalars.indices.reduce(into: "") { text, index in
            let scalar = scalars[index]
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if Self.inline.contains(scalar) || Self.beginsBlock(scalars, at: index)
                || Self.makesLink(scalars, at: index)
            {
                text.unicodeScalars.append("\\")
            }
            text.unicodeScalars.append(scalar)
            if Self.references.contains(scalar), let next, next.isWordly { text.unicodeScalars.append("\u{2060}") }
        }
    }

    /// The text in a code span, which no mention or reference is read in (GFM § 6.3); its own backticks become primes.
    var markdownCode: String { "`" + printable.replacing("`", with: "′") + "`" }

    private static let inline: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$"]
    private static let references: Set<Unicode.Scalar> = ["@", "#", "!", "~", "%", "$", "&", "^"]

    /// Headings, lists, underlines (GFM § 4.2, 4.3, 5.2): at the beginning, after digits alone for numbered lists.
    private static func beginsBlock(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        switch scalars[index] {
        case "#", "+", "-", "=": index == 0
        case ".", ")":
            index > 0 && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
                && (index + 1 == scalars.count || scalars[index + 1] == " ")
        default: false
        }
    }

    /// `www.` and `://`, by which addresses become links by themselves (GFM § 6.9).
    private static func makesLink(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        switch scalars[index] {
        case ".": index >= 3 && scalars[index - 3..<index].allSatisfy { $0 == "w" || $0 == "W" }
        case ":": index + 1 < scalars.count && scalars[index + 1] == "/"
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// A letter or a digit.
    fileprivate var isWordly: Bool { properties.isAlphabetic || properties.numericType != nil }
}
