/// A number as its decimal digits, to shift and round it as a person does with pencil and paper.
///
/// Rounding looks at the digits that a reader of the JSON sees (the shortest that read back to the same `Double`), so that
/// 1.15 becomes 1.2 although the nearest binary fraction lies a little below it.
struct DecimalNumber: Hashable, Sendable {
    private(set) var isNegative: Bool
    /// Most significant first, without leading or trailing zeros; empty for zero.
    private(set) var digits: [UInt8]
    /// The value is 0.d₁d₂d₃… × 10^exponent: the number of digits before the decimal point.
    private(set) var exponent: Int

    init(_ value: Int) {
        let digits = String(value.magnitude).utf8.map { $0 - 0x30 }
        self.init(isNegative: value < 0, digits: digits, exponent: digits.count)
    }

    /// A finite number; `nil` for infinities and not-a-number.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        // Swift prints the shortest digits that read back: "0.00045", "4.5e-05", "1e+16".
        let parts = "\(value.magnitude)".split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let power = parts.count > 1 ? Int(parts[1].drop { $0 == "+" }) ?? 0 : 0
        let digits = mantissa.joined().utf8.map { $0 - 0x30 }
        self.init(isNegative: value < 0, digits: digits, exponent: mantissa[0].count + power)
    }

    private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        let leading = digits.prefix { $0 == 0 }.count
        let trailing = digits.reversed().prefix { $0 == 0 }.count
        guard leading < digits.count else {
            (self.isNegative, self.digits, self.exponent) = (false, [], 0)
            return
        }
        (self.isNegative, self.exponent) = (isNegative, exponent - leading)
        self.digits = Array(digits[leading..<(digits.count - trailing)])
    }

    var isZero: Bool { digits.isEmpty }

    /// Multiplied by a power of ten.
    func shifted(by power: Int) -> DecimalNumber {
        var result = self
        if !isZero { result.exponent += power }
        return result
    }

    /// Rounded to a number of significant digits, half away from zero.
    func rounded(toSignificant count: Int) -> DecimalNumber {
        keeping(count)
    }

    /// Rounded to a number of decimal places, half away from zero.
    func rounded(toPlaces places: Int) -> DecimalNumber {
        keeping(exponent + places)
    }

    private func keeping(_ count: Int) -> DecimalNumber {
        guard count < digits.count else { return self }
        guard count >= 0 else { return DecimalNumber(0) }
        // A zero in front takes the carry: 9.96 becomes 10.0.
        var kept = [0] + digits.prefix(count)
        if digits[count] >= 5 {
            var position = kept.count - 1
            while kept[position] == 9 {
                kept[position] = 0
                position -= 1
            }
            kept[position] += 1
        }
        return DecimalNumber(isNegative: isNegative, digits: kept, exponent: exponent + 1)
    }

    /// The digits before the decimal point, at least one.
    var integerPart: String {
        guard exponent > 0 else { return "0" }
        return string(digits.prefix(exponent)) + String(repeating: "0", count: max(0, exponent - digits.count))
    }

    /// The digits after the decimal point, cut or filled with zeros to a number of places.
    func fractionPart(places: Int) -> String {
        let zeros = String(repeating: "0", count: isZero ? 0 : max(0, -exponent))
        let text = zeros + string(digits.dropFirst(max(0, exponent)))
        return String(text.prefix(places)) + String(repeating: "0", count: max(0, places - text.count))
    }

    private func string(_ digits: some Sequence<UInt8>) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }
}
