import FoundationEssentials

/// The figures of the score profile, as its file writes them: for documentation and explanation, not for scoring.
struct ProfileFigures {
    /// A curve's two control points.
    struct Curve {
        let id: String
        let unit: String
        let p10: Double
        let median: Double
        let source: String
    }

    let id: String
    let curves: [Curve]
    /// Letters with the score above which they are given, best first.
    let grades: [(letter: String, above: Double)]
    let criticalWeight: Double
    let otherWeight: Double
    /// Data of pause and media steps is counted per so many seconds.
    let restSeconds: Double
    /// A step is hot above so many times the mean share.
    let hotTimesMean: Double
    let gradesSource: String
    let weightsSource: String

    /// The figures of a profile's file, which the profile itself checks.
    init(_ json: Data, file: String) throws(FactorError) {
        let object = try StrictObject(json, file: file)
        let any = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
        id = try object.text("id")
        var curves: [Curve] = []
        for curve in try object.objects("curves") {
            curves.append(
                Curve(
                    id: try curve.text("id"), unit: try curve.text("unit"), p10: try curve.number("p10", any),
                    median: try curve.number("median", any), source: try curve.text("source")))
        }
        self.curves = curves
        let above = try object.object("grades").object("above")
        gradesSource = try object.object("grades").text("source")
        var grades: [(letter: String, above: Double)] = []
        for letter in ["A", "B", "C", "D", "E", "F"] { grades.append((letter, try above.number(letter, any))) }
        self.grades = grades
        let weights = try object.object("weights")
        weightsSource = try weights.text("source")
        criticalWeight = try weights.number("critical", any)
        otherWeight = try weights.number("other", any)
        restSeconds = try object.object("rest").number("seconds", any)
        hotTimesMean = try object.object("hotSpot").number("timesMean", any)
    }
}
