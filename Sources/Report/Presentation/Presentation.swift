public import Documents

/// What a report says, and in which order: said once, for every dress (terminal, page, Markdown) to show.
///
/// Same documents, same presentation. What the sections of a whole report say is in `docs/report.md`.
public struct Presentation: Hashable, Sendable {
    /// The language it is written in.
    public let language: Language
    /// The journey's title, or what was measured where there is no journey.
    public let title: String
    /// How much is said.
    public enum Extent: Sendable {
        /// What one looks for first: summary, indicators, steps, spread, hot spots and warnings, as far as they have something to say.
        case brief
        /// All twelve sections; one that has nothing to show says why, and how to get it.
        case full
        /// What fits a merge request: grade, indicators, heaviest steps, leads that were found, warnings.
        case digest
    }

    /// Application and version, where there is a journey.
    let subtitle: String?
    let sections: [ReportSection]
    /// The program and the documents it was made from, in one line.
    let colophon: String
    /// The documents themselves, for a page to carry along.
    var documents: [CarriedDocument] = []

    /// What is said about a measurement, and about its score where there is one.
    ///
    /// - Parameters:
    ///   - measurement: what was observed.
    ///   - score: the score of this measurement; without it the measurement speaks alone.
    ///   - language: the language to write in.
    ///   - extent: how much is said.
    public init(
        measurement: JourneyMeasurement, score: JourneyScore? = nil, language: Language, extent: Extent = .full
    ) {
        let run = ReportedRun(name: "", measurement: measurement, score: score)
        self.init(ReportSubject(runs: [run], score: score), language: language, extent: extent)
    }

    /// What is said about runs of one journey, or about a score alone.
    ///
    /// - Parameters:
    ///   - subject: the runs and their score.
    ///   - language: the language to write in.
    ///   - extent: how much is said.
    public init(_ subject: ReportSubject, language: Language, extent: Extent = .full) {
        let composer = Composer(subject, language: language)
        self.init(
            composer, title: composer.title, sections: composer.sections(extent), documents: subject.documents)
    }

    private init(
        _ composer: Composer, title: String, sections: [ReportSection], documents: [CarriedDocument] = []
    ) {
        language = composer.language
        self.title = title
        subtitle = composer.subtitle
        self.sections = sections
        colophon = composer.colophon
        self.documents = documents
    }

    /// What is said about the sides of one use together; of each side another presentation says more.
    ///
    /// - Parameters:
    ///   - score: the score of both, with `sides`.
    ///   - measurement: that of the first side.
    ///   - language: the language to write in.
    public init(sidesOf score: JourneyScore, measurement: JourneyMeasurement, language: Language) {
        let composer = Composer(measurement: measurement, score: score, language: language)
        self.init(composer, title: composer.words.sidesTogether, sections: composer.sidesTogether)
    }

    /// What is said about a measurement's traffic by something alone: in all, step by step, and outside.
    ///
    /// - Parameters:
    ///   - measurement: what was observed.
    ///   - grouping: what it is by.
    ///   - flows: its flows; by flow there is nothing to say without them.
    ///   - language: the language to write in.
    public init(
        measurement: JourneyMeasurement, by grouping: TrafficGrouping, flows: FlowList? = nil, language: Language
    ) {
        let composer = Composer(measurement: measurement, score: nil, language: language)
        let section = ReportSection(
            id: .groups, heading: composer.words.heading(by: grouping),
            blocks: composer.tables(by: grouping, flows: flows))
        self.init(composer, title: composer.title, sections: [section])
    }
}
