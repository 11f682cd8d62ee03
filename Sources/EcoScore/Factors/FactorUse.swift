import Documents

/// A place in the impact model that takes a factor: its identifier and the unit that the formula expects.
struct FactorUse: Hashable {
    let id: String
    let unit: String

    static let electricityGHG = FactorUse(id: "elec.fr.ghg", unit: "kgCO2e/kWh")
    static let electricityWater = FactorUse(id: "elec.fr.water", unit: "L/kWh")
    static let electricityLand = FactorUse(id: "elec.fr.land", unit: "m2.year/kWh")
    static let dataCentreEnergy = FactorUse(id: "dc.energy", unit: "kWh/GB")
    static let dataCentreGHG = FactorUse(id: "dc.ghg", unit: "kgCO2e/GB")
    /// Water that cools the data centre, per kWh of it.
    static let dataCentreWater = FactorUse(id: "dc.wue", unit: "L/kWh")

    /// Wi-Fi ends in a box on a fixed line and takes its figures.
    static func networkEnergy(_ kind: NetworkKind) -> FactorUse {
        FactorUse(id: "net.\(kind.isMobile ? "mobile" : "fixed").energy", unit: "kWh/GB")
    }

    static func networkGHG(_ kind: NetworkKind) -> FactorUse {
        FactorUse(id: "net.\(kind.isMobile ? "mobile" : "fixed").ghg", unit: "kgCO2e/GB")
    }

    static func power(_ device: DeviceClass) -> FactorUse { terminal(device, "power", "W") }
    static func activeHours(_ device: DeviceClass) -> FactorUse { terminal(device, "active_hours", "h") }
    static func makeGHG(_ device: DeviceClass) -> FactorUse { terminal(device, "make.ghg", "kgCO2e/unit") }
    static func makeWater(_ device: DeviceClass) -> FactorUse { terminal(device, "make.water", "L/unit") }
    static func makeLand(_ device: DeviceClass) -> FactorUse { terminal(device, "make.land", "m2.year/unit") }

    /// Every factor that some measurement can call for.
    static let all: [FactorUse] =
        [electricityGHG, electricityWater, electricityLand, dataCentreEnergy, dataCentreGHG, dataCentreWater]
        + [NetworkKind.fixed, .mobile].flatMap { [networkEnergy($0), networkGHG($0)] }
        + DeviceClass.allCases.flatMap {
            [power($0), activeHours($0), makeGHG($0), makeWater($0), makeLand($0)]
        }

    private static func terminal(_ device: DeviceClass, _ key: String, _ unit: String) -> FactorUse {
        // A desktop computer isn't used without a screen: its factors count both.
        let name = device == .desktop ? "desktop_with_screen" : device.rawValue
        return FactorUse(id: "dev.\(name).\(key)", unit: unit)
    }
}
