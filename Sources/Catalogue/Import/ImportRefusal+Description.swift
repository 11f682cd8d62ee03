extension ImportRefusal.Reason: CustomStringConvertible {
    /// What is wrong, what was expected, and what to do.
    public var description: String {
        switch self {
        case .noName: "the name is missing"
        case .noIdentifier:
            "this name has no Latin letter or digit to make an identifier of; give one in a column id"
        case .unknownPlatform(let text):
            "\"\(text.printable)\" is no platform that is known; expected web, Android or iOS"
        case .severalPlatforms(let text):
            "\"\(text.printable)\" names several platforms; give a row for each, since each is measured by itself"
        case .noScheme(let text):
            "\"\(text.printable)\" doesn't say whose identifier it is; write play=\(text.printable), for example"
        case .invalid(let text, let rule): "\"\(text.printable)\" can't stand here; expected \(rule)"
        case .otherRow(let place, let id):
            "\(place) is application \"\(id)\" already, and says something else; "
                + "keep one of them, or give them different identifiers"
        case .cellWithoutHeading(let text): "\"\(text.printable)\" stands beyond the last heading"
        case .misquoted:
            "text follows the closing quotation mark; write a quotation mark twice where it is part of the text"
        case .notText(let kind): "expected a text, found \(kind)"
        case .notObject: "expected a JSON object"
        }
    }
}

extension RowPlace: CustomStringConvertible {
    /// `line 7` or `item 7`.
    public var description: String {
        switch self {
        case .line(let number): "line \(number)"
        case .item(let number): "item \(number)"
        }
    }
}
