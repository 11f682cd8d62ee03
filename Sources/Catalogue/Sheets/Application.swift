public import Documents

/// An application of the catalogue.
public struct Application: Hashable, Codable, Sendable {
    /// Where an application runs.
    public enum Platform: String, Codable, Sendable, CaseIterable {
        case web, android, ios
    }

    /// Its identifier, such as `fr.exemple.sante`: 1 to 200 ASCII letters, digits, dots, hyphens and underscores.
    public var id: String
    /// Its name as people know it.
    public var title: String
    /// Who publishes it.
    public var publisher: String?
    /// Where it runs.
    public var platform: Platform?
    /// When it was added to the catalogue.
    public var created: Timestamp

    /// An application; `CatalogueStore.add` checks the texts.
    public init(id: String, title: String, publisher: String? = nil, platform: Platform? = nil, created: Timestamp) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.platform = platform
        self.created = created
    }
}

extension Application {
    /// The first text that breaks a rule, with the rule; `nil` if all are fine.
    var violation: CatalogueError.Problem? {
        let idCharacters = id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard idCharacters, (1...200).contains(id.utf8.count) else {
            return .invalid(
                "identifier", id, rule: "1 to 200 letters, digits, dots, hyphens or underscores, as in fr.exemple.sante"
            )
        }
        if !title.isOneLine { return .invalid("title", title, rule: String.oneLineRule) }
        if let publisher, !publisher.isOneLine { return .invalid("publisher", publisher, rule: String.oneLineRule) }
        return nil
    }
}

extension String {
    static let oneLineRule = "one line of 1 to 500 characters, not blank"

    /// Whether it fits in a line of a table: not blank, no control character, at most 500 Unicode scalars.
    var isOneLine: Bool {
        unicodeScalars.count <= 500 && !unicodeScalars.allSatisfy(\.properties.isWhitespace)
            && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
