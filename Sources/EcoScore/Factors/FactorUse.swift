import Documents

/// A place in the impact model that takes a factor: the names it may have, and how a factor file writes its unit.
struct FactorPlace: Hashable {
    /// The identifier, where `*` stands for the electricity that a set is made for: `elec.*.ghg`.
    let pattern: String
    let unit: String

    /// The identifier of the factor in a set made for this electricity.
    func id(electricity: String) -> String {
        guard let star = pattern.utf8.firstIndex(of: UInt8(ascii: "*")) else { return pattern }
        return pattern[..<star] + electricity + pattern[pattern.utf8.index(after: star)...]
    }
}

/// A factor that the model uses, with the unit its formulas expect as a type.
struct TypedPlace<Unit: UnitOfMeasure> {
    let place: FactorPlace

    init(_ pattern: String) {
        place = FactorPlace(pattern: pattern, unit: Unit.symbol)
    }
}

/// Every factor that the impact model uses.
enum FactorUse {
    static let electricityGHG = TypedPlace<Per<KilogramCO2e, KilowattHour>>("elec.*.ghg")
    static let electricityWater = TypedPlace<Per<Litre, KilowattHour>>("elec.*.water")
    static let electricityLand = TypedPlace<Per<SquareMetreYear, KilowattHour>>("elec.*.land")
    static let dataCentreEnergy = TypedPlace<Per<KilowattHour, Gigabyte>>("dc.energy")
    static let dataCentreGHG = TypedPlace<Per<KilogramCO2e, Gigabyte>>("dc.ghg")
    /// Water that cools the data centre, per kWh of it.
    static let dataCentreWater = TypedPlace<Per<Litre, KilowattHour>>("dc.wue")

    /// Wi-Fi ends in a box on a fixed line and takes its figures.
    static func networkEnergy(_ kind: NetworkKind) -> TypedPlace<Per<KilowattHour, Gigabyte>> {
        TypedPlace("net.\(kind.isMobile ? "mobile" : "fixed").energy")
    }

    static func networkGHG(_ kind: NetworkKind) -> TypedPlace<Per<KilogramCO2e, Gigabyte>> {
        TypedPlace("net.\(kind.isMobile ? "mobile" : "fixed").ghg")
    }

    static func power(_ device: DeviceClass) -> TypedPlace<Watt> { terminal(device, "power") }
    static func activeHours(_ device: DeviceClass) -> TypedPlace<Hour> { terminal(device, "active_hours") }
    static func makeGHG(_ device: DeviceClass) -> TypedPlace<Per<KilogramCO2e, One>> { terminal(device, "make.ghg") }
    static func makeWater(_ device: DeviceClass) -> TypedPlace<Per<Litre, One>> { terminal(device, "make.water") }
    static func makeLand(_ device: DeviceClass) -> TypedPlace<Per<SquareMetreYear, One>> {
        terminal(device, "make.land")
    }

    /// Every place that some measurement can call for.
    static let all: [FactorPlace] =
        [
            electricityGHG.place, electricityWater.place, electricityLand.place, dataCentreEnergy.place,
            dataCentreGHG.place, dataCentreWater.place,
        ]
        + [NetworkKind.fixed, .mobile].flatMap { [networkEnergy($0).place, networkGHG($0).place] }
        + DeviceClass.allCases.flatMap {
            [
                power($0).place, activeHours($0).place, makeGHG($0).place, makeWater($0).place, makeLand($0).place,
            ]
        }

    private static func terminal<Unit>(_ device: DeviceClass, _ key: String) -> TypedPlace<Unit> {
        // A desktop computer isn't used without a screen: its factors count both.
        let name = device == .desktop ? "desktop_with_screen" : device.rawValue
        return TypedPlace("dev.\(name).\(key)")
    }
}
