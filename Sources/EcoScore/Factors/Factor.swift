public import Documents

/// One figure of the impact model with its range and where it comes from.
public struct Factor: Hashable, Sendable {
    /// How the central figure came to be known.
    public enum Confidence: String, Sendable, CaseIterable {
        /// It stands so in a source.
        case read
        /// Arithmetic on figures that stand in sources.
        case derived
        /// Another product's figure, scaled.
        case proxy
        /// This project's choice between figures that were read.
        case convention
    }

    /// A publication, or a file at a commit of a public repository.
    public struct Source: Hashable, Sendable {
        /// What it is called.
        public let title: String
        /// Owner and name of a repository on GitHub.
        public let repository: String?
        /// The commit, 40 hexadecimal digits.
        public let commit: String?
        /// The file in the repository.
        public let path: String?
        /// Addresses of web pages.
        public let addresses: [String]
        /// The year it appeared.
        public let year: Int?
        /// Where in it, or what was taken from it.
        public let note: String?
    }

    /// Its identifier, such as `net.mobile.ghg`.
    public let id: String
    /// Its unit, such as `kgCO2e/GB`; 1 GB is 10^9 bytes.
    public let unit: String
    /// The range, never negative.
    public let value: Estimate
    /// What the figures stand for.
    public let covers: String
    /// What they leave out; absent where the sources don't say.
    public let doesNotCover: String?
    /// The arithmetic, where there was any.
    public let derivation: String?
    /// How the central figure came to be known.
    public let confidence: Confidence
    /// The same in words, for each end of the range.
    public let confidenceNote: String
    /// The day when the sources were read, as year-month-day.
    public let date: String
    /// Where the figures come from; at least one.
    public let sources: [Source]
}

extension Factor {
    /// A limit that keeps every product of the model finite, far above any factor there is.
    private static let greatest = 1e9

    init(_ object: StrictObject) throws(FactorError) {
        try object.allowOnly([
            "id", "unit", "low", "central", "high", "covers", "doesNotCover", "derivation", "confidence",
            "confidenceNote", "date", "sources",
        ])
        id = try object.text("id")
        unit = try object.text("unit")
        let low = try object.number("low", 0...Self.greatest)
        let central = try object.number("central", 0...Self.greatest)
        let high = try object.number("high", 0...Self.greatest)
        guard let value = Estimate(low: low, central: central, high: high) else {
            throw object.error("central", .notInOrder(low: low, central: central, high: high))
        }
        self.value = value
        covers = try object.text("covers")
        doesNotCover = try object.textIfPresent("doesNotCover")
        derivation = try object.textIfPresent("derivation")
        confidence = try object.oneOf("confidence")
        confidenceNote = try object.text("confidenceNote")
        date = try object.text("date")
        var sources: [Source] = []
        for source in try object.objects("sources") { sources.append(try Source(source)) }
        guard !sources.isEmpty else { throw object.error("sources", .empty) }
        self.sources = sources
    }
}

extension Factor.Source {
    init(_ object: StrictObject) throws(FactorError) {
        try object.allowOnly(["title", "repository", "commit", "path", "addresses", "year", "note"])
        title = try object.text("title")
        repository = try object.textIfPresent("repository")
        commit = try object.textIfPresent("commit")
        path = try object.textIfPresent("path")
        addresses = try object.textsIfPresent("addresses")
        year = object.has("year") ? Int(try object.number("year", 1900...2200)) : nil
        note = try object.textIfPresent("note")
    }
}
