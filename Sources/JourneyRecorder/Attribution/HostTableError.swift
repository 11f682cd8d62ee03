/// A table of hosts that can't be used: which rule is broken, in which file, where.
public struct HostTableError: Error, Hashable, Sendable {
    /// Which rule is broken.
    public enum Problem: Hashable, Sendable {
        /// The file isn't JSON.
        case notJSON
        /// The value is of another kind.
        case wrongKind
        /// The key isn't one of these.
        case unknownKey(known: [String])
        /// The key must be there.
        case missingKey
        /// There must be something in it.
        case empty
        /// The text is none of these.
        case notOneOf([String], found: String)
        /// No day of the form 2026-11-25.
        case notADay(String)
        /// No address that starts with `https://`.
        case notAnAddress(String)
        /// Not a host's name of two labels or more, in lower case and without star.
        case notAHost(String)
        /// The host stands in two places.
        case duplicateHost(String)
        /// The identifier of a source stands in two places.
        case duplicateSource(String)
        /// There is no source of that identifier.
        case unknownSource(String)
        /// No entry names the source.
        case unusedSource(String)
        /// Not a parent, a blank and labels.
        case notARuleLine
        /// A parent that doesn't come after the one before.
        case notInOrder
    }

    /// The file's name.
    public var file: String
    /// The line or the key; `nil` where the file as a whole is meant.
    public var place: String?
    /// Which rule is broken.
    public var problem: Problem

    init(file: String, place: String? = nil, _ problem: Problem) {
        self.file = file
        self.place = place
        self.problem = problem
    }
}

extension HostTableError: CustomStringConvertible {
    /// Place, rule and what to do, as a sentence for a person.
    public var description: String {
        [file, place, problem.description].compactMap(\.self).joined(separator: ": ")
    }
}

extension HostTableError.Problem: CustomStringConvertible {
    /// What is wrong and what to write instead, without the place.
    public var description: String {
        switch self {
        case .notJSON: "this is no JSON; docs/parties.md shows the form of the file"
        case .wrongKind: "this value is of another kind than its key wants; docs/parties.md shows the form of the file"
        case .unknownKey(let known): "this key is unknown; take it out or write one of \(known.joined(separator: ", "))"
        case .missingKey: "this is missing; add it"
        case .empty: "there is nothing in it; add something or take it out"
        case .notOneOf(let words, let found): "expected one of \(words.joined(separator: ", ")), found \"\(found)\""
        case .notADay(let text): "\"\(text)\" is no day; write it as 2026-11-25"
        case .notAnAddress(let text): "\"\(text)\" is no address that a reader can follow; begin it with https://"
        case .notAHost(let text):
            "\"\(text)\" is no domain or host; write it in lower case, without star: those below it are meant as well"
        case .duplicateHost(let host): "\"\(host)\" stands in two places; keep one"
        case .duplicateSource(let id): "the source \"\(id)\" stands in two places; keep one"
        case .unknownSource(let id): "there is no source \"\(id)\"; add it to \"sources\""
        case .unusedSource(let id): "nothing names the source \"\(id)\"; take it out"
        case .notARuleLine: "expected a parent, a blank and labels; run make update-psl"
        case .notInOrder: "expected lines in the order of their parents' bytes; run make update-psl"
        }
    }
}
