/// Version 3 of the Sustainable Web Design Model as co2.js computes it
/// (thegreenwebfoundation/co2.js@27cbe832, src/sustainable-web-design-v3.js).
///
/// One figure of energy a GB is shared out between the parts of the system; green hosting gives the data centre's part the
/// grid figure of renewables.
struct SustainableWebDesignV3: Hashable, Sendable {
    /// kWh a GB of 10^9 bytes, over the whole system.
    private let energyPerGigabyte: Double
    private let shares: ModelSegments
    /// The world's grid, in gCO2e a kWh.
    let grid: Double
    private let greenHostingGrid: Double
    /// What co2.js assumes of visits unless it is told otherwise.
    let visits: VisitPattern
    /// The letters of a page view.
    let rating: WebRating

    init(_ constants: inout ModelConstants, file: String) throws(FactorError) {
        energyPerGigabyte = try constants.take("swd3.energy", "kWh/GB")
        shares = ModelSegments(
            dataCentre: try constants.take("swd3.share.dataCentre", "ratio"),
            network: try constants.take("swd3.share.network", "ratio"),
            device: try constants.take("swd3.share.device", "ratio"),
            production: try constants.take("swd3.share.production", "ratio"))
        grid = try constants.take("swd3.grid", "gCO2e/kWh")
        greenHostingGrid = try constants.take("swd3.grid.greenHosting", "gCO2e/kWh")
        visits = VisitPattern(
            first: try constants.take("swd3.visit.first", "ratio"),
            returning: try constants.take("swd3.visit.return", "ratio"),
            reloaded: try constants.take("swd3.visit.reloaded", "ratio"))
        rating = try WebRating("swd3", &constants, file: file)
    }

    /// Energy in kWh, by part; less than a byte is nothing.
    func energy(bytes: Double) -> ModelSegments {
        bytes >= 1 ? bytes / 1e9 * energyPerGigabyte * shares : .everywhere(0)
    }

    /// Energy of a mean visit in kWh, by part.
    func energyPerVisit(bytes: Double, visits: VisitPattern? = nil) -> ModelSegments {
        (visits ?? self.visits).weight * energy(bytes: bytes)
    }

    /// Emissions in gCO2e, by part; `grid` in gCO2e a kWh, the world's unless given.
    func emissions(bytes: Double, greenHosting: Bool = false, grid: ModelSegments? = nil) -> ModelSegments {
        var grid = grid ?? .everywhere(self.grid)
        if greenHosting { grid.dataCentre = greenHostingGrid }
        return energy(bytes: bytes) * grid
    }
}
