import Documents

/// Turns the documents into sections; each section has a file of its own.
struct Composer {
    let subject: ReportSubject
    /// The run that is shown where only one can be: the only one, or a typical one; a score alone has none.
    let run: ReportedRun?
    /// What was observed in it; nothing, where only a score is known.
    let measurement: JourneyMeasurement
    let score: JourneyScore?
    let language: Language
    let words: any Words
    let figures: Figures
    /// The iteration that a walk of the journey bears, by the place that a score names it by.
    private let iterations: [Int: Int]
    private let stepScores: [StepKey: StepScore]

    init(_ subject: ReportSubject, language: Language) {
        self.subject = subject
        self.language = language
        words = language.words
        figures = language.figures
        let counted = subject.counted
        let typical = subject.typical ?? 0
        let run = counted.isEmpty ? nil : counted[typical]
        self.run = run
        score = subject.score
        measurement = run?.measurement ?? .unobserved(subject.score)
        // A score numbers the walks of all its measurements one after the other.
        let earlier = counted.prefix(typical).reduce(0) { $0 + $1.measurement.scoredIterations.count }
        let iterations = Dictionary(uniqueKeysWithValues: zip((earlier + 1)..., measurement.scoredIterations))
        self.iterations = iterations
        stepScores = Dictionary(
            (score?.steps ?? []).compactMap { step in
                iterations[step.iteration ?? 1].map { (StepKey(id: step.id, iteration: $0), step) }
            }, uniquingKeysWith: { first, _ in first })
    }

    init(measurement: JourneyMeasurement, score: JourneyScore?, language: Language) {
        let run = ReportedRun(name: "", measurement: measurement, score: score)
        self.init(ReportSubject(runs: [run], score: score), language: language)
    }

    /// Whether nothing but a score is known.
    var isScoreAlone: Bool { run == nil }

    var title: String {
        if let journey = measurement.journey { return journey.title[language.rawValue] }
        if isScoreAlone, let journey = score?.measurements.first?.journey { return journey }
        let files = measurement.sources.compactMap(\.file)
        return files.isEmpty ? words.captureWithoutName : files.joined(separator: ", ")
    }

    var subtitle: String? {
        guard let journey = measurement.journey else { return score?.measurements.first?.application }
        return [journey.application, journey.version].compactMap { $0 }.joined(separator: " ")
    }

    var colophon: String {
        let tool = isScoreAlone ? score?.tool ?? measurement.tool : measurement.tool
        let schemas = [isScoreAlone ? nil : measurement.schema, score?.schema].compactMap { $0 }
        return (["\(tool.name) \(tool.version)"] + schemas).joined(separator: " · ")
    }

    func sections(_ extent: Presentation.Extent) -> [ReportSection] {
        let all: [(ReportSection.ID, [Block])] =
            switch extent {
            case .full:
                [
                    (.summary, isScoreAlone ? summaryOfScore : wholeSummary), (.indicators, indicators),
                    (.steps, isScoreAlone ? stepsOfScore : stepsOfRuns), (.timeline, timeline), (.hosts, hosts),
                    (.hotSpots, hotSpots), (.leads, leads), (.coldWarm, coldWarm), (.trend, trend), (.leftOut, leftOut),
                    (.method, method), (.annex, annex),
                ]
            case .brief:
                [
                    (.summary, summary), (.indicators, score == nil ? [] : indicators), (.steps, steps),
                    (.spread, spread),
                    (.hotSpots, hotSpotTable), (.warnings, warnings),
                ]
            case .digest:
                [
                    (.summary, digestSummary), (.steps, heaviestSteps), (.leads, leadsFound), (.warnings, warnings),
                ]
            }
        return all.compactMap { id, blocks in
            blocks.isEmpty ? nil : ReportSection(id: id, heading: words.heading(of: id), blocks: blocks)
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
        let title = measurement.steps.first { $0.id == id }?.title ?? score?.steps.first { $0.id == id }?.title
        return title?[language.rawValue] ?? id
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

extension JourneyMeasurement {
    /// What stands for a measurement where only its score is known; nothing of it is shown.
    fileprivate static func unobserved(_ score: JourneyScore?) -> JourneyMeasurement {
        JourneyMeasurement(
            tool: score?.tool ?? .ecoproxy, sources: [],
            device: Device(class: .smartphone, addresses: [], rule: .none), network: .fixed, journey: nil,
            totals: Totals(), drops: Drops(), quality: Quality(grade: .untrusted, warnings: []), steps: [],
            outside: Section(), hosts: [], otherIP: .zero, nonIP: .zero)
    }
}

/// A step as it was walked.
private struct StepKey: Hashable {
    let id: String
    let iteration: Int
}
