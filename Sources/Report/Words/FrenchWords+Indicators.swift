/// Des mots pour ce que représentent les indicateurs.
extension FrenchWords {
    func amountsTo(_ things: String) -> String { "Selon les valeurs centrales, cela représente \(things)." }
    var comparedWith: String { "Comparé à" }
    var modelledTimeExplained: String {
        "≈ marque un temps d’affichage déduit du seul trafic, du début de l’étape à son premier silence\u{A0}: un modèle, pas une mesure."
    }
    func projectedUse(_ step: String, _ measured: String, _ declared: String) -> String {
        "\(step)\u{A0}: mesurée pendant \(measured), ses impacts sont ceux de \(declared), comme le déclare le parcours."
    }
    func inAYear(_ users: String, _ times: String) -> String {
        "En un an, \(users) personnes, \(times) fois chacune\u{A0}:"
    }
    var otherModels: String { "Modèles d’autres outils" }
    var greenHosting: String { "Avec hébergement vert" }
    var notCounted: String { "Non compté par eux" }
    var sidesTogether: String { "Les deux côtés ensemble" }
    var sidesExplained: String {
        "Chaque côté a été mesuré séparément\u{A0}: la note est la moyenne des leurs, les impacts sont leur somme. Chaque côté suit."
    }
    var modelledTimeAccepted: String {
        "Un temps d’affichage déduit du seul trafic compte dans cette note, car cela a été demandé\u{A0}: c’est un modèle, pas une mesure."
    }
}
