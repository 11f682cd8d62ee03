public import Documents
import Foundation

extension Application {
    /// The first text that breaks a rule, with the rule (`.invalid`); `nil` if all are fine.
    public var problem: CatalogueError.Problem? {
        guard id.isIdentifier else {
            return .invalid(
                "identifier", id, rule: "1 to 200 letters, digits, dots, hyphens or underscores, as in fr.exemple.sante"
            )
        }
        let lines =
            [("title", title)]
            + [("publisher", publisher), ("category", category)].compactMap { name, text in
                text.map { (name, $0) }
            }
        for (name, text) in lines where !text.isOneLine { return .invalid(name, text, rule: String.oneLineRule) }
        for (scheme, value) in identifiers.sorted(by: { $0.key < $1.key }) {
            guard scheme.isIdentifier else {
                return .invalid(
                    "scheme of an identifier", scheme, rule: "letters, digits, dots, hyphens or underscores, as in play"
                )
            }
            if !value.isOneLine { return .invalid("\(scheme) identifier", value, rule: String.oneLineRule) }
        }
        if let url, !url.isWebAddress {
            return .invalid("URL", url, rule: "an address such as https://exemple.fr/sante")
        }
        return nil
    }

    /// Title, then all else that is searched, without case and accents: so that `sante` finds `Santé`.
    var folded: String {
        ([title, id, publisher, category].compactMap { $0 } + identifiers.values.sorted()).joined(separator: "\n")
            .folded
    }

    /// This application with what another says; what that one leaves out stays as it is here.
    func updated(by other: Application) -> Application {
        Application(
            id: id, title: other.title, publisher: other.publisher ?? publisher, platform: other.platform ?? platform,
            category: other.category ?? category, identifiers: identifiers.merging(other.identifiers) { $1 },
            url: other.url ?? url, created: created)
    }
}

extension String {
    static let oneLineRule = "one line of 1 to 500 characters, not blank"

    /// Whether it fits in a line of a table: not blank, no control character, at most 500 Unicode scalars.
    var isOneLine: Bool {
        unicodeScalars.count <= 500 && !unicodeScalars.allSatisfy(\.properties.isWhitespace)
            && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    /// Whether it is made of 1 to 200 ASCII letters, digits, dots, hyphens and underscores.
    fileprivate var isIdentifier: Bool {
        (1...200).contains(utf8.count)
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    /// Whether it is an address that a page may link to: of the web, and nothing that a browser would run.
    fileprivate var isWebAddress: Bool {
        guard isOneLine, !unicodeScalars.contains(where: \.properties.isWhitespace), let url = URL(string: self) else {
            return false
        }
        return ["http", "https"].contains(url.scheme?.lowercased() ?? "") && !(url.host() ?? "").isEmpty
    }

    /// Without case and accents.
    var folded: String { folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
}
