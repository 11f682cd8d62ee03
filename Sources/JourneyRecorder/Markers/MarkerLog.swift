import Documents
public import FoundationEssentials

/// The markers of a walk, in the order of their times, each with the line of the file it stands on.
///
/// The file has one JSON object a line (`Marker.line`); blank lines are skipped, and a byte order mark and CRLF accepted.
public struct MarkerLog: Sendable {
    /// A marker and where it stands.
    public struct Entry: Hashable, Sendable {
        /// The marker.
        public var marker: Marker
        /// Its line, from 1.
        public var line: Int
    }

    /// The file's name, for messages.
    public let name: String
    /// The markers; times never go backwards.
    public private(set) var entries: [Entry] = []

    /// Largest file that is read: 60 000 markers of the usual length.
    public static let maximumBytes = 8 << 20

    /// A log without markers.
    ///
    /// - Parameter name: the file's name, for messages.
    public init(name: String) {
        self.name = name
    }

    /// Adds a marker.
    ///
    /// - Parameters:
    ///   - marker: the marker; its `step`, if any, fits on one line.
    ///   - line: the line it stands on; the one after the last unless given.
    /// - Throws: `MarkerError` if a `step` marker doesn't say which step, or time goes backwards.
    public mutating func append(_ marker: Marker, line: Int? = nil) throws(MarkerError) {
        let line = line ?? (entries.last?.line ?? 0) + 1
        do throws(MarkerError.Problem) {
            try marker.check()
        } catch {
            throw MarkerError(error, file: name, line: line)
        }
        if let last = entries.last, marker.time < last.marker.time {
            throw MarkerError(
                .timeBackwards(marker.time, after: last.marker.time, onLine: last.line), file: name, line: line)
        }
        entries.append(Entry(marker: marker, line: line))
    }

    /// Reads the markers of a file's bytes.
    ///
    /// - Parameters:
    ///   - data: the file's bytes, 8 MiB at most.
    ///   - name: the file's name, for messages.
    /// - Returns: the markers; none for an empty file.
    /// - Throws: `MarkerError` at the first broken rule, with its line.
    public static func parse(_ data: Data, name: String) throws(MarkerError) -> MarkerLog {
        guard data.count <= maximumBytes else {
            throw MarkerError(.tooLarge(bytes: data.count, limit: maximumBytes), file: name)
        }
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = data.starts(with: byteOrderMark) ? data.dropFirst(byteOrderMark.count) : data
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let decoder = JSONDecoder()
        var log = MarkerLog(name: name)
        for (index, line) in lines.enumerated() where !line.allSatisfy({ " \t\r".utf8.contains($0) }) {
            let marker: Marker
            do throws(MarkerError.Problem) {
                marker = try MarkerLine.read(line, decoder)
            } catch {
                // After the last line feed stands nothing, unless a writer was interrupted or a person left it out.
                let isCut = error == .notJSON && index == lines.count - 1
                throw MarkerError(isCut ? .cut : error, file: name, line: index + 1)
            }
            try log.append(marker, line: index + 1)
        }
        return log
    }
}

/// A marker as it stands in a file.
private struct MarkerLine: Decodable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    private let marker: Marker

    static func read(_ json: Data, _ decoder: JSONDecoder) throws(MarkerError.Problem) -> Marker {
        guard String(validating: json, as: UTF8.self) != nil else { throw .notUTF8 }
        do {
            return try decoder.decode(MarkerLine.self, from: json).marker
        } catch let problem as MarkerError.Problem {
            throw problem
        } catch {
            throw .notJSON
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        // Sorted, so that of several unknown keys the same one is named each time.
        for key in container.allKeys.map(\.stringValue).sorted() where !MarkerError.Problem.keys.contains(key) {
            throw MarkerError.Problem.unknownKey(key)
        }
        let time = try Self.text("time", in: container)
        let kind = try Self.text("kind", in: container)
        guard let moment = Timestamp(time) else { throw MarkerError.Problem.badTime(time) }
        guard let knownKind = Marker.Kind(rawValue: kind) else { throw MarkerError.Problem.unknownKind(kind) }
        marker = Marker(
            time: moment, kind: knownKind,
            step: try Self.value("step", "a text", in: container),
            text: try Self.value("text", "a text", in: container),
            iteration: try Self.value("iteration", Marker.iterationsDescription, in: container),
            source: try Self.text("source", in: container))
    }

    private static func text(_ key: String, in container: KeyedDecodingContainer<Key>) throws -> String {
        guard let text: String = try value(key, "a text", in: container) else {
            throw MarkerError.Problem.missingKey(key)
        }
        return text
    }

    private static func value<Value: Decodable>(
        _ key: String, _ expected: String, in container: KeyedDecodingContainer<Key>
    ) throws -> Value? {
        let key = Key(stringValue: key)
        guard container.contains(key) else { return nil }
        do {
            return try container.decode(Value.self, forKey: key)
        } catch {
            throw MarkerError.Problem.wrongType(key: key.stringValue, expected: expected)
        }
    }
}
