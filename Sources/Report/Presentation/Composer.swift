import Documents

/// Turns the documents into sections; each section has a file of its own.
struct Composer {
    let measurement: JourneyMeasurement
    let score: JourneyScore?
    let language: Language
    let words: any Words
    let figures: Figures
    /// The iteration that a walk of the journey bears, by the place that a score names it by.
    private let iterations: [Int: Int]
    private let stepScores: [StepKey: StepScore]

    init(measurement: JourneyMeasurement, score: JourneyScore?, language: Language) {
        self.measurement = measurement
        self.score = score
        self.language = language
        words = language.words
        figures = language.figures
        let iterations = Dictionary(uniqueKeysWithValues: zip(1..., measurement.scoredIterations))
        self.iterations = iterations
        stepScores = Dictionary(
            (score?.steps ?? []).compactMap { step in
                iterations[step.iteration ?? 1].map { (StepKey(id: step.id, iteration: $0), step) }
            }, uniquingKeysWith: { first, _ in first })
    }

    var title: String {
        if let journey = measurement.journey { return journey.title[language.rawValue] }
        let files = measurement.sources.compactMap(\.file)
        return files.isEmpty ? words.captureWithoutName : files.joined(separator: ", ")
    }

    var subtitle: String? {
        guard let journey = measurement.journey else { return nil }
        return [journey.application, journey.version].compactMap { $0 }.joined(separator: " ")
    }

    var colophon: String {
        "\(measurement.tool.name) \(measurement.tool.version) · \(measurement.schema)"
            + (score.map { " · \($0.schema)" } ?? "")
    }

    var sections: [ReportSection] {
        ReportSection.ID.allCases.compactMap { id in
            let blocks = blocks(of: id)
            return blocks.isEmpty ? nil : ReportSection(id: id, heading: words.heading(of: id), blocks: blocks)
        }
    }

    private func blocks(of section: ReportSection.ID) -> [Block] {
        switch section {
        case .summary: summary
        case .indicators: indicators
        case .steps: steps
        case .spread: spread
        case .hosts: hosts
        case .hotSpots: hotSpots
        case .leads: leads
        case .outside: outside
        case .warnings: warnings
        case .conditions: conditions
        case .groups, .whatIf: []
        }
    }

    /// What the score says of a step as it was walked.
    func score(of step: Step) -> StepScore? {
        stepScores[StepKey(id: step.id, iteration: step.iteration)]
    }

    /// A step's title, with the iteration where one step was walked several times.
    func name(of step: Step) -> String {
        name(step.title[language.rawValue], iteration: step.iteration)
    }

    /// The title of a step that a score speaks of, with the iteration where there are several walks.
    func name(of step: StepScore) -> String {
        let title = name(ofStep: step.id)
        return step.iteration.map { name(title, iteration: iterations[$0] ?? $0) } ?? title
    }

    /// The title of the step that the documents call by an identifier; the identifier where no such step was walked.
    func name(ofStep id: String) -> String {
        let step = measurement.steps.first { $0.id == id }
        return step?.title[language.rawValue] ?? id
    }

    /// What all that was measured is called: where a selection left some of it out, it isn't the capture.
    var everything: String { measurement.selection == nil ? words.everything : words.everythingMeasured }

    private func name(_ title: String, iteration: Int) -> String {
        let repeated = measurement.steps.contains { $0.iteration > 1 }
        return repeated ? "\(title)\(Figures.noBreakSpace)#\(iteration)" : title
    }

    /// `part` of `whole` as a share, absent where there is no whole.
    func share(_ part: Int, of whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }

    /// A share as a cell with its bar.
    func shareCell(_ share: Double?) -> Table.Cell {
        share.map { Table.Cell(figures.percent($0), share: min(1, max(0, $0))) } ?? .nothing
    }
}

/// A step as it was walked.
private struct StepKey: Hashable {
    let id: String
    let iteration: Int
}
