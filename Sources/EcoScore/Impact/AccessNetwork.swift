import Documents

/// The network between terminal and data centre, attributed by bytes.
struct AccessNetwork {
    /// Data exchanged.
    let data: Quantity<Gigabyte>

    /// Electricity while in use.
    func electricity(_ rates: ImpactRates) -> Quantity<KilowattHour> { data * rates.networkEnergy }

    /// Greenhouse gas over the life cycle.
    func greenhouseGas(_ rates: ImpactRates) -> Quantity<KilogramCO2e> { data * rates.networkGHG }
}
