public import FoundationEssentials

/// Reads when pages were displayed from what a browser or a test tool wrote.
public enum DisplayFile {
    /// Largest file that is read, in bytes; a HAR file carries the bodies of all responses.
    public static let maximumBytes = 256 << 20

    /// Most intervals that are kept.
    static let maximumIntervals = 10_000

    /// The intervals of a file's bytes, in the order of their starts.
    ///
    /// - Parameters:
    ///   - data: the file's bytes, 256 MiB at most: a HAR file, or `test.trace` out of a Playwright trace.
    ///   - name: the file's name, for messages.
    /// - Returns: at least one interval.
    /// - Throws: `DisplayFileError` at the first broken rule, with its place.
    public static func intervals(_ data: Data, name: String) throws(DisplayFileError) -> [DisplayInterval] {
        guard data.count <= maximumBytes else {
            throw DisplayFileError(.tooLarge(bytes: data.count, limit: maximumBytes), file: name)
        }
        guard !data.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { throw DisplayFileError(.archive, file: name) }
        let beginning = String(decoding: data.prefix(1 << 16), as: UTF8.self)
        let intervals: [DisplayInterval]
        if beginning.contains("\"context-options\"") {
            intervals = try PlaywrightTrace.intervals(data, file: name)
        } else if beginning.contains("\"suites\""), !beginning.contains("\"log\"") {
            throw DisplayFileError(.reportWithoutStarts, file: name)
        } else if beginning.contains("\"log\"") {
            intervals = try PageTimings.intervals(data, file: name)
        } else {
            throw DisplayFileError(.unknownFormat, file: name)
        }
        guard intervals.count <= maximumIntervals else {
            throw DisplayFileError(.tooMany(limit: maximumIntervals), file: name)
        }
        guard !intervals.isEmpty else { throw DisplayFileError(.nothingDisplayed, file: name) }
        return intervals.sorted { $0.start < $1.start }
    }
}
