/// Whether a terminal's text may carry colours.
public enum TerminalStyle: Sendable {
    /// Text alone: for files, pipes, and terminals without colour.
    case plain
    /// With the eight colours and weights of ECMA-48 § 8.3.117 (SGR), which follow the terminal's own theme.
    case colour

    /// A look that text can have.
    enum Look: String {
        case strong = "1"
        case faint = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case heading = "1;36"
    }

    /// The text in a look; the text alone where colours are off.
    func apply(_ look: Look?, to text: String) -> String {
        guard self == .colour, let look, !text.isEmpty else { return text }
        return "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m"
    }
}
