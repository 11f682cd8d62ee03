public import Documents
import Foundation

/// An application of the catalogue.
public struct Application: Hashable, Sendable {
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
    /// What it is for, in the catalogue's own words, such as `téléconsultation`; applications are ranked within it.
    public var category: String?
    /// What others know it by: a scheme such as `play` or `app-store`, and the identifier there.
    public var identifiers: [String: String]
    /// Where people find it.
    public var url: String?
    /// When it was added to the catalogue.
    public var created: Timestamp

    /// An application; `CatalogueStore.add` checks the texts.
    public init(
        id: String, title: String, publisher: String? = nil, platform: Platform? = nil, category: String? = nil,
        identifiers: [String: String] = [:], url: String? = nil, created: Timestamp
    ) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.platform = platform
        self.category = category
        self.identifiers = identifiers
        self.url = url
        self.created = created
    }
}

extension Application: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, title, publisher, platform, category, identifiers, url, created
    }

    /// Reads an application; one without `identifiers` has none.
    ///
    /// - Throws: `DecodingError` if a key is missing or isn't what it should be.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            title: try container.decode(String.self, forKey: .title),
            publisher: try container.decodeIfPresent(String.self, forKey: .publisher),
            platform: try container.decodeIfPresent(Platform.self, forKey: .platform),
            category: try container.decodeIfPresent(String.self, forKey: .category),
            identifiers: try container.decodeIfPresent([String: String].self, forKey: .identifiers) ?? [:],
            url: try container.decodeIfPresent(String.self, forKey: .url),
            created: try container.decode(Timestamp.self, forKey: .created))
    }

    /// Writes what is known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(title, forKey: .title)
        try container.encodeIfPresent(publisher, forKey: .publisher)
        try container.encodeIfPresent(platform, forKey: .platform)
        try container.encodeIfPresent(category, forKey: .category)
        try container.encodeIfPresent(identifiers.isEmpty ? nil : identifiers, forKey: .identifiers)
        try container.encodeIfPresent(url, forKey: .url)
        try container.encode(created, forKey: .created)
    }
}

extension Application {
    /// The first text that breaks a rule, with the rule (`.invalid`); `nil` if all are fine.
    public var problem: CatalogueError.Problem? {
        guard id.isIdentifier else {
            return .invalid(
                "identifier", id, rule: "1 to 200 letters, digits, dots, hyphens or underscores, as in fr.exemple.sante"
            )
        }
        let lines =
            [("title", title)]
            + [("publisher", publisher), ("category", category)].compactMap { name, text in
                text.map { (name, $0) }
            }
        for (name, text) in lines where !text.isOneLine { return .invalid(name, text, rule: String.oneLineRule) }
        for (scheme, value) in identifiers.sorted(by: { $0.key < $1.key }) {
            guard scheme.isIdentifier else {
                return .invalid(
                    "scheme of an identifier", scheme, rule: "letters, digits, dots, hyphens or underscores, as in play"
                )
            }
            if !value.isOneLine { return .invalid("\(scheme) identifier", value, rule: String.oneLineRule) }
        }
        if let url, !url.isWebAddress {
            return .invalid("URL", url, rule: "an address such as https://exemple.fr/sante")
        }
        return nil
    }

    /// Title, then all else that is searched, without case and accents: so that `sante` finds `Santé`.
    var folded: String {
        ([title, id, publisher, category].compactMap { $0 } + identifiers.values.sorted()).joined(separator: "\n")
            .folded
    }

    /// This application with what another says; what that one leaves out stays as it is here.
    func updated(by other: Application) -> Application {
        Application(
            id: id, title: other.title, publisher: other.publisher ?? publisher, platform: other.platform ?? platform,
            category: other.category ?? category, identifiers: identifiers.merging(other.identifiers) { $1 },
            url: other.url ?? url, created: created)
    }
}

extension String {
    static let oneLineRule = "one line of 1 to 500 characters, not blank"

    /// Whether it fits in a line of a table: not blank, no control character, at most 500 Unicode scalars.
    var isOneLine: Bool {
        unicodeScalars.count <= 500 && !unicodeScalars.allSatisfy(\.properties.isWhitespace)
            && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    /// Whether it is made of 1 to 200 ASCII letters, digits, dots, hyphens and underscores.
    fileprivate var isIdentifier: Bool {
        (1...200).contains(utf8.count)
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    /// Whether it is an address that a page may link to: of the web, and nothing that a browser would run.
    fileprivate var isWebAddress: Bool {
        guard isOneLine, !unicodeScalars.contains(where: \.properties.isWhitespace), let url = URL(string: self) else {
            return false
        }
        return ["http", "https"].contains(url.scheme?.lowercased() ?? "") && !(url.host() ?? "").isEmpty
    }

    /// Without case and accents.
    var folded: String { folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
}
