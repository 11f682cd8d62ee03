public import Documents

/// Explanations for a terminal.
public struct ExplanationText {
    private let words: any Words
    private let language: Language
    private let width: Int

    /// Text in a language, for a terminal of so many columns.
    public init(language: Language, width: Int) {
        (words, self.language, self.width) = (language.words, language, width)
    }

    /// All that there is to explain, by kind.
    public func listing(_ subjects: [(kind: Explanation.Kind, id: String)]) -> String {
        let groups = Explanation.Kind.allCases.map { kind in
            let ids = subjects.filter { $0.kind == kind }.map(\.id)
            let names = ids.map { id in
                let title = Explanation.title(kind, id)[language.rawValue]
                return title == id ? id : "\(id) (\(title))"
            }
            return words.heading(of: kind) + "\n" + paragraph(names.joined(separator: ", "))
        }
        return groups.joined(separator: "\n") + "\n" + words.listingHint + "\n"
    }

    /// One explanation.
    public func text(_ explanation: Explanation) -> String {
        let title = self[explanation.title]
        var text = (title == explanation.id ? title : "\(title) (\(explanation.id))") + "\n"
        if let meaning = explanation.meaning { text += paragraph(self[meaning]) }
        if let advice = explanation.advice { text += labelled(words.whatToDo, self[advice]) }
        switch explanation.kind {
        case .indicator: text += indicator(explanation)
        case .score: text += score(explanation)
        case .axis: text += axis(explanation)
        case .factor, .lead, .warning, .term: break
        }
        if !explanation.figures.isEmpty {
            let list = explanation.figures.map { figure in
                [words.name(ofFigure: figure.id), number(figure.value), figure.unit].compactMap(\.self)
                    .joined(separator: " ")
            }
            text += paragraph(list.joined(separator: ", "))
        }
        if !explanation.criteria.isEmpty {
            text += labelled(words.criteriaLabel, explanation.criteria.joined(separator: ", "))
        }
        // Never broken: an address is copied whole.
        for source in explanation.sources { text += "  \(words.labelled(words.source, source).terminalText)\n" }
        return text
    }

    private func indicator(_ explanation: Explanation) -> String {
        guard let formula = explanation.formula else { return "" }
        let unit = explanation.unit ?? ""
        var text = "\n\(words.formula), \(unit)\n"
        for part in formula.parts { text += labelled(name(ofPart: part.id), part.expression) }
        for symbol in formula.symbols { text += paragraph("\(symbol.symbol) = \(self[symbol.meaning])", indent: 4) }
        text += paragraph(words.crosswise)
        if let range = explanation.range {
            let hasAmounts = formula.parts.contains { $0.products != nil }
            text += "\n\(hasAmounts ? words.withItsNumbers : words.valuesOfRun)\n"
            for part in formula.parts {
                guard let value = part.value else { continue }
                text += paragraph("\(name(ofPart: part.id)) = \(figures(value)) \(unit)")
                for product in part.products ?? [] {
                    for term in product { text += paragraph(line(of: term, first: term == product.first), indent: 4) }
                }
            }
            text += paragraph("\(words.total) = \(figures(range)) \(unit)")
        }
        text += "\n\(words.factorsInIt)\n"
        for factor in explanation.factors {
            let value = Estimate(low: factor.low, central: factor.central, high: factor.high) ?? .zero
            text += labelled(factor.id, "\(figures(value)) \(factor.unit)")
            for source in factor.sources { text += "    \(source.terminalText)\n" }
        }
        return text
    }

    private func line(of term: Explanation.Term, first: Bool) -> String {
        let sign = first ? "" : term.divides ? "÷ " : "× "
        let range = Estimate(low: term.low, central: term.central, high: term.high) ?? .zero
        return "\(sign)\(term.symbol)\(words.labelled("", "")) \(figures(range)) \(term.unit)"
    }

    private func score(_ explanation: Explanation) -> String {
        var text = labelled(words.formula, words.meanOfAxes)
        guard let formula = explanation.formula, let value = explanation.range else { return text }
        for part in formula.parts {
            text += labelled(
                self[Explanation.title(.axis, part.id)], part.value.map { number($0.central) } ?? words.notMeasured)
        }
        text += labelled(words.total, number(value.central))
        return text
    }

    private func axis(_ explanation: Explanation) -> String {
        var text = labelled(words.formula, words.weightedMean)
        guard let rows = explanation.formula?.points else { return text }
        let table = TextTable(
            columns: [
                .init(words.step), .init(words.walkNumber, .figure), .init(words.figure, .figure),
                .init(words.pointsLabel, .figure), .init(words.weight, .figure),
            ],
            rows: rows.map { row in
                [
                    row.step, "\(row.walk)", row.figure.map(number) ?? words.notMeasured,
                    row.points.map(number) ?? words.notMeasured, number(row.weight),
                ]
            },
            footer: explanation.range.map { [[words.total, "", "", number($0.central), ""]] } ?? [])
        text += "\n" + table.text(width: width) + "\n"
        return text
    }

    private func name(ofPart id: String) -> String {
        Indicator.Part(rawValue: id).map(words.name(of:)) ?? id
    }

    private func figures(_ range: Estimate) -> String {
        range.low == range.high
            ? number(range.central) : [range.low, range.central, range.high].map(number).joined(separator: " – ")
    }

    /// Four significant digits: enough to follow the arithmetic by hand.
    private func number(_ value: Double) -> String {
        guard let rounded = DecimalNumber(value)?.rounded(toSignificant: 4) else { return Figures.nothing }
        let places = max(0, min(rounded.digits.count, 4) - rounded.exponent)
        let point = language == .fr ? "," : "."
        return (rounded.isNegative ? "-" : "") + rounded.integerPart
            + (places > 0 ? point + rounded.fractionPart(places: places) : "")
    }

    private func labelled(_ label: String, _ value: String) -> String { paragraph(words.labelled(label, value)) }

    private func paragraph(_ text: String, indent: Int = 2) -> String {
        let space = String(repeating: " ", count: indent)
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            String(line).wrapped(toWidth: max(20, width - indent))
        }.map { space + $0 + "\n" }.joined()
    }

    private subscript(text: LocalizedText) -> String { text[language.rawValue] }
}
