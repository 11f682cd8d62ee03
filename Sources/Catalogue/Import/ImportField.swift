import Documents

/// What a column of an imported file can tell of an application.
public enum ImportField: Hashable, Sendable {
    case id, title, publisher, platform, category, url
    /// Identifiers elsewhere, each with its scheme: `play=fr.exemple.sante; app-store=123`.
    case identifiers
    /// An identifier of one scheme, such as `play`.
    case identifier(scheme: String)

    /// The field that a heading, or a person, means; accents, case, spaces and punctuation don't count.
    ///
    /// `identifier:SCHEME` is an identifier of any scheme. `nil` for what isn't known.
    public init?(heading: String) {
        let parts = heading.split(separator: ":", maxSplits: 1)
        if parts.count == 2, Self.known[parts[0].description.headingKey] == .id {
            let scheme = String(parts[1]).asciiWords.joined(separator: "-")
            guard !scheme.isEmpty else { return nil }
            self = .identifier(scheme: scheme)
        } else if let field = Self.known[heading.headingKey] {
            self = field
        } else {
            return nil
        }
    }

    /// As it is written after `--map COLUMN=`.
    public var name: String {
        switch self {
        case .id: "id"
        case .title: "name"
        case .publisher: "publisher"
        case .platform: "platform"
        case .category: "category"
        case .url: "url"
        case .identifiers: "identifiers"
        case .identifier(let scheme): "identifier:\(scheme)"
        }
    }

    /// Headings that people use, in English and French.
    private static let headings: [(ImportField, [String])] = [
        (.id, ["id", "identifier", "identifiant", "application id", "app id", "identifiant de l’application", "slug"]),
        (
            .title,
            [
                "name", "nom", "title", "titre", "application", "application name", "app", "app name", "appli",
                "nom application", "nom de l’application", "nom de l’appli", "nom de l’app", "nom commercial",
                "dénomination", "intitulé", "libellé", "product", "product name", "produit", "nom du produit",
                "service",
                "service name", "nom du service", "solution", "nom de la solution",
            ]
        ),
        (
            .publisher,
            [
                "publisher", "publisher name", "éditeur", "nom éditeur", "nom de l’éditeur", "vendor", "developer",
                "développeur", "company", "société", "entreprise", "organisation", "organization", "fournisseur",
                "raison sociale",
            ]
        ),
        (
            .platform,
            [
                "platform", "platforms", "plateforme", "plateformes", "plate-forme", "os", "operating system",
                "système", "système d’exploitation",
            ]
        ),
        (.category, ["category", "categories", "catégorie", "catégories", "theme", "thème", "thématique", "rubrique"]),
        (
            .url,
            [
                "url", "link", "lien", "site", "website", "web site", "site web", "site internet", "homepage",
                "adresse web", "page web", "url du site", "url de l’application",
            ]
        ),
        (.identifiers, ["identifiers", "identifiants", "other identifiers", "autres identifiants"]),
        (
            .identifier(scheme: "play"),
            [
                "play", "play store", "google play", "play store id", "google play id", "id play store",
                "identifiant play store", "identifiant google play", "package", "package name", "android package",
                "package android", "nom de paquet",
            ]
        ),
        (
            .identifier(scheme: "app-store"),
            [
                "app store", "app-store", "app store id", "apple id", "id app store", "identifiant app store",
                "identifiant apple",
            ]
        ),
        (
            .identifier(scheme: "bundle"),
            ["bundle", "bundle id", "bundle identifier", "ios bundle id", "bundle id ios"]
        ),
    ]

    private static let known = Dictionary(
        headings.flatMap { field, names in names.map { ($0.headingKey, field) } },
        uniquingKeysWith: { first, _ in first })
}

extension String {
    /// What is left of a heading when accents, case, spaces and punctuation don't count.
    var headingKey: String { asciiWords.joined() }
}
