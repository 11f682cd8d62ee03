import Documents

/// From data, time and energy to greenhouse gas, water and land, by life-cycle part.
///
/// Water and land of the manufacture of networks and data centres are not counted: no source was found.
struct ImpactModel {
    let factors: FactorSet
    let device: DeviceClass
    let network: NetworkKind

    /// The indicators of some use.
    ///
    /// - Parameters:
    ///   - bytes: data exchanged, both ways.
    ///   - seconds: time that the terminal was in use.
    ///   - joules: the terminal's measured energy, if it was measured.
    /// - Returns: the three indicators, by life-cycle part.
    func indicators(bytes: Int, seconds: Double, joules: Double?) -> Indicators {
        let gigabytes = Double(bytes) / 1e9
        let terminal = Terminal(device, seconds: seconds, joules: joules, factors: factors)
        let network = AccessNetwork(kind: network, gigabytes: gigabytes)
        let dataCentre = DataCentre(gigabytes: gigabytes)
        return Indicators(
            ghg: greenhouseGas(terminal, network, dataCentre), water: water(terminal, network, dataCentre),
            land: land(terminal, network, dataCentre))
    }

    /// Greenhouse gas of network and data centre that is attributed to some bytes, in kgCO2e.
    func greenhouseGas(attributedTo bytes: Double) -> Estimate {
        let gigabytes = bytes / 1e9
        return AccessNetwork(kind: network, gigabytes: gigabytes).greenhouseGas(factors)
            + DataCentre(gigabytes: gigabytes).greenhouseGas(factors)
    }

    private func greenhouseGas(
        _ terminal: Terminal, _ network: AccessNetwork, _ dataCentre: DataCentre
    ) -> Indicator {
        let parts = Indicator.Parts(
            terminalUse: terminal.electricity * factors[.electricityGHG],
            terminalManufacture: terminal.lifeShare * factors[.makeGHG(device)],
            network: network.greenhouseGas(factors), dataCentre: dataCentre.greenhouseGas(factors))
        return indicator(
            "kgCO2e", parts, terminal,
            [.electricityGHG, .makeGHG(device), .networkGHG(network.kind), .dataCentreGHG])
    }

    private func water(_ terminal: Terminal, _ network: AccessNetwork, _ dataCentre: DataCentre) -> Indicator {
        let perKilowattHour = factors[.electricityWater]
        let parts = Indicator.Parts(
            terminalUse: terminal.electricity * perKilowattHour,
            terminalManufacture: terminal.lifeShare * factors[.makeWater(device)],
            network: network.electricity(factors) * perKilowattHour,
            dataCentre: dataCentre.electricity(factors) * perKilowattHour + dataCentre.coolingWater(factors))
        return indicator(
            "L", parts, terminal,
            [
                .electricityWater, .makeWater(device), .networkEnergy(network.kind), .dataCentreEnergy,
                .dataCentreWater,
            ])
    }

    private func land(_ terminal: Terminal, _ network: AccessNetwork, _ dataCentre: DataCentre) -> Indicator {
        let perKilowattHour = factors[.electricityLand]
        let parts = Indicator.Parts(
            terminalUse: terminal.electricity * perKilowattHour,
            terminalManufacture: terminal.lifeShare * factors[.makeLand(device)],
            network: network.electricity(factors) * perKilowattHour,
            dataCentre: dataCentre.electricity(factors) * perKilowattHour)
        return indicator(
            "m2.year", parts, terminal,
            [.electricityLand, .makeLand(device), .networkEnergy(network.kind), .dataCentreEnergy])
    }

    private func indicator(
        _ unit: String, _ parts: Indicator.Parts, _ terminal: Terminal, _ uses: [FactorUse]
    ) -> Indicator {
        Indicator(unit: unit, parts: parts, factors: (uses + terminal.uses).map(\.id).sorted())
    }
}
