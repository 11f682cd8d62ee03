/// A run of a catalogue as a person names it: `fr.exemple.sante@1.4.2`, or one of its runs, `fr.exemple.sante@1.4.2#09cb90d5`.
public struct RunReference: Hashable, Sendable {
    /// The application's identifier.
    public var application: String
    /// The version; any when absent.
    public var version: String?
    /// The first digits of the run's hash; the newest run when absent.
    public var run: String?

    /// Reads `APP`, `APP@VERSION`, `APP#RUN` or `APP@VERSION#RUN`.
    ///
    /// What follows the last `#` is a run if it is 4 to 64 hexadecimal digits; else it belongs to the version.
    public init(_ text: String) {
        var rest = Substring(text)
        if let mark = rest.lastIndex(of: "#") {
            let digits = rest[rest.index(after: mark)...].lowercased()
            if (4...64).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isHexadecimal) {
                run = digits
                rest = rest[..<mark]
            }
        }
        let parts = rest.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        application = String(parts.first ?? "")
        version = parts.count > 1 ? String(parts[1]) : nil
    }
}
