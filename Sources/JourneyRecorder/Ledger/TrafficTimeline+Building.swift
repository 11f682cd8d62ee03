import Documents
import TrafficMeter

extension TrafficTimeline {
    /// What flows carried over time, by whose traffic it is; `nil` if nothing with a time was measured.
    ///
    /// - Parameters:
    ///   - meter: the flows.
    ///   - ends: which end is the device.
    ///   - parties: whose each flow is.
    init?(_ meter: Meter, _ ends: DeviceEnds, _ parties: [Party?]) {
        guard let scale = meter.binScale else { return nil }
        let bins = meter.binRange
        let order: [Party?] = [.first, .third, .unknown, .background, nil]
        let empty = [Int](repeating: 0, count: bins.count)
        var series = order.map { Series(party: $0, up: empty, down: empty) }
        meter.forEachBin { cell in
            let bin = cell.bin - bins.lowerBound
            let isUpFromA = ends.isUpFromA(meter.flows[cell.flow])
            guard let place = order.firstIndex(of: parties[cell.flow]) else { return }
            series[place].up[bin] += isUpFromA ? cell.aToB : cell.bToA
            series[place].down[bin] += isUpFromA ? cell.bToA : cell.aToB
        }
        let (distance, _) = Int64(bins.lowerBound).multipliedReportingOverflow(by: scale.width)
        self.init(
            start: Timestamp(nanoseconds: scale.origin &+ distance), binSeconds: Double(scale.width) / 1e9,
            series: series.filter { $0.up.contains { $0 != 0 } || $0.down.contains { $0 != 0 } })
    }
}
