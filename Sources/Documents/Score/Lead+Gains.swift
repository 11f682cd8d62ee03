extension Lead {
    /// Impacts attributed to the avoidable part of a journey.
    public struct Impacts: Hashable, Codable, Sendable {
        /// Greenhouse gas, in kgCO2e.
        public var ghg: Estimate
        /// Fresh water consumed, in L.
        public var water: Estimate
        /// Land occupied, in m2.year.
        public var land: Estimate

        /// Three impacts.
        public init(ghg: Estimate, water: Estimate, land: Estimate) {
            self.ghg = ghg
            self.water = water
            self.land = land
        }
    }

    /// What is attributed to the avoidable part of a journey: never what would be saved, since the energy of networks and servers isn't
    /// proportional to volume. Gains of several leads overlap: they don't add up.
    public struct Gains: Hashable, Codable, Sendable {
        /// Avoidable IP bytes both ways, the mean over walks.
        public var bytes: Double
        /// Avoidable time in seconds, the mean over walks; absent for none.
        public var seconds: Double?
        /// The indicators attributed to bytes and time.
        public var indicators: Impacts
        /// What the journey's score would gain, 0 to 100 points; absent where there is no score.
        public var points: Double?

        /// What is attributed to the avoidable part.
        public init(bytes: Double, seconds: Double? = nil, indicators: Impacts, points: Double?) {
            self.bytes = bytes
            self.seconds = seconds
            self.indicators = indicators
            self.points = points
        }
    }
}
