/// A factor set, a profile or a table of leads that can't be used: what is wrong, in which file, where.
public struct FactorError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which rule is broken.
    public enum Problem: Hashable, Sendable {
        /// The file isn't JSON.
        case notJSON
        /// The key has another kind of value.
        case wrongKind(expected: String)
        /// The key isn't one of these.
        case unknownKey(expected: [String])
        /// The key must be there.
        case missingKey
        /// There must be something in it.
        case empty
        /// The text is none of these.
        case notOneOf([String], found: String)
        /// The number lies outside its limits.
        case outside(least: Double, most: Double, found: Double)
        /// The three figures don't ascend.
        case notInOrder(low: Double, central: Double, high: Double)
        /// The model uses the factor in another unit.
        case wrongUnit(expected: String, found: String)
        /// The identifier occurs twice.
        case duplicate
        /// The entry that the model needs isn't in the file.
        case missingEntry
        /// The model doesn't use an entry of this name.
        case unusedEntry
        /// The text has another form.
        case malformed(expected: String)
        /// The source names neither an address nor a file of a repository.
        case nothingToFollow
        /// The identifier is that of a set that comes with the program.
        case reserved
    }

    /// The file's name.
    public var file: String
    /// The line in the file, from 1, where it is known.
    public var line: Int?
    /// The identifier of the factor, curve or rule; absent where the file as a whole is meant.
    public var entry: String?
    /// The key; absent where the entry as a whole is meant.
    public var key: String?
    /// Which rule is broken.
    public var problem: Problem

    /// An error at a place of a file.
    public init(file: String, line: Int? = nil, entry: String? = nil, key: String? = nil, _ problem: Problem) {
        self.file = file
        self.line = line
        self.entry = entry
        self.key = key
        self.problem = problem
    }

    /// Place, rule and what to do, as a sentence for a person.
    public var description: String {
        let place = [file + (line.map { ":\($0)" } ?? ""), entry.map { "\"\($0)\"" }, key.map { "key \($0)" }]
            .compactMap(\.self)
        return place.joined(separator: ": ") + ": " + problem.sentence
    }
}

extension FactorError.Problem {
    fileprivate var sentence: String {
        switch self {
        case .notJSON: "this is no JSON object; give a file in the format that \"schema\" names"
        case .wrongKind("a text"): "expected a text; put it in quotes if it looks like a number"
        case .wrongKind(let expected): "expected \(expected)"
        case .unknownKey(let expected):
            "this key is unknown; take it out or write one of \(expected.joined(separator: ", "))"
        case .missingKey: "this key is missing; add it"
        case .empty: "expected at least one; add it"
        case .notOneOf(let expected, let found):
            "expected one of \(expected.joined(separator: ", ")), found \"\(found)\""
        case .outside(let least, let most, let found): "expected \(least) to \(most), found \(found)"
        case .notInOrder(let low, let central, let high):
            "expected low ≤ central ≤ high, found \(low), \(central), \(high)"
        case .wrongUnit(let expected, let found):
            "expected the unit \(expected), found \"\(found)\"; convert the figures"
        case .duplicate: "this identifier occurs twice; keep one"
        case .missingEntry: "the model needs this entry; add it"
        case .unusedEntry: "the model uses no factor of this name; see those it uses with: ecoproxy factors list"
        case .malformed(let expected): "expected \(expected)"
        case .nothingToFollow:
            "this source can't be followed; add addresses, or the repository with the commit and the path"
        case .reserved: "a set that comes with the program has this identifier; give yours another one"
        }
    }
}
