/// GreenFrame's energy model (marmelab/greenframe-cli@f82571d1, src/model/stat-tools/getWh.ts and getConsumption.ts).
///
/// The overhead of a data centre (PUE) applies to processor, memory and disk of servers, neither to the network nor to the screen.
/// The network's figure counts data once: where both ends are measured, each has half of it.
struct GreenFrameModel: Hashable, Sendable {
    /// What a container, or the user's device, used.
    struct Usage: Hashable, Sendable {
        /// Time that a whole processor would have been busy.
        var processorSeconds = 0.0
        /// Held on average.
        var memoryGigabytes = 0.0
        /// Read and written.
        var diskGigabytes = 0.0
        /// Received and sent.
        var networkGigabytes = 0.0
        /// Time that the screen was lit.
        var screenSeconds = 0.0
        /// How long it was observed.
        var seconds = 0.0
    }

    /// Wh or gCO2e, by what took them.
    struct Parts: Hashable, Sendable {
        let processor, memory, disk, network, screen: Double

        var total: Double { processor + memory + disk + network + screen }
    }

    private let processorWatts, memoryWattsPerGigabyte, diskWattHoursPerGigabyte: Double
    private let networkWattHoursPerGigabyte, screenWatts, serverOverhead: Double
    /// gCO2e a kWh.
    private let grid: Double

    init(_ constants: inout ModelConstants) throws(FactorError) {
        processorWatts = try constants.take("greenframe.processor", "W")
        memoryWattsPerGigabyte = try constants.take("greenframe.memory", "W/GB")
        diskWattHoursPerGigabyte = try constants.take("greenframe.disk", "Wh/GB")
        networkWattHoursPerGigabyte = try constants.take("greenframe.network", "Wh/GB")
        screenWatts = try constants.take("greenframe.screen", "W")
        serverOverhead = try constants.take("greenframe.pue", "ratio")
        grid = try constants.take("greenframe.grid", "gCO2e/kWh")
    }

    /// Electricity in Wh.
    ///
    /// - Parameters:
    ///   - usage: what was used.
    ///   - isServer: whether it ran in a data centre, and not on the user's device.
    ///   - isOneOfSeveral: whether the other end of its traffic is measured as well.
    /// - Returns: Wh by what took them.
    func wattHours(of usage: Usage, isServer: Bool = false, isOneOfSeveral: Bool = false) -> Parts {
        let overhead = isServer ? serverOverhead : 1
        return Parts(
            processor: overhead * usage.processorSeconds * processorWatts / 3600,
            memory: overhead * usage.memoryGigabytes * memoryWattsPerGigabyte * usage.seconds / 3600,
            disk: overhead * usage.diskGigabytes * diskWattHoursPerGigabyte,
            network: usage.networkGigabytes * networkWattHoursPerGigabyte / (isOneOfSeveral ? 2 : 1),
            screen: usage.screenSeconds * screenWatts / 3600)
    }

    /// Emissions of some electricity, in gCO2e.
    func grams(_ wattHours: Parts) -> Parts {
        func grams(_ wattHours: Double) -> Double { wattHours * grid / 1000 }
        return Parts(
            processor: grams(wattHours.processor), memory: grams(wattHours.memory), disk: grams(wattHours.disk),
            network: grams(wattHours.network), screen: grams(wattHours.screen))
    }

    /// The standard error of repeated runs, in percent of a mean: the deviation of a sample over the root of its size.
    ///
    /// - Returns: `nil` for less than two runs, or a mean of nothing.
    static func standardErrorPercent(_ totals: [Double], mean: Double) -> Double? {
        guard totals.count > 1, mean != 0 else { return nil }
        let count = Double(totals.count)
        let own = totals.reduce(0, +) / count
        let variance = totals.reduce(0) { $0 + ($1 - own) * ($1 - own) } / (count - 1)
        return variance.squareRoot() / count.squareRoot() * 100 / mean
    }
}
