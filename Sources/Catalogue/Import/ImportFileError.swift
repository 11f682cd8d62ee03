/// Why a file of applications can't be imported at all; nothing was changed when one is thrown.
public struct ImportFileError: Error, Hashable, Sendable {
    /// Which rule was broken.
    public enum Rule: Error, Hashable, Sendable {
        /// It holds more bytes than a catalogue's list could.
        case tooLarge(limit: Int)
        /// Its bytes are no text in UTF-8, UTF-16 with a byte order mark, or Windows-1252.
        case notText
        /// There is no row in it.
        case empty
        /// A field's quotation mark is never closed, so that nothing after it can be told apart.
        case unclosedQuote(line: Int, column: Int)
        /// It begins as JSON does, and isn't; where the reader gave up.
        case notJSON(String)
        /// It is JSON, but neither a list of applications nor one.
        case noApplications
        /// No column is an application's name.
        case noNames(headings: [String])
        /// Two columns could be the same thing.
        case ambiguous(ImportField, first: String, second: String)
        /// A column that was named isn't there.
        case noColumn(String, headings: [String])
    }

    /// Which rule was broken.
    public var rule: Rule
    /// The file as it was named.
    public var file: String

    /// An error of a file.
    public init(rule: Rule, file: String) {
        self.rule = rule
        self.file = file
    }
}

extension ImportFileError: CustomStringConvertible {
    /// What, where, and what to do, as a sentence for a person.
    public var description: String { "\(file): \(sentence)" }

    private var sentence: String {
        switch rule {
        case .tooLarge(let limit):
            "this file holds more than \(limit / 1_000_000) MB, which no list of applications does; split it"
        case .notText:
            "this is no text in UTF-8, UTF-16 or Windows-1252; save the table as CSV (UTF-8)"
        case .empty:
            "there is no row in this file; expected a line of headings, and a line for each application"
        case .unclosedQuote(let line, let column):
            "line \(line), column \(column): the quotation mark that opens this field is never closed, so that the rows "
                + "after it can't be told apart; close it, or write it twice where it is part of the text"
        case .notJSON(let reason):
            "this begins as JSON does, and isn't: \(reason)"
        case .noApplications:
            "this JSON is no list of applications; expected an array of objects, {\"applications\": [...]}, or an object a line"
        case .noNames(let headings):
            "no column is known to be the applications' name among \(Self.list(headings)); "
                + "say which one is with --map COLUMN=name"
        case .ambiguous(let field, let first, let second):
            "both \(Self.list([first])) and \(Self.list([second])) could be the \(field.name); "
                + "say which one is with --map COLUMN=\(field.name)"
        case .noColumn(let name, let headings):
            "there is no column \(Self.list([name])); the file has \(Self.list(headings))"
        }
    }

    private static func list(_ headings: [String]) -> String {
        headings.isEmpty
            ? "none" : headings.prefix(40).map { "\"\($0.printable)\"" }.joined(separator: ", ")
    }
}
