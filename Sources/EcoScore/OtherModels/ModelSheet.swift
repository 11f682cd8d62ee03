import Documents

/// Who a model of another tool is: its name, what it counts, and where its constants were read.
struct ModelSheet: Hashable, Sendable {
    let id, name, version, licence: String
    let counts, doesNotCount: LocalizedText
    let sources: [Factor.Source]

    /// Reads all but the constants, which the model's formulas take.
    init(_ object: StrictObject) throws(FactorError) {
        try object.allowOnly([
            "id", "name", "version", "licence", "counts", "doesNotCount", "sources", "constants",
        ])
        id = try object.text("id")
        name = try object.text("name")
        version = try object.text("version")
        licence = try object.text("licence")
        counts = try Self.bothLanguages("counts", of: object)
        doesNotCount = try Self.bothLanguages("doesNotCount", of: object)
        var sources: [Factor.Source] = []
        for entry in try object.objects("sources") {
            // A constant that can't be looked up at a commit isn't one that a reader can check.
            for key in ["repository", "commit", "path"] { _ = try entry.text(key) }
            sources.append(try Factor.Source(entry))
        }
        guard !sources.isEmpty else { throw object.error("sources", .empty) }
        self.sources = sources
    }

    private static func bothLanguages(_ key: String, of object: StrictObject) throws(FactorError) -> LocalizedText {
        let texts = try object.object(key)
        try texts.allowOnly(["en", "fr"])
        return LocalizedText(["en": try texts.text("en"), "fr": try texts.text("fr")])
    }
}
