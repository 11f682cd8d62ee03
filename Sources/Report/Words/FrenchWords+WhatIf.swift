/// Words for what the score would be if the traffic were another.
extension FrenchWords {
    var scenario: String { "Scénario" }
    var whatIfCaption: String { "Le parcours tel que mesuré, et tel qu’il serait" }
    var whatIfStepsCaption: String { "Chaque étape telle que mesurée, et telle qu’elle serait" }
    var figure: String { "Grandeur" }
    var before: String { "Mesuré" }
    var after: String { "Avec le scénario" }
    var difference: String { "Différence" }
    var bytesBefore: String { "Données mesurées" }
    var bytesAfter: String { "Données du scénario" }
    var scoreBefore: String { "Score mesuré" }
    var scoreAfter: String { "Score du scénario" }
}
