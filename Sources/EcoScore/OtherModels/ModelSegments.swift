/// A figure for each part of the system, in the division that the Sustainable Web Design Model makes: energy (kWh),
/// emissions (gCO2e), a grid's intensity (gCO2e/kWh) or shares, as whatever holds it says.
struct ModelSegments: Hashable, Sendable {
    var dataCentre: Double
    var network: Double
    var device: Double
    /// Manufacture, where the model has it as a part of its own (version 3); else nothing.
    var production = 0.0

    var total: Double { dataCentre + network + device + production }

    /// The same figure for every part.
    static func everywhere(_ value: Double) -> ModelSegments {
        ModelSegments(dataCentre: value, network: value, device: value, production: value)
    }

    static func + (lhs: ModelSegments, rhs: ModelSegments) -> ModelSegments {
        ModelSegments(
            dataCentre: lhs.dataCentre + rhs.dataCentre, network: lhs.network + rhs.network,
            device: lhs.device + rhs.device, production: lhs.production + rhs.production)
    }

    /// The product part by part.
    static func * (lhs: ModelSegments, rhs: ModelSegments) -> ModelSegments {
        ModelSegments(
            dataCentre: lhs.dataCentre * rhs.dataCentre, network: lhs.network * rhs.network,
            device: lhs.device * rhs.device, production: lhs.production * rhs.production)
    }

    static func * (lhs: Double, rhs: ModelSegments) -> ModelSegments { .everywhere(lhs) * rhs }
}
