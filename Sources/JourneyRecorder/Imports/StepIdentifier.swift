/// Makes an identifier out of a title.
enum StepIdentifier {
    /// Most letters of one.
    private static let longest = 48

    /// Letters of French, and of its neighbours' languages, by the ones without marks.
    private static let plain: [Character: String] = [
        "à": "a", "â": "a", "ä": "a", "á": "a", "ã": "a", "å": "a", "æ": "ae", "ç": "c", "è": "e", "é": "e", "ê": "e",
        "ë": "e", "ì": "i", "î": "i", "ï": "i", "í": "i", "ñ": "n", "ò": "o", "ô": "o", "ö": "o", "ó": "o", "õ": "o",
        "ø": "o", "œ": "oe", "ß": "ss", "ù": "u", "û": "u", "ü": "u", "ú": "u", "ÿ": "y", "ý": "y",
    ]

    /// Small letters, digits and single hyphens; `step` for a title with none of them.
    static func identifier(of title: String) -> String {
        var words: [String] = [""]
        for letter in title.lowercased() {
            if letter.isASCII, letter.isLetter || letter.isNumber {
                words[words.count - 1].append(letter)
            } else if let plain = plain[letter] {
                words[words.count - 1] += plain
            } else {
                words.append("")
            }
        }
        let whole = words.filter { !$0.isEmpty }.joined(separator: "-").prefix(longest)
        let id = whole.hasSuffix("-") ? whole.dropLast() : whole
        return id.isEmpty ? "step" : String(id)
    }
}
