import Documents

/// `ecoproxy.budget/1`: limits of the journey and of its steps, strictly read.
///
/// Schema: `docs/formats/budget.schema.json`.
enum EcoproxyBudget {
    private static let limitKeys = ["metric", "max", "min", "max_regression", "level", "statistic"]

    static func limits(_ root: BudgetValue) throws(BudgetError) -> [Limit] {
        try allowOnly(["schema", "title", "journey", "each_step", "steps"], in: root)
        guard let schema = root["schema"], schema.text == BudgetFormat.ownSchema else {
            throw (root["schema"] ?? root).error(.wrongKind(expected: BudgetFormat.ownSchema))
        }
        if let title = root["title"], title.text == nil { throw title.error(.wrongKind(expected: "a text")) }
        var limits = try root["journey"].map { value throws(BudgetError) in try Self.limits(value, .journey) } ?? []
        if let each = root["each_step"] { limits += try Self.limits(each, .eachStep(except: [])) }
        if let steps = root["steps"] {
            guard steps.isObject else { throw steps.error(.wrongKind(expected: "limits by step identifier")) }
            for entry in steps.entries { limits += try Self.limits(entry.value, .step(entry.key)) }
        }
        return limits
    }

    private static func limits(_ list: BudgetValue, _ scope: Limit.Scope) throws(BudgetError) -> [Limit] {
        guard list.isList else {
            throw list.error(.wrongKind(expected: "a list of limits, such as - { metric: bytes, max: 900 kB }"))
        }
        var limits: [Limit] = []
        for element in list.elements { limits.append(try limit(element, scope)) }
        return limits
    }

    private static func limit(_ value: BudgetValue, _ scope: Limit.Scope) throws(BudgetError) -> Limit {
        guard value.isObject else {
            throw value.error(.wrongKind(expected: "keys and values such as { metric: bytes, max: 900 kB }"))
        }
        try allowOnly(limitKeys, in: value)
        guard let name = value["metric"] else { throw value.error(.missingKey("metric")) }
        guard let key = name.text else { throw name.error(.wrongKind(expected: "a metric such as bytes.third")) }
        guard let metric = Metric(rawValue: key) else { throw name.error(.unknownMetric(key)) }
        return Limit(
            .metric(metric), scope, try bound(value, metric),
            level: try word(value["level"], LimitResult.Level.self) ?? .error,
            statistic: try word(value["statistic"], LimitResult.Statistic.self) ?? .mean, origin: value.origin())
    }

    private static func bound(_ value: BudgetValue, _ metric: Metric) throws(BudgetError) -> Limit.Bound {
        let given = ["max", "min", "max_regression"].compactMap { key in value[key].map { (key, $0) } }
        guard given.count == 1, let (key, amount) = given.first else {
            throw value.error(.oneOf(["max", "min", "max_regression"]))
        }
        if key == "max_regression" {
            guard metric.quantity != .grade else {
                throw amount.error(.wrongBound("a letter has no part of its own; limit the score instead"))
            }
            if let part = Amount.fraction(amount) { return .worseByPart(part) }
            guard let figure = Amount.value(amount, of: metric) else {
                throw amount.error(.wrongKind(expected: "a percentage such as 10%, or \(Amount.expected(of: metric))"))
            }
            return .worseBy(figure)
        }
        guard (key == "min") == metric.isBetterHigher else {
            throw amount.error(
                .wrongBound(
                    metric.isBetterHigher ? "more of it is better: write min" : "less of it is better: write max"))
        }
        guard let figure = Amount.value(amount, of: metric) else {
            throw amount.error(.wrongKind(expected: Amount.expected(of: metric)))
        }
        return metric.isBetterHigher ? .atLeast(figure) : .atMost(figure)
    }

    private static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ value: BudgetValue?, _: Word.Type
    ) throws(BudgetError) -> Word? {
        guard let value else { return nil }
        guard let word = value.text.flatMap(Word.init(rawValue:)) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw value.error(.wrongKind(expected: "one of \(words)"))
        }
        return word
    }

    private static func allowOnly(_ keys: [String], in value: BudgetValue) throws(BudgetError) {
        if let unknown = value.entries.first(where: { !keys.contains($0.key) }) {
            throw unknown.value.error(.unknownKey(known: keys))
        }
    }
}
