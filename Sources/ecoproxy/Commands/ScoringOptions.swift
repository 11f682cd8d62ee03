import ArgumentParser
import Documents
import EcoScore
import Foundation

/// What a score is computed with, and what else is asked of it.
struct ScoringOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Factor set: \(FactorSet.bundledIdentifiers.joined(separator: ", ")), or a YAML or JSON file (default: \(FactorSet.standard)).",
                "Jeu de facteurs : \(FactorSet.bundledIdentifiers.joined(separator: ", ")), ou un fichier YAML ou JSON (par défaut : \(FactorSet.standard))."
            ),
            valueName: "set|file"))
    var factors: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Score profile: curves, grades and weights of your own (YAML or JSON).",
                "Profil de notation : vos propres courbes, classes et poids (YAML ou JSON)."), valueName: "file"))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            say(
                "People who walk the journey in a year, for an annual projection.",
                "Personnes qui suivent le parcours dans l’année, pour une projection annuelle."), valueName: "number"))
    var users: Double?

    @Option(
        help: ArgumentHelp(
            say(
                "How often each of them walks it in a year (default: 1).",
                "Combien de fois par an chacune le suit (par défaut : 1)."), valueName: "number"))
    var journeysPerYear: Double?

    @Flag(
        help: ArgumentHelp(
            say(
                "Let display time told from traffic alone count in the score; the score says so.",
                "Compte dans la note le temps d’affichage déduit du seul trafic ; la note le dit.")))
    var acceptModelledTime = false

    @Flag(
        help: ArgumentHelp(
            say(
                "Also give what other tools' models say (co2.js, GreenFrame), to compare.",
                "Donne aussi ce que disent les modèles d’autres outils (co2.js, GreenFrame), pour comparer.")))
    var models = false

    /// The factor set.
    func set() throws -> FactorSet { try FactorSets.set(factors) }

    /// What else is asked of the score.
    func terms() throws -> ScoringTerms {
        ScoringTerms(
            use: users.map { ($0, journeysPerYear ?? 1) }, acceptsModelledTime: acceptModelledTime,
            comparisons: try .bundled(), models: models ? try .bundled() : nil)
    }

    func validate() throws {
        for (name, value) in [("--users", users), ("--journeys-per-year", journeysPerYear)] {
            guard let value, !(value > 0 && value <= 1e10) else { continue }
            throw ValidationError(
                say("\(name) takes a number above 0.", "\(name) prend un nombre supérieur à 0."))
        }
        if journeysPerYear != nil, users == nil {
            throw ValidationError(
                say("--journeys-per-year needs --users.", "--journeys-per-year demande --users."))
        }
    }
}
