import Documents

/// The network between terminal and data centre, attributed by bytes.
struct AccessNetwork {
    let kind: NetworkKind
    /// Data exchanged, in GB of 10^9 bytes.
    let gigabytes: Double

    /// Electricity in kWh.
    func electricity(_ factors: FactorSet) -> Estimate {
        gigabytes * factors[FactorUse.networkEnergy(kind)]
    }

    /// Greenhouse gas over the life cycle, in kgCO2e.
    func greenhouseGas(_ factors: FactorSet) -> Estimate {
        gigabytes * factors[FactorUse.networkGHG(kind)]
    }
}
