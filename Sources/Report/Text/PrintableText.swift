extension String {
    /// The text with everything that could command a terminal or reorder a page made visible as `\u{1B}`.
    ///
    /// Titles and host names come from captures and journeys that anyone may have made. Made visible are control characters
    /// (Unicode category Cc: C0, DEL, C1), line and paragraph separators (Zl, Zp), and the bidirectional controls of UAX #9
    /// § 2; noncharacters, which XML forbids, too.
    var printable: String {
        guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.isUnprintable {
                text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    /// Columns that the text takes on a terminal.
    var displayWidth: Int {
        reduce(0) { $0 + $1.displayWidth }
    }
}

extension Unicode.Scalar {
    fileprivate var isUnprintable: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: properties.isBidiControl || properties.isNoncharacterCodePoint
        }
    }
}

extension Character {
    /// Two for East Asian wide and fullwidth characters and emoji, none for what only combines, one for the others.
    ///
    /// The ranges are the blocks of EastAsianWidth.txt (UAX #11, Unicode 16) whose letters are W or F.
    fileprivate var displayWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        if first.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}") { return 2 }
        switch first.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
