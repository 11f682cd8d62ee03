import FoundationEssentials

/// The lines of a small text file, numbered from 1, without those that are blank or begin with `#`.
enum TextLines {
    /// The lines of a file's bytes, 8 MiB at most.
    static func lines(_ data: Data, file: String) throws(MarkerImportError) -> [(number: Int, text: Substring)] {
        guard data.count <= MarkerLog.maximumBytes else {
            throw MarkerImportError(.tooLarge(bytes: data.count, limit: MarkerLog.maximumBytes), file: file)
        }
        guard let text = String(validating: data, as: UTF8.self) else { throw MarkerImportError(.notUTF8, file: file) }
        var lines: [(number: Int, text: Substring)] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
        where EnergyTable.isRow(line) {
            lines.append((index + 1, line))
        }
        return lines
    }
}
