extension String {
    /// The text's words in lower-case ASCII letters and digits: `Santé & Œuvres 2` becomes `sante`, `oeuvres`, `2`.
    ///
    /// Names of files and identifiers are made of them, and headings compared by them, whatever their accents, case and
    /// spaces. A letter becomes what its name in the Unicode Character Database says that it is (`LATIN SMALL LETTER E WITH
    /// ACUTE`, `LATIN SMALL LIGATURE OE`; names never change, Unicode Character Encoding Stability Policies); combining marks
    /// vanish; letters of other scripts and all else part words.
    package var asciiWords: [String] {
        var words: [String] = []
        var word = ""
        for scalar in unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            if let letters = scalar.asciiLetters {
                word += letters
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}

extension Unicode.Scalar {
    /// The scalar as lower-case ASCII letters or a digit; `nil` where it is none.
    fileprivate var asciiLetters: String? {
        switch self {
        case "a"..."z", "0"..."9": return String(self)
        case "A"..."Z": return String(self).lowercased()
        case "\u{80}"...: break
        default: return nil
        }
        guard let name = properties.name?.split(separator: " "), name.count > 3, name[0] == "LATIN",
            ["LETTER", "LIGATURE"].contains(name[2])
        else { return nil }
        let letters = name[3...].prefix { $0 != "WITH" }
        if letters == ["SHARP", "S"] { return "ss" }
        guard letters.count == 1, let letter = letters.first, letter.utf8.count <= 2 else { return nil }
        return letter.lowercased()
    }
}
