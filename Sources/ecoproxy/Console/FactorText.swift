import Documents
import EcoScore
import Report

/// Factors as text.
enum FactorText {
    /// Figures and sources side by side where there is room, else one table under the other: names stay whole.
    static func print(_ set: FactorSet) {
        let replaced = Set(set.reference.replaced)
        Console.print("\(name(set)) · SHA-256 \(set.reference.sha256.rawValue)")
        if !replaced.isEmpty {
            Console.print(
                say(
                    "* replaced; the other factors are those of \(set.base ?? "")",
                    "* remplacé ; les autres facteurs sont ceux de \(set.base ?? "")"))
        }
        let names = set.factors.map { $0.id + (replaced.contains($0.id) ? " *" : "") }
        let figures = set.factors.map { factor in
            [factor.unit, figure(factor.value.low), figure(factor.value.central), figure(factor.value.high)]
        }
        let origins = set.factors.map { [word($0.confidence), source($0)] }
        let name = TextTable.Column(say("factor", "facteur"))
        let figureColumns: [TextTable.Column] = [
            .init(say("unit", "unité")), .init(say("low", "bas"), .figure), .init(say("central", "central"), .figure),
            .init(say("high", "haut"), .figure),
        ]
        let originColumns: [TextTable.Column] = [
            .init(say("confidence", "confiance")), .init(say("source", "source")),
        ]
        let tables =
            Console.width >= leastWidthForAll
            ? [
                TextTable(
                    columns: [name] + figureColumns + originColumns,
                    rows: names.indices.map { [names[$0]] + figures[$0] + origins[$0] })
            ]
            : [
                TextTable(columns: [name] + figureColumns, rows: names.indices.map { [names[$0]] + figures[$0] }),
                TextTable(columns: [name] + originColumns, rows: names.indices.map { [names[$0]] + origins[$0] }),
            ]
        for table in tables { Console.print("\n" + table.text(width: Console.width), terminator: "") }
        Console.print("")
        Console.print(
            say(
                "Everything on one factor: ecoproxy factors show \(set.factors.first?.id ?? "ID")",
                "Tout sur un facteur : ecoproxy factors show \(set.factors.first?.id ?? "ID")"))
    }

    /// Names, figures and the beginning of a source side by side.
    private static let leastWidthForAll = 120

    static func print(_ factor: Factor, of set: FactorSet) {
        let value = factor.value
        let range = "\(figure(value.low)) – \(figure(value.central)) – \(figure(value.high))"
        Console.print("\(factor.id) · \(range) \(factor.unit)")
        let isReplaced = set.reference.replaced.contains(factor.id)
        let lines: [(String, String?)] = [
            (say("set", "jeu"), name(set) + (isReplaced ? say(", replaced", ", remplacé") : "")),
            (say("covers", "couvre"), factor.covers[language.rawValue]),
            (say("leaves out", "laisse de côté"), factor.doesNotCover?[language.rawValue]),
            (say("arithmetic", "calcul"), factor.derivation?[language.rawValue]),
            (say("confidence", "confiance"), "\(word(factor.confidence)). \(factor.confidenceNote[language.rawValue])"),
            (say("read on", "lu le"), factor.date),
        ]
        for case (let label, let text?) in lines { paragraph(label, text) }
        for source in factor.sources {
            let parts = [source.title + (source.year.map { " (\($0))" } ?? ""), source.note]
            let places =
                source.repository == nil ? source.addresses : [source.address].compactMap(\.self) + source.addresses
            paragraph(say("source", "source"), (parts.compactMap(\.self) + places).joined(separator: "\n"))
        }
    }

    static func print(_ changes: [FactorChange]) {
        guard !changes.isEmpty else {
            return Console.print(say("the sets are the same", "les deux jeux sont les mêmes"))
        }
        let table = TextTable(
            columns: [
                .init(say("factor", "facteur")), .init(say("unit", "unité")), .init(say("before", "avant")),
                .init(say("after", "après")), .init(say("change", "écart"), .figure),
            ],
            rows: changes.map { change in
                let (before, after) = (change.before, change.after)
                return [
                    before.id == after.id ? before.id : "\(before.id) → \(after.id)", after.unit, range(before),
                    change.changesFigures ? range(after) : say("same figures", "mêmes chiffres"),
                    change.changesFigures ? relative(change) : "",
                ]
            })
        Console.print(table.text(width: Console.width), terminator: "")
        Console.print("")
        Console.print(
            say(
                "low / central / high; the change is that of the central figure",
                "bas / central / haut ; l’écart est celui du chiffre central"))
    }

    private static func name(_ set: FactorSet) -> String { "\(set.reference.id) \(set.reference.version)" }

    private static func paragraph(_ label: String, _ text: String) {
        Console.print("  \(label)\(say(":", " :")) \(text.split(separator: "\n").joined(separator: "\n    "))")
    }

    private static func source(_ factor: Factor) -> String {
        guard let first = factor.sources.first else { return "" }
        let title = first.title.count > 25 ? first.title.prefix(24) + "…" : first.title[...]
        return title + (factor.sources.count > 1 ? " +\(factor.sources.count - 1)" : "")
    }

    private static func range(_ factor: Factor) -> String {
        [factor.value.low, factor.value.central, factor.value.high].map(figure).joined(separator: " / ")
    }

    private static func relative(_ change: FactorChange) -> String {
        guard let part = change.relativeChange else { return "–" }
        let percent = (part * 100).rounded()
        return (percent >= 0 ? "+" : "−") + figure(abs(percent)) + say("%", " %")
    }

    private static func word(_ confidence: Factor.Confidence) -> String {
        LocalizedText.confidence(confidence)[language.rawValue]
    }

    private static func figure(_ value: Double) -> String {
        LocalizedText.factorFigure(value)[language.rawValue]
    }
}
