package import Documents

/// How figures are written in a language: decimal units, grouped digits, no-break spaces before units.
///
/// French groups digits with U+202F and writes a decimal comma (Lexique des règles typographiques, Imprimerie nationale);
/// bytes are in powers of ten (IEC 80000-13). Halves are rounded away from zero.
package struct Figures: Sendable {
    /// U+00A0: keeps a figure and its unit on one line.
    static let noBreakSpace = "\u{00A0}"

    private let decimalSeparator: String
    private let groupSeparator: String
    private let byteUnits: [String]
    private let percentSign: String

    init(language: Language) {
        switch language {
        case .en:
            (decimalSeparator, groupSeparator, percentSign) = (".", ",", "%")
            byteUnits = ["B", "kB", "MB", "GB", "TB", "PB"]
        case .fr:
            (decimalSeparator, groupSeparator, percentSign) = (",", "\u{202F}", Self.noBreakSpace + "%")
            byteUnits = ["o", "ko", "Mo", "Go", "To", "Po"]
        }
    }

    /// Every digit, grouped by three: `1,258,291`, `1 258 291`.
    package func exact(_ value: Int) -> String {
        number(DecimalNumber(value))
    }

    /// Bytes in the decimal unit that leaves one to three digits before the point; three significant digits from 1 kB on.
    package func bytes(_ value: Int) -> String {
        guard value.magnitude >= 1000 else { return measured("\(value)", byteUnits[0]) }
        var power = 1
        var rounded = DecimalNumber(value).shifted(by: -3).rounded(toSignificant: 3)
        while rounded.exponent > 3, power < byteUnits.count - 1 {
            power += 1
            rounded = DecimalNumber(value).shifted(by: -3 * power).rounded(toSignificant: 3)
        }
        return measured(number(rounded, places: max(0, 3 - rounded.exponent)), byteUnits[power])
    }

    /// Seconds: `0.35 s`, `11.8 s`, `1 min 05 s`, `2 h 03 min`; `–` if not finite.
    package func duration(_ seconds: Double) -> String {
        guard let value = DecimalNumber(seconds) else { return Self.nothing }
        let space = Self.noBreakSpace
        if seconds.magnitude < 0.995 { return measured(number(value.rounded(toPlaces: 2), places: 2), "s") }
        if seconds.magnitude < 59.95 { return measured(number(value.rounded(toPlaces: 1), places: 1), "s") }
        guard let whole = Int(value.rounded(toPlaces: 0).integerPart) else { return measured(number(value), "s") }
        let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
        let sign = seconds < 0 ? "-" : ""
        guard hours > 0 else { return "\(sign)\(minutes)\(space)min\(space)\(twoDigits(rest))\(space)s" }
        return "\(sign)\(exact(hours))\(space)h\(space)\(twoDigits(minutes))\(space)min"
    }

    /// Seconds to three significant digits, as spreads need: `0.352 s`; `–` if not finite.
    func preciseSeconds(_ seconds: Double) -> String {
        guard let rounded = DecimalNumber(seconds)?.rounded(toSignificant: 3) else { return Self.nothing }
        return measured(number(rounded, places: max(0, 3 - rounded.exponent)), "s")
    }

    /// Joules to three significant digits.
    func joules(_ value: Double) -> String {
        guard let rounded = DecimalNumber(value)?.rounded(toSignificant: 3) else { return Self.nothing }
        return measured(number(rounded, places: max(0, 3 - rounded.exponent)), "J")
    }

    /// A part of a whole, 0 to 1, in whole percents; `<1%` for what is not nothing yet would round to it.
    package func percent(_ share: Double) -> String {
        guard let value = DecimalNumber(share)?.shifted(by: 2) else { return Self.nothing }
        let rounded = value.rounded(toPlaces: 0)
        if rounded.isZero, !value.isZero, !value.isNegative { return "<1" + percentSign }
        return number(rounded) + percentSign
    }

    /// A score of 0 to 100 rounded once, to an integer.
    package func score(_ value: Double) -> String {
        DecimalNumber(value).map { number($0.rounded(toPlaces: 0)) } ?? Self.nothing
    }

    /// A score with its letter as the document grades it: `70 B`, `70 B–D`, `70`; `–` where there is no score.
    package func score(_ result: EcoscoreResult) -> String {
        guard let value = result.value else { return Self.nothing }
        return [score(value), result.letters].compactMap { $0 }.joined(separator: Self.noBreakSpace)
    }

    /// A difference of scores with its sign, to a tenth: `+3.4`, `−0.1`; `0` where nothing changes, `<0.1` for what would round to it.
    package func points(_ difference: Double) -> String {
        guard let value = DecimalNumber(difference.magnitude) else { return Self.nothing }
        guard !value.isZero else { return "0" }
        let rounded = value.rounded(toPlaces: 1)
        let sign = difference < 0 ? "−" : "+"
        return rounded.isZero
            ? sign + "<0" + decimalSeparator + "1" : sign + number(rounded, places: 1)
    }

    /// A modelled figure, never without its range, to two significant digits: `0.45 [0.084–0.75]`; the unit is said elsewhere.
    func range(_ estimate: Estimate, in unit: ImpactUnit) -> String {
        guard estimate != .zero else { return "0" }
        return "\(significant(estimate.central, in: unit)) \(bounds(estimate, in: unit))"
    }

    /// The range alone: `[0.084–0.75]`.
    func bounds(_ estimate: Estimate, in unit: ImpactUnit) -> String {
        "[\(significant(estimate.low, in: unit))–\(significant(estimate.high, in: unit))]"
    }

    /// One end of a range to two significant digits, without its unit.
    func significant(_ value: Double, in unit: ImpactUnit) -> String {
        guard let scaled = DecimalNumber(value)?.shifted(by: unit.power) else { return Self.nothing }
        guard !scaled.isZero else { return "0" }
        let rounded = scaled.rounded(toSignificant: 2)
        return number(rounded, places: max(0, 2 - rounded.exponent))
    }

    /// A figure before its unit, never parted from it.
    func measured(_ figure: String, _ unit: String) -> String {
        figure + Self.noBreakSpace + unit
    }

    /// A mark of an axis, with no digit more than it has: `1.5`, `20`.
    func plain(_ value: Double) -> String {
        guard let rounded = DecimalNumber(value)?.rounded(toSignificant: 3) else { return Self.nothing }
        return number(rounded, places: max(0, rounded.digits.count - rounded.exponent))
    }

    /// Bytes of an axis, likewise: `50 kB`.
    func plainBytes(_ value: Double) -> String {
        var (scaled, power) = (value, 0)
        while scaled >= 1000, power < byteUnits.count - 1 { (scaled, power) = (scaled / 1000, power + 1) }
        return measured(plain(scaled), byteUnits[power])
    }

    /// What stands where there is no figure.
    package static let nothing = "–"

    private func number(_ value: DecimalNumber, places: Int = 0) -> String {
        // Beyond every integer, and below what eight zeros say: no walk has such figures, but a document can.
        guard value.exponent <= 20, value.exponent >= -8 || value.isZero else { return power(value) }
        let whole = Array(value.integerPart)
        var grouped = value.isNegative ? "-" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { grouped += groupSeparator }
            grouped.append(digit)
        }
        return places > 0 ? grouped + decimalSeparator + value.fractionPart(places: places) : grouped
    }

    /// A figure of three digits at most, times a power of ten: `1.05×10³⁰⁸`.
    private func power(_ value: DecimalNumber) -> String {
        let digits = value.rounded(toSignificant: 3)
        let mantissa = digits.shifted(by: 1 - digits.exponent)
        let superscripts: [Character: Character] = [
            "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
            "9": "⁹",
        ]
        let exponent = String("\(digits.exponent - 1)".map { superscripts[$0] ?? $0 })
        return number(mantissa, places: max(0, mantissa.digits.count - 1)) + "×10" + exponent
    }

    private func twoDigits(_ value: Int) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}

extension EcoscoreResult {
    /// The document's letter, or its range of letters from best to worst; absent where it gives neither.
    var letters: String? {
        if let grade { return grade.rawValue }
        guard let gradeRange else { return nil }
        return gradeRange.best == gradeRange.worst
            ? gradeRange.best.rawValue : "\(gradeRange.best.rawValue)–\(gradeRange.worst.rawValue)"
    }
}
