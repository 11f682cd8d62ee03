import Documents
import EcoScore
import Report

/// Factors as text.
enum FactorText {
    static func print(_ set: FactorSet) {
        let replaced = Set(set.reference.replaced)
        let table = TextTable(
            columns: [
                .init(say("factor", "facteur")), .init(say("unit", "unité")), .init(say("low", "bas"), .figure),
                .init(say("central", "central"), .figure), .init(say("high", "haut"), .figure),
                .init(say("confidence", "confiance")), .init(say("source", "source")),
            ],
            rows: set.factors.map { factor in
                [
                    factor.id + (replaced.contains(factor.id) ? " *" : ""), factor.unit, figure(factor.value.low),
                    figure(factor.value.central), figure(factor.value.high), word(factor.confidence), source(factor),
                ]
            })
        Console.print("\(name(set)) · SHA-256 \(set.reference.sha256.rawValue)")
        if !replaced.isEmpty {
            Console.print(
                say(
                    "* replaced; the other factors are those of \(set.base ?? "")",
                    "* remplacé ; les autres facteurs sont ceux de \(set.base ?? "")"))
        }
        Console.print("")
        Console.print(table.text(width: Console.width), terminator: "")
        Console.print("")
        Console.print(
            say(
                "Everything on one factor: ecoproxy factors show \(set.factors.first?.id ?? "ID")",
                "Tout sur un facteur : ecoproxy factors show \(set.factors.first?.id ?? "ID")"))
    }

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
        return first.title + (factor.sources.count > 1 ? " +\(factor.sources.count - 1)" : "")
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
