/// Words for what indicators amount to.
extension EnglishWords {
    func amountsTo(_ things: String) -> String { "By the central figures, that is \(things)." }
    var comparedWith: String { "Compared with" }
    var modelledTimeExplained: String {
        "≈ marks a display time that was told from the traffic alone, from the start of the step to its first silence: a model, no measurement."
    }
    func projectedUse(_ step: String, _ measured: String, _ declared: String) -> String {
        "\(step): measured for \(measured), its impacts are those of \(declared), as the journey declares it."
    }
    func inAYear(_ users: String, _ times: String) -> String { "In a year, \(users) people, \(times) times each:" }
    var otherModels: String { "Other tools’ models" }
    var greenHosting: String { "With green hosting" }
    var notCounted: String { "Not counted there" }
    var sidesTogether: String { "Both sides together" }
    var sidesExplained: String {
        "Each side was measured by itself: the score is the mean of theirs, the impacts are their sum. Each side follows."
    }
    var modelledTimeAccepted: String {
        "Display time that was told from the traffic alone counts in this score, because that was asked for: it is a model, no measurement."
    }
}
