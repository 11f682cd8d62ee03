import Documents

/// An impact by life-cycle part, in one unit.
struct ImpactParts<Unit: UnitOfMeasure> {
    var terminalUse: Quantity<Unit>
    var terminalManufacture: Quantity<Unit>
    var network: Quantity<Unit>
    var dataCentre: Quantity<Unit>

    /// The indicator of a document, which names its unit and the identifiers, sorted, of the factors behind it.
    func indicator(factors: [String]) -> Indicator {
        Indicator(
            unit: Unit.symbol,
            parts: Indicator.Parts(
                terminalUse: terminalUse.estimate, terminalManufacture: terminalManufacture.estimate,
                network: network.estimate, dataCentre: dataCentre.estimate),
            factors: factors)
    }
}
