import FoundationEssentials

/// The lines of a text file, one after the other.
///
/// A byte order mark is skipped; lines end with LF or CRLF.
struct EnergyLines {
    /// The file's name, for messages.
    let file: String
    /// The line that was given last, from 1.
    private(set) var number = 0
    private let data: Data
    private var position: Data.Index

    /// The longest line that is read, in bytes.
    static let maximumLineBytes = 1 << 20

    /// Lines of a file's bytes.
    init(_ data: Data, file: String) {
        self.data = data
        self.file = file
        position = data.startIndex + (data.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }

    /// The next line, without its end; `nil` after the last.
    ///
    /// - Throws: `.notUTF8`, or `.tooLarge` for a line that is too long.
    mutating func next() throws(EnergyFileError) -> Substring? {
        guard position < data.endIndex else { return nil }
        number += 1
        let end = data[position...].firstIndex(of: UInt8(ascii: "\n")) ?? data.endIndex
        guard end - position <= Self.maximumLineBytes else {
            throw EnergyFileError(
                .tooLarge(bytes: end - position, limit: Self.maximumLineBytes), file: file, line: number)
        }
        var bytes = data[position..<end]
        if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
        position = end < data.endIndex ? end + 1 : end
        guard let line = String(validating: bytes, as: UTF8.self) else {
            throw EnergyFileError(.notUTF8, file: file, line: number)
        }
        return line[...]
    }
}
