import Documents

/// The figures of the method as Markdown, for its documentation: every number is taken from the data.
public struct MethodTables: Sendable {
    private let sets: [FactorSet]
    private let comparisons: EverydayComparisons

    /// Tables of these factor sets and everyday comparisons.
    public init(sets: [FactorSet], comparisons: EverydayComparisons) {
        self.sets = sets
        self.comparisons = comparisons
    }

    /// The tables.
    ///
    /// - Parameter language: `en` or `fr`.
    /// - Returns: Markdown, ended by a line feed.
    public func markdown(language: String) -> String {
        let sections = sets.map { MethodTable(factorsOf: $0, language) } + [MethodTable(comparisons, language)]
        return sections.map(\.markdown).joined(separator: "\n")
    }
}

/// A heading and a table under it.
private struct MethodTable {
    let title: String
    let columns: [String]
    let rows: [[String]]

    var markdown: String {
        let lines = [columns, columns.map { _ in "---" }] + rows
        return "### \(title)\n\n"
            + lines.map { "| " + $0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n" }.joined()
    }
}

extension MethodTable {
    init(factorsOf set: FactorSet, _ language: String) {
        let isFrench = language == "fr"
        title = isFrench ? "Facteurs `\(set.reference.id)`" : "Factors `\(set.reference.id)`"
        columns =
            isFrench
            ? ["facteur", "unité", "bas", "central", "haut", "confiance", "sources"]
            : ["factor", "unit", "low", "central", "high", "confidence", "sources"]
        rows = set.factors.map { factor in
            let figures = [factor.value.low, factor.value.central, factor.value.high]
            return ["`\(factor.id)`", factor.unit]
                + figures.map { LocalizedText.factorFigure($0)[language] }
                + [LocalizedText.confidence(factor.confidence)[language], Self.links(factor.sources)]
        }
    }

    init(_ comparisons: EverydayComparisons, _ language: String) {
        let isFrench = language == "fr"
        title =
            isFrench ? "Comparaisons courantes `\(comparisons.id)`" : "Everyday comparisons `\(comparisons.id)`"
        columns =
            isFrench
            ? ["comparaison", "un vaut", "unité", "confiance", "sources"]
            : ["comparison", "one is", "unit", "confidence", "sources"]
        rows = comparisons.things.map { thing in
            [
                thing.text[language], LocalizedText.factorFigure(thing.amount)[language], thing.unit,
                LocalizedText.confidence(thing.confidence)[language], Self.links(thing.sources),
            ]
        }
    }

    /// The sources by name, each with its first address.
    private static func links(_ sources: [Factor.Source]) -> String {
        sources.map { source in
            source.address.map { "[\(source.title)](\($0))" } ?? source.title
        }
        .joined(separator: "; ")
    }
}
