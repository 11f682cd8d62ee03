import ArgumentParser
import EcoScore

/// What runs are scored with, so that their scores can be compared.
struct FactorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Factor set for all runs: \(FactorSet.bundledIdentifiers.joined(separator: ", ")), or a file (default: \(FactorSet.standard)).",
                "Jeu de facteurs pour tous les passages : \(FactorSet.bundledIdentifiers.joined(separator: ", ")), ou un fichier (par défaut : \(FactorSet.standard))."
            ),
            valueName: "set|file"))
    var factors: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Score profile for all runs (YAML or JSON).",
                "Profil de notation pour tous les passages (YAML ou JSON)."),
            valueName: "file"))
    var profile: String?

    /// The set and the profile.
    func scoring() throws -> RunInput.Scoring { try RunInput.Scoring(factors: factors, profile: profile) }
}
