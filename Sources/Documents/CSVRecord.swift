/// A record of comma-separated values (RFC 4180).
public enum CSVRecord {
    /// One line, ended as the RFC says; fields with separators or quotes are quoted (§ 2.5 to 2.7).
    public static func line(_ fields: [String]) -> String {
        fields.map { field in
            guard field.utf8.contains(where: { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }) else { return field }
            let quoted = field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
            return "\"\(quoted)\""
        }.joined(separator: ",") + "\r\n"
    }

    /// A text from elsewhere that no spreadsheet takes for a formula: an apostrophe goes before one that looks like it
    /// (OWASP, "CSV Injection", which names these characters). Figures of ours don't pass here, so that none is changed.
    public static func plain(_ text: String) -> String {
        isGuarded(text.unicodeScalars.drop { $0 == "'" }) ? "'" + text : text
    }

    /// The text that `plain` was given.
    public static func unguarded(_ field: String) -> String {
        guard field.unicodeScalars.first == "'" else { return field }
        let rest = field.unicodeScalars.dropFirst()
        return isGuarded(rest.drop { $0 == "'" }) ? String(rest) : field
    }

    private static func isGuarded(_ text: Substring.UnicodeScalarView) -> Bool {
        text.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    }
}
