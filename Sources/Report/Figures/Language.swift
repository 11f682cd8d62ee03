/// A language that reports are written in.
public enum Language: String, Sendable, CaseIterable {
    /// English.
    case en
    /// French.
    case fr

    /// The language of a POSIX locale name such as `fr_FR.UTF-8`; English for any other than French.
    public init(locale: String) {
        let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "-" && $0 != "@" }
        self = Language(rawValue: code.lowercased()) ?? .en
    }

    /// What is said in this language.
    var words: any Words {
        switch self {
        case .en: EnglishWords()
        case .fr: FrenchWords()
        }
    }

    /// How figures are written in this language.
    package var figures: Figures { Figures(language: self) }
}
