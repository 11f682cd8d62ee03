import Documents

extension Factor {
    /// A limit that keeps every product of the model finite, far above any factor there is.
    private static let limits = 0...1e9

    private static let keys = [
        "id", "unit", "low", "central", "high", "covers", "doesNotCover", "derivation", "confidence",
        "confidenceNote", "date", "sources",
    ]

    /// Everything that is wrong with an entry.
    static func faults(of object: StrictObject) -> [FactorError] {
        var faults = [
            fault(try object.allowOnly(keys)), fault(try object.text("id")), fault(try object.text("unit")),
            fault(try object.number("low", limits)), fault(try object.number("central", limits)),
            fault(try object.number("high", limits)), fault(try object.localizedText("covers")),
            fault(try object.localizedTextIfPresent("doesNotCover")),
            fault(try object.localizedTextIfPresent("derivation")),
            fault(try object.oneOf("confidence") as Confidence), fault(try object.localizedText("confidenceNote")),
            fault(try object.day("date")),
        ].compactMap(\.self)
        do throws(FactorError) {
            let sources = try object.objects("sources")
            if sources.isEmpty { faults.append(object.error("sources", .empty)) }
            for source in sources {
                if let fault = fault(try Source(source)) { faults.append(fault) }
            }
        } catch {
            faults.append(error)
        }
        // Whether the figures ascend can be said only of figures.
        if faults.isEmpty, let fault = fault(try Factor(object)) { faults.append(fault) }
        return faults
    }

    /// Reads an entry.
    ///
    /// - Throws: `FactorError`, the first of its faults.
    init(_ object: StrictObject) throws(FactorError) {
        try object.allowOnly(Self.keys)
        id = try object.text("id")
        unit = try object.text("unit")
        let low = try object.number("low", Self.limits)
        let central = try object.number("central", Self.limits)
        let high = try object.number("high", Self.limits)
        guard let value = Estimate(low: low, central: central, high: high) else {
            throw object.error("central", .notInOrder(low: low, central: central, high: high))
        }
        self.value = value
        covers = try object.localizedText("covers")
        doesNotCover = try object.localizedTextIfPresent("doesNotCover")
        derivation = try object.localizedTextIfPresent("derivation")
        confidence = try object.oneOf("confidence")
        confidenceNote = try object.localizedText("confidenceNote")
        date = try object.day("date")
        sources = try Source.list(object)
    }
}

extension Factor.Source {
    /// Reads the sources of an entry, of which there is at least one.
    static func list(_ object: StrictObject) throws(FactorError) -> [Self] {
        var sources: [Self] = []
        for source in try object.objects("sources") { sources.append(try Self(source)) }
        guard !sources.isEmpty else { throw object.error("sources", .empty) }
        return sources
    }

    init(_ object: StrictObject) throws(FactorError) {
        try object.allowOnly(["title", "repository", "commit", "path", "addresses", "year", "note"])
        title = try object.text("title")
        repository = try object.textIfPresent("repository")
        commit = try object.textIfPresent("commit")
        if let commit, commit.wholeMatch(of: /[0-9a-f]{40}/) == nil {
            throw object.error("commit", .malformed(expected: "a commit of 40 hexadecimal digits"))
        }
        path = try object.textIfPresent("path")
        addresses = try object.textsIfPresent("addresses")
        guard addresses.allSatisfy({ $0.wholeMatch(of: /https?:\/\/[\x21-\x7E\u{A1}-\u{10FFFF}]+/) != nil }) else {
            throw object.error("addresses", .malformed(expected: "addresses that begin with https:// or http://"))
        }
        guard !addresses.isEmpty || (repository != nil && commit != nil) else {
            throw object.error("addresses", .nothingToFollow)
        }
        year = object.has("year") ? Int(try object.number("year", 1900...2200)) : nil
        note = try object.textIfPresent("note")
    }
}

extension StrictObject {
    /// A day as year-month-day.
    func day(_ key: String) throws(FactorError) -> String {
        let text = try text(key)
        guard text.wholeMatch(of: /\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/) != nil else {
            throw error(key, .malformed(expected: "a day such as 2026-11-25"))
        }
        return text
    }
}

/// What reading something finds wrong, so that the next thing can be read as well.
func fault<Value>(_ read: @autoclosure () throws(FactorError) -> Value) -> FactorError? {
    do { _ = try read() } catch { return error }
    return nil
}
