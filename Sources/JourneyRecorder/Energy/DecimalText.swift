/// Numbers as instruments and spreadsheets write them.
///
/// A sign, digits, and at most one decimal mark, point or comma; an exponent. No grouping of thousands: `1,234` is a
/// little more than one.
enum DecimalText {
    /// Larger magnitudes are no reading of a device, and no time in nanoseconds; the limit keeps sums finite.
    static let largest = 1e19

    /// A finite number.
    static func number(_ text: some StringProtocol) -> Double? {
        let bytes = Array(text.utf8.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 })
        // Double reads "nan", "0x1p4" and "infinity" as well.
        guard bytes.count <= 64, bytes.contains(where: isDigit),
            bytes.allSatisfy({ isDigit($0) || "+-.eE".utf8.contains($0) }),
            let value = Double(String(decoding: bytes, as: UTF8.self)), abs(value) <= largest
        else { return nil }
        return value
    }

    /// A number of units as whole nanoseconds, exact to the last digit where it is written without exponent.
    ///
    /// The unit is a number of nanoseconds, a power of ten up to 1e9.
    static func nanoseconds(_ text: some StringProtocol, unit: Int64) -> Int64? {
        guard let value = number(text) else { return nil }
        let bytes = Array(text.utf8)
        let isExact = !bytes.contains { "eE".utf8.contains($0) }
        let mark = bytes.firstIndex { ".,".utf8.contains($0) } ?? bytes.endIndex
        guard isExact, let whole = Int64(String(decoding: bytes[..<mark], as: UTF8.self)) else {
            let scaled = (value * Double(unit)).rounded()
            return abs(scaled) < 9.2e18 ? Int64(scaled) : nil
        }
        var fraction: Int64 = 0
        var place = unit / 10
        for digit in bytes[mark...].dropFirst() where place > 0 {
            fraction += Int64(digit - UInt8(ascii: "0")) * place
            place /= 10
        }
        if bytes.first == UInt8(ascii: "-") { fraction = -fraction }
        let (scaled, overflow) = whole.multipliedReportingOverflow(by: unit)
        let (sum, overflow2) = scaled.addingReportingOverflow(fraction)
        return overflow || overflow2 ? nil : sum
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
