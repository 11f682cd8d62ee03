import Documents

/// The servers, attributed by bytes: a capture doesn't show their work.
struct DataCentre {
    /// Data exchanged, in GB of 10^9 bytes.
    let gigabytes: Double

    /// Electricity in kWh.
    func electricity(_ factors: FactorSet) -> Estimate {
        gigabytes * factors[FactorUse.dataCentreEnergy]
    }

    /// Greenhouse gas over the life cycle, in kgCO2e.
    func greenhouseGas(_ factors: FactorSet) -> Estimate {
        gigabytes * factors[FactorUse.dataCentreGHG]
    }

    /// Water that cools it, in L.
    func coolingWater(_ factors: FactorSet) -> Estimate {
        electricity(factors) * factors[FactorUse.dataCentreWater]
    }
}
