extension String {
    /// The text as Markdown shows it letter by letter.
    ///
    /// ASCII punctuation is escaped (GFM § 6.1), which ends addresses that would become links, too. What GitHub and GitLab read as a mention or a
    /// reference (`@name`, `#12`, `!12`, `~label`, `%milestone`, `$12`, `&12`, `^name`) is parted by a word joiner, which doesn't show.
    var markdown: String {
        var previous: Unicode.Scalar?
        return printable.unicodeScalars.reduce(into: "") { text, scalar in
            if let sign = previous, Self.references.contains(sign),
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            {
                text.unicodeScalars.append("\u{2060}")
            }
            if scalar.isASCII, !scalar.properties.isAlphabetic, scalar.properties.numericType == nil,
                scalar.value > 0x20,
                !Self.plain.contains(scalar)
            {
                text.unicodeScalars.append("\\")
            }
            text.unicodeScalars.append(scalar)
            previous = scalar
        }
    }

    /// The text in a code span, which no mention or reference is read in (GFM § 6.3); its own backticks become primes.
    var markdownCode: String { "`" + printable.replacing("`", with: "′") + "`" }

    /// Punctuation that means nothing inside a line.
    private static let plain: Set<Unicode.Scalar> = [",", ";", "%", "/", "?", "\"", "'"]
    private static let references: Set<Unicode.Scalar> = ["@", "#", "!", "~", "%", "$", "&", "^"]
}
