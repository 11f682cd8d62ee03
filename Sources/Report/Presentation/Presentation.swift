public import Documents

/// What a report says, and in which order: said once, for every dress (terminal, page) to show.
///
/// Summary, indicators, journey step by step, hosts, hot spots, leads, traffic outside the steps, warnings, conditions of
/// the measurement; sections that have nothing to say are left out. Same documents, same presentation.
public struct Presentation: Hashable, Sendable {
    /// The language it is written in.
    public let language: Language
    /// The journey's title, or what was measured where there is no journey.
    public let title: String
    /// Application and version, where there is a journey.
    let subtitle: String?
    let sections: [ReportSection]
    /// The program and the documents it was made from, in one line.
    let colophon: String

    /// What is said about a measurement, and about its score where there is one.
    ///
    /// - Parameters:
    ///   - measurement: what was observed.
    ///   - score: the score of this measurement; without it the measurement speaks alone.
    ///   - language: the language to write in.
    public init(measurement: JourneyMeasurement, score: JourneyScore? = nil, language: Language) {
        let composer = Composer(measurement: measurement, score: score, language: language)
        self.language = language
        title = composer.title
        subtitle = composer.subtitle
        sections = composer.sections
        colophon = composer.colophon
    }

    /// What is said about the sides of one use together; of each side another presentation says more.
    ///
    /// - Parameters:
    ///   - score: the score of both, with `sides`.
    ///   - measurement: that of the first side.
    ///   - language: the language to write in.
    public init(sidesOf score: JourneyScore, measurement: JourneyMeasurement, language: Language) {
        let composer = Composer(measurement: measurement, score: score, language: language)
        self.language = language
        title = composer.words.sidesTogether
        subtitle = composer.subtitle
        sections = composer.sidesTogether
        colophon = composer.colophon
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
        self.language = language
        title = composer.title
        subtitle = composer.subtitle
        sections = [
            ReportSection(
                id: .groups, heading: composer.words.heading(by: grouping),
                blocks: composer.tables(by: grouping, flows: flows))
        ]
        colophon = composer.colophon
    }
}
