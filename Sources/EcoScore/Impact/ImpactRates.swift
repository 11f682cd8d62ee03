import Documents

/// The factors that the model takes for one device on one network, looked up once, with their identifiers by indicator.
struct ImpactRates {
    let power: Quantity<Watt>
    let activeHours: Quantity<Hour>
    let electricityGHG: Quantity<Per<KilogramCO2e, KilowattHour>>
    let electricityWater: Quantity<Per<Litre, KilowattHour>>
    let electricityLand: Quantity<Per<SquareMetreYear, KilowattHour>>
    let makeGHG: Quantity<Per<KilogramCO2e, One>>
    let makeWater: Quantity<Per<Litre, One>>
    let makeLand: Quantity<Per<SquareMetreYear, One>>
    let networkEnergy: Quantity<Per<KilowattHour, Gigabyte>>
    let networkGHG: Quantity<Per<KilogramCO2e, Gigabyte>>
    let dataCentreEnergy: Quantity<Per<KilowattHour, Gigabyte>>
    let dataCentreGHG: Quantity<Per<KilogramCO2e, Gigabyte>>
    let dataCentreWater: Quantity<Per<Litre, KilowattHour>>
    /// Identifiers behind each indicator, sorted: where the terminal's energy is measured, and where its power stands in.
    let ghg: Identifiers
    let water: Identifiers
    let land: Identifiers

    /// Identifiers of factors.
    struct Identifiers {
        let measured: [String]
        let modelled: [String]

        init(_ places: [FactorPlace], power: FactorPlace, _ electricity: String) {
            measured = places.map { $0.id(electricity: electricity) }.sorted()
            modelled = (places + [power]).map { $0.id(electricity: electricity) }.sorted()
        }
    }

    init(_ factors: FactorSet, _ device: DeviceClass, _ network: NetworkKind) {
        power = factors[FactorUse.power(device)]
        activeHours = factors[FactorUse.activeHours(device)]
        electricityGHG = factors[FactorUse.electricityGHG]
        electricityWater = factors[FactorUse.electricityWater]
        electricityLand = factors[FactorUse.electricityLand]
        makeGHG = factors[FactorUse.makeGHG(device)]
        makeWater = factors[FactorUse.makeWater(device)]
        makeLand = factors[FactorUse.makeLand(device)]
        networkEnergy = factors[FactorUse.networkEnergy(network)]
        networkGHG = factors[FactorUse.networkGHG(network)]
        dataCentreEnergy = factors[FactorUse.dataCentreEnergy]
        dataCentreGHG = factors[FactorUse.dataCentreGHG]
        dataCentreWater = factors[FactorUse.dataCentreWater]
        let (life, power) = (FactorUse.activeHours(device).place, FactorUse.power(device).place)
        let energies = [FactorUse.networkEnergy(network).place, FactorUse.dataCentreEnergy.place]
        func identifiers(_ places: [FactorPlace]) -> Identifiers {
            Identifiers([life] + places, power: power, factors.electricity)
        }
        ghg = identifiers([
            FactorUse.electricityGHG.place, FactorUse.makeGHG(device).place, FactorUse.networkGHG(network).place,
            FactorUse.dataCentreGHG.place,
        ])
        water = identifiers(
            [FactorUse.electricityWater.place, FactorUse.makeWater(device).place, FactorUse.dataCentreWater.place]
                + energies)
        land = identifiers([FactorUse.electricityLand.place, FactorUse.makeLand(device).place] + energies)
    }
}
