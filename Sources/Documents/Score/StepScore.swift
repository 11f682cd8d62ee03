/// One step's impacts and score.
public struct StepScore: Hashable, Codable, Sendable {
    /// The step's part of the journey, each 0 to 1; absent when the journey has none of it.
    public struct Share: Hashable, Codable, Sendable {
        /// Of the data exchanged.
        public var data: Double?
        /// Of the device's energy.
        public var energy: Double?
        /// Of the greenhouse gas, central case.
        public var ghg: Double?

        /// Shares of a journey.
        public init(data: Double?, energy: Double?, ghg: Double?) {
            self.data = data
            self.energy = energy
            self.ghg = ghg
        }
    }

    /// The step's identifier.
    public var id: String
    /// Its title.
    public var title: LocalizedText
    /// Which walk of the journey it is of, from 1 over all measurements, whatever their iterations are numbered; absent where there is
    /// one.
    public var iteration: Int?
    /// Its three indicators.
    public var indicators: Indicators
    /// Its score.
    public var ecoscore: EcoscoreResult
    /// Its part of the journey.
    public var share: Share
    /// How long it is used, where its impacts are of another time than it was measured.
    public var use: UseLength?

    /// A step's score from its parts.
    public init(
        id: String, title: LocalizedText, iteration: Int?, indicators: Indicators, ecoscore: EcoscoreResult,
        share: Share, use: UseLength? = nil
    ) {
        self.id = id
        self.title = title
        self.iteration = iteration
        self.indicators = indicators
        self.ecoscore = ecoscore
        self.share = share
        self.use = use
    }
}
