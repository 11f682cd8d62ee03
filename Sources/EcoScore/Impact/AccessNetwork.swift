import Documents

/// The network between terminal and data centre, attributed by bytes.
struct AccessNetwork {
    let kind: NetworkKind
    /// Data exchanged.
    let data: Quantity<Gigabyte>

    /// Electricity while in use.
    func electricity(_ factors: FactorSet) -> Quantity<KilowattHour> {
        data * factors[FactorUse.networkEnergy(kind)]
    }

    /// Greenhouse gas over the life cycle.
    func greenhouseGas(_ factors: FactorSet) -> Quantity<KilogramCO2e> {
        data * factors[FactorUse.networkGHG(kind)]
    }
}
