/// A moment as integer nanoseconds since the Unix epoch, UTC.
///
/// Range: 1677-09-21 to 2262-04-11. In JSON it is RFC 3339 with nine fractional digits and `Z`.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Nanoseconds since 1970-01-01T00:00:00Z; negative before.
    public var nanoseconds: Int64

    /// A moment from nanoseconds since the Unix epoch.
    @inlinable
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// Whether one moment is before another.
    @inlinable
    public static func < (lhs: Timestamp, rhs: Timestamp) -> Bool {
        lhs.nanoseconds < rhs.nanoseconds
    }

    /// Seconds from `earlier` to this moment, negative if this one is before.
    public func seconds(since earlier: Timestamp) -> Double {
        let (difference, overflow) = nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
        return overflow ? Double(nanoseconds) / 1e9 - Double(earlier.nanoseconds) / 1e9 : Double(difference) / 1e9
    }
}

extension Timestamp: CustomStringConvertible {
    /// RFC 3339 with nanoseconds, UTC: `2026-03-02T09:00:00.000000000Z`.
    public var description: String {
        let (days, rest) = nanoseconds.flooredQuotientAndRemainder(dividingBy: 86_400_000_000_000)
        let date = CivilDate(daysSinceEpoch: Int(days))
        let second = rest / 1_000_000_000
        let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(date)T\(clock).\(padded(rest % 1_000_000_000, 9))Z"
    }

    /// Whole and fractional seconds since the epoch, `1435587866.603221000`, as tshark prints them.
    public var epochDescription: String {
        let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        return "\(nanoseconds < 0 && seconds == 0 ? "-" : "")\(seconds).\(padded(abs(rest), 9))"
    }
}

extension Timestamp {
    /// Parses RFC 3339 § 5.6: `2026-03-02T10:00:00.5+01:00`; up to nine fractional digits, `Z` or an offset.
    ///
    /// - Returns: `nil` if the text is not such a moment, or lies outside the range of the type.
    public init?(_ text: some StringProtocol) {
        var scanner = DigitScanner(text)
        guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2), scanner.skip("-"),
            let day = scanner.digits(2), scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
            let hour = scanner.digits(2), scanner.skip(":"), let minute = scanner.digits(2), scanner.skip(":"),
            let second = scanner.digits(2),
            let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60, second <= 60
        else { return nil }
        var fraction = 0
        if scanner.skip(".") {
            guard let value = scanner.fraction(of: 9) else { return nil }
            fraction = value
        }
        var offset = 0
        if !scanner.skip("Z"), !scanner.skip("z") {
            let sign = scanner.skip("+") ? 1 : (scanner.skip("-") ? -1 : 0)
            guard sign != 0, let hours = scanner.digits(2), scanner.skip(":"), let minutes = scanner.digits(2),
                hours < 24, minutes < 60
            else { return nil }
            offset = sign * (hours * 3600 + minutes * 60)
        }
        guard scanner.isAtEnd else { return nil }
        var seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset
        if seconds < 0, fraction > 0 {
            // Counted back from the next second: the last second before the range's beginning would overflow.
            seconds += 1
            fraction -= 1_000_000_000
        }
        let (whole, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, overflow2) = whole.addingReportingOverflow(Int64(fraction))
        guard !overflow, !overflow2 else { return nil }
        self.init(nanoseconds: sum)
    }
}

extension Timestamp: Codable {
    /// Reads an RFC 3339 string.
    ///
    /// - Throws: `DecodingError` if it is none, or lies outside the range of the type.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Timestamp(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is not a time such as 2026-03-02T09:00:00.000000000Z")
        }
        self = value
    }

    /// Writes `description`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A date of the proleptic Gregorian calendar.
///
/// Both conversions are Howard Hinnant's `days_from_civil` and `civil_from_days` ("chrono-Compatible Low-Level Date Algorithms").
private struct CivilDate: CustomStringConvertible {
    let year: Int
    let month: Int
    let day: Int

    init?(year: Int, month: Int, day: Int) {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(month), day >= 1, day <= lengths[month - 1] else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    init(daysSinceEpoch days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSinceEpoch: Int {
        let year = month <= 2 ? self.year - 1 : self.year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    var description: String {
        "\(padded(Int64(year), 4))-\(padded(Int64(month), 2))-\(padded(Int64(day), 2))"
    }
}

/// Reads ASCII digits and separators from the front of a text.
private struct DigitScanner {
    private var rest: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        rest = Array(text.utf8)
    }

    var isAtEnd: Bool { position == rest.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < rest.count, UInt32(rest[position]) == character.value else { return false }
        position += 1
        return true
    }

    mutating func digit() -> Int? {
        guard position < rest.count, (0x30...0x39).contains(rest[position]) else { return nil }
        defer { position += 1 }
        return Int(rest[position]) - 0x30
    }

    mutating func digits(_ count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// One to `places` digits after the point, scaled to `places`.
    mutating func fraction(of places: Int) -> Int? {
        var value = 0
        var count = 0
        while count < places, let digit = digit() {
            value = value * 10 + digit
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in count..<places { value *= 10 }
        return value
    }
}

private func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Int64 {
    fileprivate func flooredQuotientAndRemainder(dividingBy divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
