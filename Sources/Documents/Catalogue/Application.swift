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
