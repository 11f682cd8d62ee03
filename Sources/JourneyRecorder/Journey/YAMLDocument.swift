import Yams

/// Reads one YAML document into nodes, within bounds that hostile text can't break.
enum YAMLDocument {
    /// A thousand times the size of a usual journey.
    static let maximumBytes = 1 << 20
    /// With at most this many aliases a document expands to at most 3² of itself.
    private static let maximumAliases = 6
    /// Hashing work allowed for keys that are no plain texts, in bytes hashed: about a second's.
    private static let maximumKeyWork = 1 << 23

    /// The root of a document.
    ///
    /// - Throws: `JourneyFileError` if the text is too large, empty, no YAML, more than one document, or has anchors.
    static func root(_ yaml: String, file: String) throws(JourneyFileError) -> YAMLNode {
        let text = yaml.unicodeScalars.first == "\u{FEFF}" ? String(yaml.unicodeScalars.dropFirst()) : yaml
        guard text.utf8.count <= maximumBytes else {
            throw JourneyFileError(.tooLarge(bytes: text.utf8.count, limit: maximumBytes), file: file)
        }
        guard isWithinReach(text) else { throw JourneyFileError(.tooComplex, file: file) }
        do {
            // No resolver rules: each scalar stays the text that was written. The parser owns the anchors that nodes refer to.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            let node = try withExtendedLifetime(parser) { () throws -> YAMLNode? in
                guard let root = try parser.singleRoot() else { return nil }
                try refuseReferences(in: root, file: file)
                return YAMLNode(root, key: "journey", file: file)
            }
            guard let node else { throw JourneyFileError(.empty, file: file) }
            return node
        } catch let error as JourneyFileError {
            throw error
        } catch let error as YamlError {
            throw JourneyFileError(error, file: file)
        } catch {
            throw JourneyFileError(.syntax("\(error)"), file: file)
        }
    }

    /// Whether composing the text takes time in proportion to its size.
    ///
    /// Yams compares the keys of each mapping by hashing them whole, aliases expanded. Plain texts cost what they
    /// weigh; a key that is a list, a mapping or an alias costs all that it holds, once for each level it is nested in.
    /// So signs that may begin (`? `) or end (`]:`, `}:`) such keys are counted, without telling those in quotes and
    /// comments apart: the bound is far above what they come to in a journey.
    private static func isWithinReach(_ text: String) -> Bool {
        var aliases = 0
        var keys = 0
        var previous = UInt8(ascii: "\n")
        var beforeBlanks = previous
        var mayOpenKey = false
        for byte in text.utf8 {
            let isBlank = byte == 0x20 || byte == 0x09
            if previous == UInt8(ascii: "*"), isAliasCharacter(byte) { aliases += 1 }
            if mayOpenKey, isBlank || byte == 0x0A || byte == 0x0D || byte >= 0x80 { keys += 1 }
            if byte == UInt8(ascii: ":"), "]}".utf8.contains(beforeBlanks) { keys += 1 }
            mayOpenKey = byte == UInt8(ascii: "?") && beforeKey.contains(beforeBlanks)
            previous = byte
            if !isBlank { beforeBlanks = byte }
        }
        let expansion = aliases == 0 ? 1 : 9
        return aliases <= maximumAliases && (keys + aliases) * expansion * text.utf8.count <= maximumKeyWork
    }

    /// What stands before the `?` of a key: an indicator or a line break, of which YAML 1.1 has NEL, LS and PS as well
    /// (by their last bytes).
    private static let beforeKey: [UInt8] = Array("-?:[{,\n\r".utf8) + [0x85, 0xA8, 0xA9]

    private static func isAliasCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// Refuses anchors and explicit tags; a document without anchors has no aliases either.
    private static func refuseReferences(in node: Node, file: String) throws(JourneyFileError) {
        if let anchor = node.anchor {
            throw JourneyFileError(.unusedFeature("the anchor '&\(anchor)'"), file: file, place: node.place)
        }
        guard ["str", "seq", "map"].contains(where: { node.tag.rawValue == "tag:yaml.org,2002:\($0)" }) else {
            throw JourneyFileError(.unusedFeature("the tag '\(node.tag.rawValue)'"), file: file, place: node.place)
        }
        switch node {
        case .scalar, .alias: break
        case .sequence(let sequence):
            for element in sequence { try refuseReferences(in: element, file: file) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                try refuseReferences(in: key, file: file)
                try refuseReferences(in: value, file: file)
            }
        }
    }
}

extension Node {
    var place: JourneyFileError.Place? {
        mark.map { JourneyFileError.Place(line: $0.line, column: $0.column) }
    }
}

extension JourneyFileError {
    fileprivate init(_ error: YamlError, file: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let place = Place(line: mark.line, column: mark.column)
            if problem.hasPrefix("Maximum nesting level") {
                self.init(.tooComplex, file: file, place: place)
            } else if let context, ["while scanning an alias", "while scanning an anchor"].contains(context.text) {
                let sign = Place(line: context.mark.line, column: context.mark.column)
                self.init(.needsQuotes, file: file, place: sign)
            } else {
                let begun = context.map { "\($0.text) (from line \($0.mark.line), column \($0.mark.column)), " } ?? ""
                self.init(.syntax(begun + problem), file: file, place: place)
            }
        case .reader(let problem, let offset, _, let yaml):
            self.init(.syntax(problem), file: file, place: offset.map { Place(characterOffset: $0, in: yaml) })
        case .duplicatedKeysInMapping(let keys, let context):
            let place = Place(line: context.mark.line, column: context.mark.column)
            self.init(.duplicateKey(keys.first ?? ""), file: file, place: place)
        case .memory:  // what libyaml says when a stack of its own reaches its limit
            self.init(.tooComplex, file: file)
        default:
            self.init(.syntax("\(error)"), file: file)
        }
    }
}

extension JourneyFileError.Place {
    fileprivate init(characterOffset: Int, in text: String) {
        let before = text.prefix(characterOffset)
        line = before.count(where: \.isNewline) + 1
        let lineStart = before.lastIndex(where: \.isNewline).map { before.index(after: $0) } ?? before.startIndex
        column = before[lineStart...].unicodeScalars.count + 1
    }
}
