/// Words for what the score would be if the traffic were another.
extension EnglishWords {
    var scenario: String { "Scenario" }
    var whatIfCaption: String { "The journey as it was measured, and as it would be" }
    var whatIfStepsCaption: String { "Each step as it was measured, and as it would be" }
    var figure: String { "Figure" }
    var before: String { "Measured" }
    var after: String { "With the scenario" }
    var difference: String { "Difference" }
    var bytesBefore: String { "Data, measured" }
    var bytesAfter: String { "Data, scenario" }
    var scoreBefore: String { "Score, measured" }
    var scoreAfter: String { "Score, scenario" }
}
