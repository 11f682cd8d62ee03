import Documents

/// Figures of metrics as a person reads them.
struct MetricText {
    private let words: any Words
    private let figures: Figures
    private let decimalSeparator: String
    /// Documents give greenhouse gas in kilograms, metrics in grams.
    private static let gramsPerKilogram = 1000.0
    /// As many digits as a `Double` holds of a whole number.
    private static let allDigits = 15

    init(language: Language) {
        words = language.words
        figures = language.figures
        decimalSeparator = language == .fr ? "," : "."
    }

    func name(_ metric: Metric) -> String { words.name(of: metric) }

    /// A figure to three significant digits, with its unit: `1.24 MB`, `0.45 g CO₂e`, `72`.
    func short(_ value: Double, _ metric: Metric) -> String { text(value, metric, digits: 3) }

    /// A figure and a limit to as many digits as tell them apart, three at least; bytes and counts to the last.
    func apart(_ value: Double, _ limit: Double, _ metric: Metric) -> (value: String, limit: String) {
        if metric.quantity == .bytes, value == value.rounded(), limit == limit.rounded() {
            return (exactBytes(value), exactBytes(limit))
        }
        let digits = (3...12).first { text(value, metric, digits: $0) != text(limit, metric, digits: $0) }
        let enough = value == limit ? 3 : digits ?? 12
        return (text(value, metric, digits: enough), text(limit, metric, digits: enough))
    }

    /// A difference with its sign, and as a part of what it is to: `+120 kB (+14%)`.
    func difference(_ change: FigureChange) -> String {
        guard let difference = change.difference else { return Figures.nothing }
        guard difference != 0 else { return "0" }
        let sign = difference < 0 ? "−" : "+"
        let amount = sign + short(abs(difference), change.metric)
        guard let relative = change.relative, change.metric.quantity != .score, abs(relative) < 100 else {
            return amount
        }
        return "\(amount) (\(sign)\(figures.percent(abs(relative))))"
    }

    /// The standard deviation of runs as a part of their mean: `±0.4%`; absent where none differs, or the mean is nothing.
    func variation(_ sample: Sample) -> String? {
        guard let deviation = sample.standardDeviation, deviation > 0, sample.mean != 0 else { return nil }
        let percent = deviation / abs(sample.mean) * 100
        guard percent < 1000 else { return nil }
        return "±\(decimal(percent, digits: percent < 1 ? 1 : 2))\(figures.percent(0).dropFirst())"
    }

    /// A probability to two significant digits, `<0.001` for what is less.
    func probability(_ p: Double) -> String {
        p < 0.001 ? "<0\(decimalSeparator)001" : decimal(p, digits: 2)
    }

    private func text(_ value: Double, _ metric: Metric, digits: Int) -> String {
        switch metric.quantity {
        case .bytes: digits == 3 ? figures.bytes(Int(nearest: value)) : exactBytes(value)
        case .duration, .displayTime: figures.measured(decimal(value, digits: digits), "s")
        case .energy: figures.measured(decimal(value, digits: digits), "J")
        case .ghg: impact(value, "kgCO2e", scale: Self.gramsPerKilogram, digits)
        case .water: impact(value, metric.unit, scale: 1, digits)
        case .land: impact(value, metric.unit, scale: 1, digits)
        case .connections, .hosts, .requests: decimal(value, digits: value == value.rounded() ? Self.allDigits : digits)
        case .score: decimal(value, digits: digits)
        case .grade: EcoscoreResult.Grade(rank: value)?.rawValue ?? Figures.nothing
        }
    }

    /// An impact in the unit that people read it in; the metric's figure is so many of the document's unit.
    private func impact(_ value: Double, _ document: String, scale: Double, _ digits: Int) -> String {
        let unit = ImpactUnit(of: document, central: abs(value) / scale, words: words)
        return figures.measured(decimal(value / scale, digits: digits, shift: unit.power), unit.symbol)
    }

    private func exactBytes(_ value: Double) -> String {
        figures.measured(figures.exact(Int(nearest: value)), figures.byteSymbol)
    }

    /// A number to some significant digits, without zeros at the end of its fraction.
    private func decimal(_ value: Double, digits: Int, shift: Int = 0) -> String {
        guard let rounded = DecimalNumber(value)?.shifted(by: shift).rounded(toSignificant: digits) else {
            return Figures.nothing
        }
        guard let whole = Int(rounded.integerPart) else { return Figures.nothing }
        var fraction = rounded.fractionPart(places: max(0, digits - rounded.exponent))
        while fraction.last == "0" { fraction.removeLast() }
        let text = figures.exact(whole) + (fraction.isEmpty ? "" : decimalSeparator + fraction)
        return rounded.isNegative ? "-" + text : text
    }
}

extension Figures {
    /// The symbol of a byte.
    fileprivate var byteSymbol: String { bytes(0).split(separator: "\u{A0}").last.map(String.init) ?? "B" }
}
