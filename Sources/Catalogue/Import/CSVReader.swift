/// Reads the records of separated values (RFC 4180), and says where each stands.
///
/// The library at hand (SwiftCSV 0.10) tells no lines, gives up a whole file for one misplaced quotation mark, and takes
/// one that is never closed for the rest of the file; whoever imports a list needs to know which row isn't right, and to
/// keep the others. As most programs do, this takes CR, LF and CR LF for line ends and leaves spaces alone.
struct CSVReader {
    /// A row as it stands in the file.
    struct Record: Hashable {
        /// Its first line, from 1.
        var line: Int
        /// Its fields; none for an empty line.
        var fields: [String]
        /// The first field, from 0, that goes on after its closing quotation mark; what follows is kept as part of it.
        var misquoted: Int?
    }

    /// A quotation mark that is never closed, so that nothing after it can be told apart.
    struct UnclosedQuote: Error, Hashable {
        /// Where the field begins, from 1.
        var line: Int
        /// From 1.
        var column: Int
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1

    init(_ text: some StringProtocol, separator: UInt8) {
        bytes = Array(text.utf8)
        self.separator = separator
    }

    /// The next record, `nil` at the end.
    mutating func next() throws(UnclosedQuote) -> Record? {
        guard position < bytes.count else { return nil }
        var record = Record(line: line, fields: [])
        guard !skipLineEnd() else { return record }
        repeat {
            let quoted = try quotedPart(column: record.fields.count + 1)
            let rest = plainPart()
            if quoted != nil, !rest.isEmpty, record.misquoted == nil { record.misquoted = record.fields.count }
            record.fields.append(String(decoding: (quoted ?? []) + rest, as: UTF8.self))
        } while skipSeparator()
        _ = skipLineEnd()
        return record
    }

    /// What stands between quotation marks, two of which stand for one (§ 2.7); `nil` where the field doesn't begin with one.
    private mutating func quotedPart(column: Int) throws(UnclosedQuote) -> [UInt8]? {
        guard bytes[position...].first == .quote else { return nil }
        let start = line
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == .quote {
                guard bytes[(position + 1)...].first == .quote else {
                    position += 1
                    return content
                }
                position += 1
            }
            // CR LF ends one line, as it does between records.
            if byte == .lineFeed || byte == .carriageReturn && bytes[(position + 1)...].first != .lineFeed { line += 1 }
            content.append(byte)
            position += 1
        }
        throw UnclosedQuote(line: start, column: column)
    }

    private mutating func plainPart() -> ArraySlice<UInt8> {
        let part = bytes[position...].prefix { $0 != separator && $0 != .lineFeed && $0 != .carriageReturn }
        position = part.endIndex
        return part
    }

    private mutating func skipSeparator() -> Bool {
        guard bytes[position...].first == separator else { return false }
        position += 1
        return true
    }

    private mutating func skipLineEnd() -> Bool {
        guard let byte = bytes[position...].first, byte == .lineFeed || byte == .carriageReturn else { return false }
        position += byte == .carriageReturn && bytes[(position + 1)...].first == .lineFeed ? 2 : 1
        line += 1
        return true
    }
}

extension UInt8 {
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
