import Documents

/// The servers, attributed by bytes: a capture doesn't show their work.
struct DataCentre {
    /// Data exchanged.
    let data: Quantity<Gigabyte>

    /// Electricity while in use.
    func electricity(_ factors: FactorSet) -> Quantity<KilowattHour> {
        data * factors[FactorUse.dataCentreEnergy]
    }

    /// Greenhouse gas over the life cycle.
    func greenhouseGas(_ factors: FactorSet) -> Quantity<KilogramCO2e> {
        data * factors[FactorUse.dataCentreGHG]
    }

    /// Water that cools it.
    func coolingWater(_ factors: FactorSet) -> Quantity<Litre> {
        electricity(factors) * factors[FactorUse.dataCentreWater]
    }
}
