import Documents

/// The servers, attributed by bytes: a capture doesn't show their work.
struct DataCentre {
    /// Data exchanged.
    let data: Quantity<Gigabyte>

    /// Electricity while in use.
    func electricity(_ rates: ImpactRates) -> Quantity<KilowattHour> { data * rates.dataCentreEnergy }

    /// Greenhouse gas over the life cycle.
    func greenhouseGas(_ rates: ImpactRates) -> Quantity<KilogramCO2e> { data * rates.dataCentreGHG }

    /// Water that cools it.
    func coolingWater(_ rates: ImpactRates) -> Quantity<Litre> { electricity(rates) * rates.dataCentreWater }
}
