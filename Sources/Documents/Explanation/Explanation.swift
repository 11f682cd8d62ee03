/// What a word of a report means and where its figure comes from, in both languages; with a run's own numbers where one is given.
///
/// JSON Schema: `docs/formats/explanation.schema.json`.
public struct Explanation: SchemaDocument, Hashable {
    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.explanation/1" }

    /// What is explained.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case indicator, score, axis, factor, lead, warning, term
    }

    /// Always `ecoproxy.explanation/1`.
    public var schema = Self.schemaIdentifier
    /// What is explained.
    public var kind: Kind
    /// Its identifier in documents: `ghg`, `net.mobile.ghg`, `third-party`, `captureCut`.
    public var id: String
    /// What reports call it.
    public var title: LocalizedText
    /// What it is.
    public var meaning: LocalizedText?
    /// What its figure leaves out.
    public var doesNotCover: LocalizedText?
    /// What to do about it.
    public var advice: LocalizedText?
    /// How its figure comes about.
    public var formula: Formula?
    /// The unit of its figure.
    public var unit: String?
    /// The figure: a factor's, or an indicator's of the run given.
    public var range: Estimate?
    /// What else is set down in numbers: control points of curves, thresholds, cut-offs.
    public var figures: [Figure]
    /// Published criteria behind it.
    public var criteria: [String]
    /// The factors in its formula, with their ranges and sources.
    public var factors: [UsedFactor]
    /// Where it comes from.
    public var sources: [String]

    /// An explanation; nothing but its name unless given.
    public init(
        kind: Kind, id: String, title: LocalizedText? = nil, meaning: LocalizedText? = nil,
        doesNotCover: LocalizedText? = nil, advice: LocalizedText? = nil, formula: Formula? = nil, unit: String? = nil,
        range: Estimate? = nil,
        figures: [Figure] = [], criteria: [String] = [], factors: [UsedFactor] = [], sources: [String] = []
    ) {
        self.kind = kind
        self.id = id
        self.title = title ?? LocalizedText(id)
        self.meaning = meaning
        self.doesNotCover = doesNotCover
        self.advice = advice
        self.formula = formula
        self.unit = unit
        self.range = range
        self.figures = figures
        self.criteria = criteria
        self.factors = factors
        self.sources = sources
    }
}

extension Explanation {
    /// A number that is set down.
    public struct Figure: Hashable, Codable, Sendable {
        /// What it is: `p10`, `median`, `above`, a grade.
        public var id: String
        /// The number.
        public var value: Double
        /// Its unit; absent for a mere number.
        public var unit: String?

        /// A number with its unit.
        public init(id: String, value: Double, unit: String? = nil) {
            (self.id, self.value, self.unit) = (id, value, unit)
        }
    }

    /// A sum of parts.
    public struct Formula: Hashable, Codable, Sendable {
        /// What its letters stand for.
        public var symbols: [Symbol]
        /// What is added up.
        public var parts: [Part]
        /// The points behind it, step by step, where a run is given.
        public var points: [Points]?

        /// A formula from its parts.
        public init(symbols: [Symbol], parts: [Part], points: [Points]? = nil) {
            (self.symbols, self.parts, self.points) = (symbols, parts, points)
        }
    }

    /// A letter of a formula.
    public struct Symbol: Hashable, Codable, Sendable {
        /// The letter.
        public var symbol: String
        /// What it stands for.
        public var meaning: LocalizedText

        /// A letter with its meaning.
        public init(_ symbol: String, _ meaning: LocalizedText) {
            (self.symbol, self.meaning) = (symbol, meaning)
        }
    }

    /// A part of a sum: products added up.
    public struct Part: Hashable, Codable, Sendable {
        /// What it is: a life-cycle part, or an axis.
        public var id: String
        /// The part as it is written: `B × net.fixed.ghg`.
        public var expression: String
        /// The products whose sum it is, with the run's own numbers; absent without a run.
        public var products: [[Term]]?
        /// What it amounts to in the run given.
        public var value: Estimate?

        /// A part of a sum.
        public init(id: String, expression: String, products: [[Term]]? = nil, value: Estimate? = nil) {
            self.id = id
            self.expression = expression
            self.products = products
            self.value = value
        }
    }

    /// A number that a product is made of.
    ///
    /// The low case of a product takes every low end, but of what it is divided by the high one; the high case the other way round.
    public struct Term: Hashable, Codable, Sendable {
        /// A letter, or a factor's identifier.
        public var symbol: String
        /// Its unit.
        public var unit: String
        /// The favourable end, for a factor that is multiplied by.
        public var low: Double
        /// The central figure.
        public var central: Double
        /// The unfavourable end.
        public var high: Double
        /// Whether the product is divided by it.
        public var divides: Bool

        /// A number of a product.
        public init(symbol: String, unit: String, value: Estimate, divides: Bool = false) {
            self.symbol = symbol
            self.unit = unit
            (low, central, high) = (value.low, value.central, value.high)
            self.divides = divides
        }
    }

    /// A step's points on an axis.
    public struct Points: Hashable, Codable, Sendable {
        /// The step's identifier.
        public var step: String
        /// Which walk of the journey, from 1.
        public var walk: Int
        /// What was measured, in the curve's unit; absent where it wasn't.
        public var figure: Double?
        /// 0 to 100; absent where it wasn't measured.
        public var points: Double?
        /// How much the step weighs in the mean.
        public var weight: Double

        /// Points of a step.
        public init(step: String, walk: Int, figure: Double?, points: Double?, weight: Double) {
            self.step = step
            self.walk = walk
            self.figure = figure
            self.points = points
            self.weight = weight
        }
    }
}
