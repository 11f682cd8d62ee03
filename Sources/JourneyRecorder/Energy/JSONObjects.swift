import FoundationEssentials

/// The JSON objects of a file, one after the other: concatenated, a line each, or in one array.
struct JSONObjects {
    /// An object and where it stands.
    struct Object {
        /// Its bytes.
        let data: Data
        /// The line it begins on, from 1.
        let line: Int
    }

    private let data: Data
    private var position: Data.Index
    private(set) var line = 1

    /// The objects of a file's bytes.
    init(_ data: Data) {
        self.data = data
        position = data.startIndex + (data.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }

    /// The next object; what stands between objects must be blanks, commas or the brackets of an array.
    ///
    /// - Returns: `nil` at the end, and an object that is cut as it is.
    mutating func next() -> Object? {
        while position < data.endIndex, data[position] != UInt8(ascii: "{") {
            guard " \t\r\n,[]".utf8.contains(data[position]) else { break }
            if data[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
        guard position < data.endIndex else { return nil }
        let (begin, first) = (position, line)
        var depth = 0
        var (isText, isEscaped) = (false, false)
        repeat {
            let byte = data[position]
            position += 1
            if byte == UInt8(ascii: "\n") { line += 1 }
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isText = true
            } else if byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "}") {
                depth -= 1
            }
        } while depth > 0 && position < data.endIndex
        return Object(data: Data(data[begin..<position]), line: first)
    }
}
