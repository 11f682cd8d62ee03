import Documents

/// What `explain` says; where a report says it already, the report's own words are taken.
protocol ExplanationWords {
    /// What a warning means and what to do; `nil` for a code of another version.
    func warning(_ code: String) -> WarningText?
    /// The codes of all warnings, sorted.
    var warningCodes: [String] { get }
    /// A word of the reports; `nil` for one that isn't explained.
    func term(_ id: String) -> TermText?
    /// The terms, in the order of a listing.
    var termIDs: [String] { get }
    /// What an indicator, the score or an axis is.
    func meaning(_ kind: Explanation.Kind, _ id: String) -> String?
    /// Other names that a person may call it by.
    func otherNames(_ kind: Explanation.Kind, _ id: String) -> [String]
    /// What a letter of a formula stands for.
    func meaning(ofSymbol symbol: String) -> String?
    /// What a figure of a curve, a rule or a scale is.
    func name(ofFigure id: String) -> String
    /// The heading of a kind in a listing.
    func heading(of kind: Explanation.Kind) -> String
    var formula: String { get }
    var withItsNumbers: String { get }
    var valuesOfRun: String { get }
    var factorsInIt: String { get }
    var whatToDo: String { get }
    var criteriaLabel: String { get }
    var meanOfAxes: String { get }
    var weightedMean: String { get }
    var crosswise: String { get }
    var weight: String { get }
    var pointsLabel: String { get }
    var walkNumber: String { get }
    var listingHint: String { get }
}

/// What is said of a warning.
struct WarningText: Hashable, Sendable {
    let meaning: String
    let advice: String

    init(_ meaning: String, _ advice: String) {
        (self.meaning, self.advice) = (meaning, advice)
    }
}

/// What is said of a word.
struct TermText: Hashable, Sendable {
    let title: String
    let meaning: String

    init(_ title: String, _ meaning: String) {
        (self.title, self.meaning) = (title, meaning)
    }
}
