/// The Shift Project's model of 2018 as co2.js computes it (thegreenwebfoundation/co2.js@27cbe832, src/1byte.js).
///
/// With ordinary hosting one grid figure, that of data centres, is applied to everything. With green hosting the network
/// has a grid figure of its own and the data centre counts nothing.
struct OneByteModel: Hashable, Sendable {
    /// The network that the data went over; co2.js always takes the mean of the three.
    enum Network: CaseIterable, Sendable {
        case mean, wired, wifi, mobile
    }

    /// kWh a byte.
    private let dataCentre, wired, wifi, mobile: Double
    /// gCO2e a kWh.
    private let grid, greenNetworkGrid, greenDataCentreGrid: Double

    init(_ constants: inout ModelConstants) throws(FactorError) {
        dataCentre = try constants.take("onebyte.dataCentre", "kWh/byte")
        wired = try constants.take("onebyte.network.wired", "kWh/byte")
        wifi = try constants.take("onebyte.network.wifi", "kWh/byte")
        mobile = try constants.take("onebyte.network.mobile", "kWh/byte")
        grid = try constants.take("onebyte.grid", "gCO2e/kWh")
        greenNetworkGrid = try constants.take("onebyte.grid.greenHosting.network", "gCO2e/kWh")
        greenDataCentreGrid = try constants.take("onebyte.grid.greenHosting.dataCentre", "gCO2e/kWh")
    }

    /// Electricity of the network, in kWh a byte.
    func energyPerByte(_ network: Network) -> Double {
        switch network {
        case .mean: (wired + wifi + mobile) / 3
        case .wired: wired
        case .wifi: wifi
        case .mobile: mobile
        }
    }

    /// Emissions in gCO2e; less than a byte is nothing.
    func grams(bytes: Double, greenHosting: Bool = false, network: Network = .mean) -> Double {
        guard bytes >= 1 else { return 0 }
        let network = bytes * energyPerByte(network)
        let dataCentre = bytes * self.dataCentre
        return greenHosting
            ? dataCentre * greenDataCentreGrid + network * greenNetworkGrid : (dataCentre + network) * grid
    }
}
