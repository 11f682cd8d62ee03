import Documents

extension Timestamp {
    /// Moments that other tools tell lie between 1970 and 2200: milliseconds since the Unix epoch.
    private static let plausible = 0.0..<7_258_118_400_000

    /// A moment from milliseconds since the Unix epoch.
    ///
    /// Whole ones are exact; the fraction is as exact as a double holds it, about a quarter of a microsecond today.
    ///
    /// - Returns: `nil` for what is no number of the years 1970 to 2199.
    init?(milliseconds: Double) {
        guard Self.plausible.contains(milliseconds) else { return nil }
        let whole = milliseconds.rounded(.down)
        self.init(nanoseconds: Int64(whole) * 1_000_000 + Int64(((milliseconds - whole) * 1e6).rounded()))
    }

    /// The moment so many nanoseconds later; `nil` beyond the range of the type.
    func adding(nanoseconds other: Int64) -> Timestamp? {
        let (sum, overflow) = nanoseconds.addingReportingOverflow(other)
        return overflow ? nil : Timestamp(nanoseconds: sum)
    }
}
