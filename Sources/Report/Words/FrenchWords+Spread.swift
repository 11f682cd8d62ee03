import Documents

/// Words for repeated runs.
extension FrenchWords {
    var runs: String { "Passages" }
    var median: String { "Médiane" }
    var deviation: String { "Écart absolu médian" }
    var deviationShort: String { "EAM" }
    var variation: String { "Coefficient de variation" }
    var variationShort: String { "CV" }
    var leastToGreatest: String { "Minimum–maximum" }
    var precision: String { "Moyenne à" }
    var runsNeeded: String { "Passages nécessaires" }
    var runsNeededShort: String { "Requis" }
    var outliers: String { "Aberrants" }

    func name(of cache: CacheState) -> String {
        switch cache {
        case .cold: "passages à froid (caches vides)"
        case .warm: "passages à chaud (caches d’un passage antérieur)"
        }
    }

    func spreadExplained(_ precision: String, _ confidence: String) -> String {
        "«\u{A0}\(self.precision)\u{A0}» est la moitié de l’intervalle de confiance à \(confidence) de la moyenne\u{A0}; "
            + "«\u{A0}\(runsNeeded)\u{A0}» dit combien de passages il faut pour l’amener à ±\(precision), s’ils varient encore autant."
    }
}
