/// A text in one or several languages; in JSON a string, or an object from language code to string.
public struct LocalizedText: Hashable, Sendable {
    /// Texts by ISO 639 code; the key `""` holds a text whose language isn't said.
    public var texts: [String: String]

    /// One text for every language.
    public init(_ text: String) {
        texts = ["": text]
    }

    /// Texts by ISO 639 code.
    public init(_ texts: [String: String]) {
        self.texts = texts
    }

    /// The text in a language, else in English, else in any (the first by language code).
    public subscript(language: String) -> String {
        texts[language] ?? texts[""] ?? texts["en"] ?? texts.min { $0.key < $1.key }?.value ?? ""
    }
}

extension LocalizedText: Codable {
    /// Reads a string, or an object from language code to string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {  // either form is valid: the other is tried next
            self.init(text)
        } else {
            self.init(try container.decode([String: String].self))
        }
    }

    /// Writes the form that says no more than is known: a string where no language is said.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let text = texts[""] {
            try container.encode(text)
        } else {
            try container.encode(texts)
        }
    }
}
