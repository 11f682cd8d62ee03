import Foundation

/// How the bytes of a table's file become text: spreadsheets write several encodings, and don't say which.
enum TextDecoding {
    /// The text, without a byte order mark.
    ///
    /// A byte order mark decides; else UTF-8, if all bytes are (text in another encoding with accents is not); else
    /// Windows-1252, which has a letter for every byte but five.
    ///
    /// - Throws: `ImportFileError.Rule.notText` if it is none of these, or holds a NUL as only binary files do.
    static func text(of data: Data) throws(ImportFileError.Rule) -> String {
        let encoding: String.Encoding =
            if data.starts(with: [0xFF, 0xFE]) {
                .utf16LittleEndian
            } else if data.starts(with: [0xFE, 0xFF]) {
                .utf16BigEndian
            } else {
                .utf8
            }
        let text = String(data: data, encoding: encoding) ?? String(data: data, encoding: .windowsCP1252)
        guard var text, !text.utf8.contains(0) else { throw .notText }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return text
    }
}
