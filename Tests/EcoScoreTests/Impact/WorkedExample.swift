import Documents
import Testing

/// A use and its impacts, computed by a program in Python from the factors and formulas of the method.
struct WorkedExample: CustomTestStringConvertible {
    typealias Range = (low: Double, central: Double, high: Double)

    let device: DeviceClass
    let network: NetworkKind
    let bytes: Int
    let seconds: Double
    let wattHours: Double?
    /// In kgCO2e.
    let ghg: Range
    /// In L.
    let water: Range
    /// In m2.year.
    let land: Range

    var testDescription: String { "\(device), \(network), \(bytes) bytes, \(seconds) s, \(wattHours ?? 0) Wh" }

    static let all: [WorkedExample] = [
        WorkedExample(
            device: .smartphone, network: .fixed, bytes: 3_130_000, seconds: 60, wattHours: nil,
            ghg: (8.410600076103502e-05, 0.0004504939619482496, 0.000752655505327245),
            water: (0.0034378758663115173, 0.04980277892800609, 0.08356381835778792),
            land: (2.3325920061643837e-05, 0.0001152326391415525, 0.00011858306074155251)),
        WorkedExample(
            device: .smartphone, network: .mobile, bytes: 3_130_000, seconds: 60, wattHours: nil,
            ghg: (0.00010038200076103502, 0.0005431419619482496, 0.000846868505327245),
            water: (0.003574030866311517, 0.04998463192800608, 0.08411970635778793),
            land: (2.3807001061643836e-05, 0.0001159162311415525, 0.00012097688474155251)),
        WorkedExample(
            device: .smartphone, network: .fixed, bytes: 9_010_000, seconds: 60, wattHours: nil,
            ghg: (9.880600076103501e-05, 0.0006163099619482496, 0.001156611505327245),
            water: (0.003689245866311517, 0.050407066528006084, 0.08545623755778792),
            land: (2.4214094061643835e-05, 0.0001171589271415525, 0.00012600315034155251)),
        WorkedExample(
            device: .laptop, network: .fixed, bytes: 2_000_000, seconds: 30, wattHours: nil,
            ghg: (0.00010553205098934551, 0.00017460508447488587, 0.00029885347539320144),
            water: (0.004103571410451548, 0.004356639641226353, 0.033236118863521055),
            land: (1.825833351090817e-05, 3.681856464448793e-05, 4.94629602435312e-05)),
        WorkedExample(
            device: .laptop, network: .fixed, bytes: 2_000_000, seconds: 30, wattHours: 0.1,
            ghg: (0.0001060645509893455, 0.00017497325114155252, 0.00029068680872653476),
            water: (0.004122321410451548, 0.00436355630789302, 0.03305111886352106),
            land: (1.832458351090817e-05, 3.684456464448793e-05, 4.866629357686454e-05)),
        WorkedExample(
            device: .tablet, network: .mobile, bytes: 5_000_000, seconds: 120, wattHours: nil,
            ghg: (0.0002661325300186031, 0.0008501645912154817, 0.0012442139595564253),
            water: (0.007743802849653307, 0.07639055551569181, 0.12862677744437195),
            land: (5.270108384069e-05, 0.00017746085888236573, 0.0001872711255490324)),
        WorkedExample(
            device: .smartphone, network: .fixed, bytes: 0, seconds: 60, wattHours: nil,
            ghg: (7.628100076103502e-05, 0.0003622279619482496, 0.000537624505327245),
            water: (0.0033040683663115174, 0.04948110882800608, 0.08255645915778792),
            land: (2.2853133561643837e-05, 0.00011420725114155251, 0.00011463325114155251)),
        WorkedExample(
            device: .smartphone, network: .mobile, bytes: 1_000_000_000, seconds: 0, wattHours: nil,
            ghg: (0.0077, 0.0578, 0.0988),
            water: (0.08625, 0.16086999999999999, 0.4994400000000001),
            land: (0.00030474999999999995, 0.0005459999999999999, 0.0020267200000000005)),
    ]
}
