import FoundationEssentials

/// The keys of one kind of object in a table file; others are errors.
protocol HostTableKey: CodingKey, CaseIterable, RawRepresentable<String> {}

extension Decoder {
    /// The values of an object that has these keys and no others.
    func values<Key: HostTableKey>(of: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let found = try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
        if let unknown = found.filter({ Key(rawValue: $0) == nil }).min() {
            let path = codingPath + [AnyKey(stringValue: unknown)]
            throw HostTableError(file: "", place: path.place, .unknownKey(known: Key.allCases.map(\.rawValue)))
        }
        return try container(keyedBy: Key.self)
    }
}

extension KeyedDecodingContainer where Key: HostTableKey {
    func error(_ key: Key, _ problem: HostTableError.Problem) -> HostTableError {
        HostTableError(file: "", place: (codingPath + [key]).place, problem)
    }

    /// A text that is not empty.
    func text(_ key: Key) throws -> String {
        let text = try decode(String.self, forKey: key)
        guard text.isShowable else { throw error(key, .empty) }
        return text
    }

    /// One of some words.
    func word(_ key: Key, of words: [String]) throws -> String {
        let text = try text(key)
        guard words.contains(text) else { throw error(key, .notOneOf(words, found: text)) }
        return text
    }

    /// One of the words of a vocabulary.
    func choice<Word: RawRepresentable<String> & CaseIterable>(_ key: Key, of: Word.Type) throws -> Word {
        let text = try text(key)
        guard let word = Word(rawValue: text) else {
            throw error(key, .notOneOf(Word.allCases.map(\.rawValue), found: text))
        }
        return word
    }

    /// A day (RFC 3339 § 5.6, full-date).
    func day(_ key: Key) throws -> String {
        let text = try text(key)
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let month = Int(parts[1]), let day = Int(parts[2]),
            Int(parts[0]) != nil, (1...12).contains(month), (1...31).contains(day)
        else { throw error(key, .notADay(text)) }
        return text
    }

    /// Names of hosts or domains, as they are compared.
    func hosts(_ key: Key) throws -> [String] {
        let hosts = try decode([String].self, forKey: key)
        guard !hosts.isEmpty else { throw error(key, .empty) }
        for host in hosts {
            // A name that is no pattern is no host either; which rule it breaks is seen at once in so short a text.
            guard let pattern = try? HostPattern(host), pattern.description == host, host.contains("."),
                !host.hasPrefix("*")
            else { throw error(key, .notAHost(host)) }
        }
        return hosts
    }
}

extension HostTableError {
    /// What JSON's decoder found.
    init(_ error: DecodingError, file: String) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(file: file, place: (context.codingPath + [key]).place, .missingKey)
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self.init(file: file, place: context.codingPath.place, .wrongKind)
        default: self.init(file: file, .notJSON)
        }
    }
}

extension [any CodingKey] {
    /// A place in a JSON text, such as `entries[3].source`.
    fileprivate var place: String? {
        isEmpty
            ? nil
            : reduce(into: "") { place, key in
                if let index = key.intValue {
                    place += "[\(index)]"
                } else {
                    place += (place.isEmpty ? "" : ".") + key.stringValue
                }
            }
    }
}

private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
