import Documents

/// A score as pages show it: the letter on its colour, the figure, and that it is partial where it is.
struct ScoreBadge {
    private let score: ScoreSummary
    private let value: Double
    private let language: Language

    /// `nil` where there is no score.
    init?(_ score: ScoreSummary, in language: Language) {
        guard let value = score.value, value.isFinite else { return nil }
        (self.score, self.value, self.language) = (score, value, language)
    }

    var markup: Markup {
        var parts: [Markup] = []
        if let letters = score.letters {
            parts.append(
                .element("span", ["class": "letter \(score.grade?.rawValue ?? "range")"], [.text(letters)]))
            parts.append(.text(" "))
        }
        parts.append(.element("span", ["class": "figure"], [.text(language.figures.score(value))]))
        if score.partial {
            parts.append(.element("span", ["class": "partial"], [.text(" (\(language.siteWords.partial))")]))
        }
        return .element("span", ["class": "value"], parts)
    }

    /// The same in words: `83 B`, `70 B–D (partial)`.
    var text: String {
        let figures = [language.figures.score(value), score.letters].compactMap(\.self)
            .joined(separator: Figures.noBreakSpace)
        return score.partial ? "\(figures) (\(language.siteWords.partial))" : figures
    }
}
