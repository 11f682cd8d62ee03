import Documents

/// A heading and what stands under it.
struct ReportSection: Hashable, Sendable {
    /// The sections a report may have: the twelve of a whole report in their order, then those of other presentations.
    enum ID: String, CaseIterable {
        case summary, indicators, steps, timeline, hosts, hotSpots, leads, coldWarm, trend, leftOut, method, annex
        /// Parts of steps and method that stand by themselves in a brief report.
        case spread, warnings
        /// Traffic by something that a person asked for; no part of a report.
        case groups
        /// What the score would be if the traffic were another; no part of a report.
        case whatIf
    }

    let id: ID
    let heading: String
    let blocks: [Block]
}

/// One thing that is said; each dress says how it looks.
enum Block: Hashable, Sendable {
    case verdict(Verdict)
    /// A heading within the section.
    case heading(String)
    case paragraph(String)
    /// A sentence that leads to another section.
    case reference(String, ReportSection.ID)
    /// Something that must not be overlooked.
    case notice(String, Tone)
    case facts([Fact])
    case ranges([RangeFigure])
    case table(Table)
    case items([Item])
    /// A drawing; what it shows is said by a table that follows it.
    case chart(Chart)
}

/// How much attention a text asks for.
enum Tone: Hashable, Sendable {
    case normal, good, warning, alarm
}

/// The écoscore, as far as the measured axes allow.
struct Verdict: Hashable, Sendable {
    /// Everything in one sentence.
    let sentence: String
    /// The rounded score; absent where nothing was scored.
    let score: String?
    /// The letters it may have, best first; empty where there is none.
    let grades: [EcoscoreResult.Grade]
    /// What the letters mean in words: `grade B–D`.
    let gradeLabel: String
    /// Where a partial score could lie, 0 to 100, with its words.
    let interval: Span?
    /// The axes: name and what was found.
    let axes: [Fact]

    /// A stretch of the scale from 0 to 100.
    struct Span: Hashable, Sendable {
        let low: Double
        let high: Double
        let label: String
    }
}

/// A label with what belongs to it.
struct Fact: Hashable, Sendable {
    let label: String
    let values: [Value]

    init(_ label: String, _ values: Value...) {
        (self.label, self.values) = (label, values)
    }

    init(_ label: String, values: [Value]) {
        (self.label, self.values) = (label, values)
    }

    /// Prose, or something to compare letter by letter.
    enum Value: Hashable, Sendable {
        case text(String)
        case code(String)
    }
}

/// A modelled total with its range.
struct RangeFigure: Hashable, Sendable {
    let name: String
    /// To two significant digits, without the unit.
    let low: String
    let central: String
    let high: String
    let unit: String
    /// The same in one phrase: `0.45 [0.084–0.75] g CO₂e`.
    let phrase: String
    /// Where low and central lie when high is 1; for drawing only.
    let lowShare: Double
    let centralShare: Double
}

/// Rows under headings; the first column names the row.
struct Table: Hashable, Sendable {
    struct Column: Hashable, Sendable {
        enum Kind {
            case text, figure
            /// Parts of a whole: percents, drawn as bars too.
            case share
        }

        /// In full.
        let heading: String
        /// For narrow places.
        let short: String
        let kind: Kind

        static func text(_ heading: String) -> Column { Column(heading: heading, short: heading, kind: .text) }

        static func figure(_ heading: String, short: String? = nil) -> Column {
            Column(heading: heading, short: short ?? heading, kind: .figure)
        }

        static func share(_ heading: String, short: String? = nil) -> Column {
            Column(heading: heading, short: short ?? heading, kind: .share)
        }
    }

    struct Cell: Hashable, Sendable {
        let text: String
        /// What follows the text, on a line of its own where there is no room: the range of a central value.
        let detail: String?
        /// A part of a whole, 0 to 1, to draw beside the text.
        let share: Double?

        init(_ text: String, detail: String? = nil, share: Double? = nil) {
            (self.text, self.detail, self.share) = (text, detail, share)
        }

        /// Text and detail in one phrase.
        var phrase: String { detail.map { "\(text) \($0)" } ?? text }

        static let nothing = Cell(Figures.nothing)
    }

    /// What the table shows, for those who don't see it.
    let caption: String
    let columns: [Column]
    /// As many cells a row as there are columns.
    let rows: [[Cell]]
    /// Rows that sum the others up.
    var footer: [[Cell]] = []
}

/// A warning or a lead.
struct Item: Hashable, Sendable {
    let tone: Tone
    /// What it concerns, such as a step; absent where it concerns everything.
    let subject: String?
    let text: String
    var details: [String] = []
}
