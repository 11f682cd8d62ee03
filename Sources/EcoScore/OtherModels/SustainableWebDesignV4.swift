/// Version 4 of the Sustainable Web Design Model as co2.js computes it
/// (thegreenwebfoundation/co2.js@27cbe832, src/sustainable-web-design-v4.js).
///
/// Each part has energy in use and energy that it took to make. Emissions of making always take the world's grid; green hosting
/// takes away from the data centre's use only.
struct SustainableWebDesignV4: Hashable, Sendable {
    /// kWh a GB of 10^9 bytes.
    private let usePerGigabyte, madePerGigabyte: ModelSegments
    /// The world's grid as the model fixes it, in gCO2e a kWh.
    let grid: Double
    /// The letters of a page view.
    let rating: WebRating

    init(_ constants: inout ModelConstants, file: String) throws(FactorError) {
        usePerGigabyte = try Self.perGigabyte("use", &constants)
        madePerGigabyte = try Self.perGigabyte("made", &constants)
        grid = try constants.take("swd4.grid", "gCO2e/kWh")
        rating = try WebRating("swd4", &constants, file: file)
    }

    private static func perGigabyte(
        _ phase: String, _ constants: inout ModelConstants
    ) throws(FactorError) -> ModelSegments {
        ModelSegments(
            dataCentre: try constants.take("swd4.\(phase).dataCentre", "kWh/GB"),
            network: try constants.take("swd4.\(phase).network", "kWh/GB"),
            device: try constants.take("swd4.\(phase).device", "kWh/GB"))
    }

    /// Emissions in use in gCO2e, by part, before green hosting; `grid` in gCO2e a kWh, the model's unless given.
    func inUse(bytes: Double, grid: ModelSegments? = nil) -> ModelSegments {
        gigabytes(bytes) * usePerGigabyte * (grid ?? .everywhere(self.grid))
    }

    /// Emissions of making the equipment in gCO2e, by part.
    func made(bytes: Double) -> ModelSegments {
        gigabytes(bytes) * madePerGigabyte * .everywhere(grid)
    }

    /// All emissions in gCO2e, by part; `greenHosting` is the part of hosting that runs on renewables, 0 to 1.
    func emissions(bytes: Double, greenHosting: Double = 0, grid: ModelSegments? = nil) -> ModelSegments {
        var use = inUse(bytes: bytes, grid: grid)
        use.dataCentre *= 1 - greenHosting
        return use + made(bytes: bytes)
    }

    /// Emissions of a mean visit in gCO2e, by part.
    func emissionsPerVisit(bytes: Double, visits: VisitPattern = .firstOnly, greenHosting: Double = 0) -> ModelSegments
    {
        visits.weight * emissions(bytes: bytes, greenHosting: greenHosting)
    }

    /// Less than a byte is nothing.
    private func gigabytes(_ bytes: Double) -> Double { bytes >= 1 ? bytes / 1e9 : 0 }
}
