import Documents

extension FactorSet {
    /// The set as a factor file (`ecoproxy.factors/1`): complete, without a base.
    public var document: some Encodable & Sendable {
        FactorDocument(
            id: reference.id, version: reference.version, date: date, base: nil, electricity: electricity,
            factors: factors)
    }

    /// A factor as a file of its own over the set it is from: where to begin to replace it.
    ///
    /// - Parameter id: the factor's identifier.
    /// - Returns: the file; `nil` if the set has no such factor.
    public func document(of id: String) -> (some Encodable & Sendable)? {
        self[id].map { factor in
            FactorDocument(
                id: "my-factors", version: "1", date: date,
                base: Self.bundledIdentifiers.contains(reference.id) ? reference.id : base ?? Self.standard,
                electricity: nil,
                factors: [factor])
        }
    }
}

private struct FactorDocument: Encodable, Sendable {
    var schema = FactorFile.schema
    let id: String
    let version: String
    let date: String
    let base: String?
    let electricity: String?
    let factors: [Factor]
}

extension Factor: Encodable {
    private enum CodingKeys: String, CodingKey {
        case id, unit, low, central, high, covers, doesNotCover, derivation, confidence, confidenceNote, date, sources
    }

    /// Writes the entry of a factor file.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(unit, forKey: .unit)
        try container.encode(value.low, forKey: .low)
        try container.encode(value.central, forKey: .central)
        try container.encode(value.high, forKey: .high)
        try container.encode(covers, forKey: .covers)
        try container.encodeIfPresent(doesNotCover, forKey: .doesNotCover)
        try container.encodeIfPresent(derivation, forKey: .derivation)
        try container.encode(confidence.rawValue, forKey: .confidence)
        try container.encode(confidenceNote, forKey: .confidenceNote)
        try container.encode(date, forKey: .date)
        try container.encode(sources, forKey: .sources)
    }
}

extension Factor.Source: Encodable {
    private enum CodingKeys: String, CodingKey {
        case title, repository, commit, path, addresses, year, note
    }

    /// Writes the source of an entry.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(title, forKey: .title)
        try container.encodeIfPresent(repository, forKey: .repository)
        try container.encodeIfPresent(commit, forKey: .commit)
        try container.encodeIfPresent(path, forKey: .path)
        if !addresses.isEmpty { try container.encode(addresses, forKey: .addresses) }
        try container.encodeIfPresent(year, forKey: .year)
        try container.encodeIfPresent(note, forKey: .note)
    }
}
