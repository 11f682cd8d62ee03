/// Greenhouse gas, water and land of a step or a journey.
public struct Indicators: Hashable, Codable, Sendable {
    /// Greenhouse gas, in kgCO2e.
    public var ghg: Indicator
    /// Fresh water consumed, in L.
    public var water: Indicator
    /// Land occupied, in m2.year.
    public var land: Indicator

    /// Three indicators.
    public init(ghg: Indicator, water: Indicator, land: Indicator) {
        self.ghg = ghg
        self.water = water
        self.land = land
    }
}

/// A modelled impact with its range, its parts and the factors behind it.
public struct Indicator: Hashable, Codable, Sendable {
    /// A part of the life cycle; the raw values are the keys of `Parts`.
    public enum Part: String, Codable, Sendable, CaseIterable {
        case terminalUse, terminalManufacture, network, dataCentre
    }

    /// Where an impact arises; each in the indicator's unit.
    public struct Parts: Hashable, Codable, Sendable {
        /// Electricity of the terminal during use.
        public var terminalUse: Estimate
        /// The share of the terminal's manufacture.
        public var terminalManufacture: Estimate
        /// The network between terminal and data centre.
        public var network: Estimate
        /// The data centre, attributed by bytes.
        public var dataCentre: Estimate

        /// Parts of an impact; none unless given.
        public init(
            terminalUse: Estimate = .zero, terminalManufacture: Estimate = .zero, network: Estimate = .zero,
            dataCentre: Estimate = .zero
        ) {
            self.terminalUse = terminalUse
            self.terminalManufacture = terminalManufacture
            self.network = network
            self.dataCentre = dataCentre
        }

        /// One of them.
        public subscript(_ part: Part) -> Estimate {
            switch part {
            case .terminalUse: terminalUse
            case .terminalManufacture: terminalManufacture
            case .network: network
            case .dataCentre: dataCentre
            }
        }

        /// The parts together.
        public var sum: Estimate { terminalUse + terminalManufacture + network + dataCentre }

        /// Adds part by part.
        public static func += (lhs: inout Parts, rhs: Parts) {
            lhs.terminalUse += rhs.terminalUse
            lhs.terminalManufacture += rhs.terminalManufacture
            lhs.network += rhs.network
            lhs.dataCentre += rhs.dataCentre
        }
    }

    /// `kgCO2e`, `L` or `m2.year`.
    public var unit: String
    /// The favourable case.
    public var low: Double
    /// The central case.
    public var central: Double
    /// The unfavourable case.
    public var high: Double
    /// The same, split by where it arises.
    public var parts: Parts
    /// Identifiers of the factors used, sorted.
    public var factors: [String]

    /// An indicator whose range is the sum of its parts.
    public init(unit: String, parts: Parts, factors: [String]) {
        let sum = parts.sum
        self.unit = unit
        low = sum.low
        central = sum.central
        high = sum.high
        self.parts = parts
        self.factors = factors
    }
}
