public import Documents

extension Explanation {
    /// What is explained by words alone: warnings, and words of the reports; in the order of a listing.
    public static var wordSubjects: [(kind: Kind, id: String)] {
        EnglishWords().warningCodes.map { (.warning, $0) } + EnglishWords().termIDs.map { (.term, $0) }
    }

    /// What something is called, in both languages.
    public static func title(_ kind: Kind, _ id: String) -> LocalizedText {
        LocalizedText(words: { words in
            switch (kind, id) {
            case (.indicator, "ghg"): words.greenhouseGas
            case (.indicator, "water"): words.water
            case (.indicator, "land"): words.land
            case (.score, _): words.ecoscore
            case (.axis, "data"): words.axisData
            case (.axis, "energy"): words.axisEnergy
            case (.axis, "time"): words.axisTime
            case (.lead, _): words.lead(id)?.title
            case (.term, _): words.term(id)?.title
            default: nil
            }
        }) ?? LocalizedText(id)
    }

    /// All names that something answers to: identifier, titles, and what else people call it.
    public static func names(_ kind: Kind, _ id: String) -> [String] {
        let title = title(kind, id)
        let words = Language.allCases.map(\.words)
        return [id] + title.texts.sorted { $0.key < $1.key }.map(\.value)
            + words.flatMap { $0.otherNames(kind, id) }
    }

    /// What a kind of warning means, in English as documents' own sentences are; `nil` for a code of another version.
    public static func meaning(of code: Caveat.Code) -> String? { EnglishWords().warning(code.rawValue)?.meaning }

    /// The same with its words, in both languages.
    public func worded() -> Explanation {
        var worded = self
        worded.title = Self.title(kind, id)
        switch kind {
        case .lead:
            worded.meaning = LocalizedText { $0.lead(id)?.meaning }
            worded.advice = LocalizedText { $0.lead(id)?.advice }
        case .warning:
            worded.meaning = LocalizedText { $0.warning(id)?.meaning }
            worded.advice = LocalizedText { $0.warning(id)?.advice }
        case .term: worded.meaning = LocalizedText { $0.term(id)?.meaning }
        case .indicator, .score, .axis: worded.meaning = LocalizedText { $0.meaning(kind, id) }
        case .factor: break
        }
        if kind == .indicator {
            worded.formula?.symbols = ["B", "t", "E", "t′"].compactMap { symbol in
                LocalizedText { $0.meaning(ofSymbol: symbol) }.map { Symbol(symbol, $0) }
            }
        }
        return worded
    }
}

extension LocalizedText {
    /// A text in both languages; `nil` if one of them has none.
    fileprivate init?(words: (any Words) -> String?) {
        var texts: [String: String] = [:]
        for language in Language.allCases {
            guard let text = words(language.words) else { return nil }
            texts[language.rawValue] = text
        }
        self.init(texts)
    }
}
