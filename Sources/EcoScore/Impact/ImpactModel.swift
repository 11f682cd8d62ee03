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
        let data = Quantity<Gigabyte>(bytes: Double(bytes))
        let terminal = Terminal(device, seconds: seconds, joules: joules, factors: factors)
        let network = AccessNetwork(kind: network, data: data)
        let dataCentre = DataCentre(data: data)
        return Indicators(
            ghg: greenhouseGas(terminal, network, dataCentre), water: water(terminal, network, dataCentre),
            land: land(terminal, network, dataCentre))
    }

    /// Greenhouse gas of network and data centre that is attributed to some bytes, in kgCO2e.
    func greenhouseGas(attributedTo bytes: Double) -> Estimate {
        let data = Quantity<Gigabyte>(bytes: bytes)
        let gas =
            AccessNetwork(kind: network, data: data).greenhouseGas(factors)
            + DataCentre(data: data).greenhouseGas(factors)
        return gas.estimate
    }

    private func greenhouseGas(_ terminal: Terminal, _ network: AccessNetwork, _ dataCentre: DataCentre) -> Indicator {
        let parts = ImpactParts(
            terminalUse: terminal.electricity * factors[FactorUse.electricityGHG],
            terminalManufacture: terminal.lifeShare * factors[FactorUse.makeGHG(device)],
            network: network.greenhouseGas(factors), dataCentre: dataCentre.greenhouseGas(factors))
        return parts.indicator(
            factors: ids(
                terminal.places + [
                    FactorUse.electricityGHG.place, FactorUse.makeGHG(device).place,
                    FactorUse.networkGHG(network.kind).place, FactorUse.dataCentreGHG.place,
                ]))
    }

    private func water(_ terminal: Terminal, _ network: AccessNetwork, _ dataCentre: DataCentre) -> Indicator {
        let ofElectricity = factors[FactorUse.electricityWater]
        let parts = ImpactParts(
            terminalUse: terminal.electricity * ofElectricity,
            terminalManufacture: terminal.lifeShare * factors[FactorUse.makeWater(device)],
            network: network.electricity(factors) * ofElectricity,
            dataCentre: dataCentre.electricity(factors) * ofElectricity + dataCentre.coolingWater(factors))
        return parts.indicator(
            factors: ids(
                terminal.places + [
                    FactorUse.electricityWater.place, FactorUse.makeWater(device).place,
                    FactorUse.networkEnergy(network.kind).place, FactorUse.dataCentreEnergy.place,
                    FactorUse.dataCentreWater.place,
                ]))
    }

    private func land(_ terminal: Terminal, _ network: AccessNetwork, _ dataCentre: DataCentre) -> Indicator {
        let ofElectricity = factors[FactorUse.electricityLand]
        let parts = ImpactParts(
            terminalUse: terminal.electricity * ofElectricity,
            terminalManufacture: terminal.lifeShare * factors[FactorUse.makeLand(device)],
            network: network.electricity(factors) * ofElectricity,
            dataCentre: dataCentre.electricity(factors) * ofElectricity)
        return parts.indicator(
            factors: ids(
                terminal.places + [
                    FactorUse.electricityLand.place, FactorUse.makeLand(device).place,
                    FactorUse.networkEnergy(network.kind).place, FactorUse.dataCentreEnergy.place,
                ]))
    }

    private func ids(_ places: [FactorPlace]) -> [String] {
        places.map { $0.id(electricity: factors.electricity) }
    }
}
