import Documents

/// From data, time and energy to greenhouse gas, water and land, by life-cycle part.
///
/// Water and land of the manufacture of networks and data centres are not counted: no source was found.
struct ImpactModel {
    let device: DeviceClass
    private let rates: ImpactRates

    init(factors: FactorSet, device: DeviceClass, network: NetworkKind) {
        self.device = device
        rates = ImpactRates(factors, device, network)
    }

    /// The indicators of some use.
    ///
    /// - Parameters:
    ///   - bytes: data exchanged, both ways.
    ///   - seconds: time that the terminal was in use.
    ///   - joules: the terminal's measured energy, if it was measured.
    /// - Returns: the three indicators, by life-cycle part.
    func indicators(bytes: Int, seconds: Double, joules: Double?) -> Indicators {
        let data = Quantity<Gigabyte>(bytes: Double(bytes))
        let terminal = Terminal(seconds: seconds, joules: joules, rates: rates)
        let network = AccessNetwork(data: data)
        let dataCentre = DataCentre(data: data)
        return Indicators(
            ghg: greenhouseGas(terminal, network, dataCentre), water: water(terminal, network, dataCentre),
            land: land(terminal, network, dataCentre))
    }

    private func greenhouseGas(_ terminal: Terminal, _ network: AccessNetwork, _ dataCentre: DataCentre) -> Indicator {
        ImpactParts(
            terminalUse: terminal.electricity * rates.electricityGHG,
            terminalManufacture: terminal.lifeShare * rates.makeGHG,
            network: network.greenhouseGas(rates), dataCentre: dataCentre.greenhouseGas(rates)
        ).indicator(factors: terminal.isMeasured ? rates.ghg.measured : rates.ghg.modelled)
    }

    private func water(_ terminal: Terminal, _ network: AccessNetwork, _ dataCentre: DataCentre) -> Indicator {
        let ofElectricity = rates.electricityWater
        return ImpactParts(
            terminalUse: terminal.electricity * ofElectricity,
            terminalManufacture: terminal.lifeShare * rates.makeWater,
            network: network.electricity(rates) * ofElectricity,
            dataCentre: dataCentre.electricity(rates) * ofElectricity + dataCentre.coolingWater(rates)
        ).indicator(factors: terminal.isMeasured ? rates.water.measured : rates.water.modelled)
    }

    private func land(_ terminal: Terminal, _ network: AccessNetwork, _ dataCentre: DataCentre) -> Indicator {
        let ofElectricity = rates.electricityLand
        return ImpactParts(
            terminalUse: terminal.electricity * ofElectricity,
            terminalManufacture: terminal.lifeShare * rates.makeLand,
            network: network.electricity(rates) * ofElectricity,
            dataCentre: dataCentre.electricity(rates) * ofElectricity
        ).indicator(factors: terminal.isMeasured ? rates.land.measured : rates.land.modelled)
    }
}
