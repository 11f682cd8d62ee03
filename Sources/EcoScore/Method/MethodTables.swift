import Documents
import FoundationEssentials

/// The figures of the method as Markdown, for its documentation: every number is taken from the data.
public struct MethodTables: Sendable {
    private let sets: [FactorSet]
    private let comparisons: EverydayComparisons

    /// Tables of these factor sets and everyday comparisons, and of the score profile that comes with the program.
    public init(sets: [FactorSet], comparisons: EverydayComparisons) {
        self.sets = sets
        self.comparisons = comparisons
    }

    /// The tables.
    ///
    /// - Parameter language: `en` or `fr`.
    /// - Returns: Markdown, ended by a line feed.
    /// - Throws: `FactorError` if the profile's file lacks a figure.
    public func markdown(language: String) throws(FactorError) -> String {
        let profile = try ProfileFigures(Data(PackageResources.profile_2026_1_json), file: "profile-2026.1.json")
        let say = MethodWords(isFrench: language == "fr")
        let sections =
            sets.map { set in MethodTable(factorsOf: set, over: sets.first { $0.reference.id == set.base }, say) }
            + [MethodTable(curvesOf: profile, say), MethodTable(othersOf: profile, say)]
            + [MethodTable(comparisons, say)]
        return sections.map(\.markdown).joined(separator: "\n")
    }
}

/// Says things in one of the two languages.
private struct MethodWords {
    let isFrench: Bool

    func callAsFunction(_ english: String, _ french: String) -> String { isFrench ? french : english }
    func callAsFunction(_ text: LocalizedText) -> String { text[isFrench ? "fr" : "en"] }
    func callAsFunction(_ figure: Double) -> String { self(LocalizedText.factorFigure(figure)) }
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
    /// All factors of a set; of one that has a base, those that differ from it.
    init(factorsOf set: FactorSet, over base: FactorSet?, _ say: MethodWords) {
        let others = base.map { say(" (the others as in", " (les autres comme dans") + " `\($0.reference.id)`)" } ?? ""
        title = say("Factors", "Facteurs") + " `\(set.reference.id)`" + others
        columns = [
            say("factor", "facteur"), say("unit", "unité"), say("low", "bas"), "central", say("high", "haut"),
            say("confidence", "confiance"), "sources",
        ]
        rows = (base?.changes(to: set).map(\.after) ?? set.factors).map { factor in
            [
                "`\(factor.id)`", factor.unit, say(factor.value.low), say(factor.value.central), say(factor.value.high),
                say(LocalizedText.confidence(factor.confidence)), Self.links(factor.sources),
            ]
        }
    }

    init(curvesOf profile: ProfileFigures, _ say: MethodWords) {
        title = say("Curves of", "Courbes de") + " `\(profile.id)`"
        columns = [
            say("axis", "axe"), say("unit", "unité"), say("90 points at (p10)", "90 points à (p10)"),
            say("50 points at (median)", "50 points à (médiane)"),
        ]
        rows = profile.curves.map { ["`\($0.id)`", $0.unit, say($0.p10), say($0.median)] }
    }

    init(othersOf profile: ProfileFigures, _ say: MethodWords) {
        title = say("Other figures of", "Autres chiffres de") + " `\(profile.id)`"
        columns = [say("figure", "chiffre"), say("value", "valeur")]
        let grades = profile.grades.map { "\($0.letter) > \(say($0.above))" }.joined(separator: ", ")
        rows = [
            [say("grades (else G)", "lettres (sinon G)"), grades],
            [say("weight of a critical step", "poids d’une étape critique"), say(profile.criticalWeight)],
            [say("weight of another step", "poids d’une autre étape"), say(profile.otherWeight)],
            [
                say(
                    "seconds that data of a rest is counted per",
                    "secondes par lesquelles se comptent les données d’un repos"),
                say(profile.restSeconds),
            ],
            [
                say("times the mean share that make a step hot", "fois la part moyenne qui font une étape lourde"),
                say(profile.hotTimesMean),
            ],
        ]
    }

    init(_ comparisons: EverydayComparisons, _ say: MethodWords) {
        title = say("Everyday comparisons", "Comparaisons courantes") + " `\(comparisons.id)`"
        columns = [
            say("comparison", "comparaison"), say("one is", "un vaut"), say("unit", "unité"),
            say("confidence", "confiance"), "sources",
        ]
        rows = comparisons.things.map { thing in
            [
                say(thing.text), say(thing.amount), thing.unit, say(LocalizedText.confidence(thing.confidence)),
                Self.links(thing.sources),
            ]
        }
    }

    /// The sources by name, each with its first address.
    private static func links(_ sources: [Factor.Source]) -> String {
        sources.map { source in source.address.map { "[\(source.title)](\($0))" } ?? source.title }
            .joined(separator: "; ")
    }
}
