public import Documents

extension LocalizedText {
    /// A factor's figure with all the digits it has: `0.04418`, in French `0,04418`.
    ///
    /// - Parameter value: the figure.
    /// - Returns: its shortest decimal that reads back to the same number; without a fraction where it is whole.
    public static func factorFigure(_ value: Double) -> LocalizedText {
        let digits = "\(value)"
        let text = digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
        return LocalizedText(["en": text, "fr": text.replacing(".", with: ",")])
    }

    /// How a figure came to be known, in a word.
    ///
    /// - Parameter confidence: how.
    /// - Returns: the word.
    public static func confidence(_ confidence: Factor.Confidence) -> LocalizedText {
        switch confidence {
        case .read: LocalizedText(["en": "read", "fr": "lu"])
        case .derived: LocalizedText(["en": "derived", "fr": "calculé"])
        case .proxy: LocalizedText(["en": "proxy", "fr": "transposé"])
        case .convention: LocalizedText(["en": "convention", "fr": "convention"])
        }
    }
}
