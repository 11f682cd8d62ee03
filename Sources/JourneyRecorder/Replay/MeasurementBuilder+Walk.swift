import Documents
import TrafficMeter

extension MeasurementBuilder {
    /// From this part of the steps' bytes on, what the device exchanges at rest is said to be much of them.
    static let heavyRest = 0.1
    /// Shorter steps than this, in seconds, are said to be too short: a person's mark is off by tenths of a second.
    static let shortestStep = 1.0
    /// How many hosts a sentence names.
    private static let namedHosts = 3

    /// What the walk itself leaves in doubt: traffic at rest, steps too short, hosts that nobody expects.
    func walkCaveats(_ steps: [Step], _ baseline: Baseline?) -> [Caveat] {
        let walked = steps.filter { $0.type != .baseline && $0.type != .reference }
        return restCaveats(walked, baseline) + walked.compactMap(shortnessCaveat) + hostCaveats(walked)
    }

    private func restCaveats(_ steps: [Step], _ baseline: Baseline?) -> [Caveat] {
        let exchanged = steps.reduce(0.0) { $0 + Double($1.traffic.both.ipBytes) }
        let seconds = steps.reduce(0) { $0 + $1.seconds }
        guard let expected = baseline?.bytes(inSeconds: seconds), exchanged > 0, expected > Self.heavyRest * exchanged
        else { return [] }
        let percent = Int(min(1000, (expected / exchanged * 100).rounded()))
        return [
            Caveat(
                .restTrafficHeavy,
                "at rest the device would exchange \(percent) % of what the steps exchanged; close other apps, stop "
                    + "synchronisation and updates, and measure again",
                count: Int(exactly: expected.rounded()))
        ]
    }

    private func shortnessCaveat(_ step: Step) -> Caveat? {
        // A step that no marker ended, and begins after the last packet, lies outside the capture, which is said already.
        if let last = meter.totals.last, step.start > last { return nil }
        let name = step.iteration == 1 ? "'\(step.id)'" : "'\(step.id)' (iteration \(step.iteration))"
        // The coarsest clock decides, where there are several.
        if let unit = interfaces.compactMap(\.clockNanoseconds).max(),
            step.end.nanoseconds &- step.start.nanoseconds < unit
        {
            return Caveat(
                .markersTooClose,
                "the markers around the step \(name) are closer than the capture's clock tells apart (\(unit) ns); mark "
                    + "each step as it begins, or capture with finer times",
                step: step.id)
        }
        guard step.seconds < Self.shortestStep, step.type != .pause else { return nil }
        return Caveat(
            .stepTooShort,
            "the step \(name) lasts less than a second, so that the moment of the marker decides what is in it; join it "
                + "with its neighbour, or wait until the app is quiet",
            step: step.id)
    }

    /// Third parties without a known operator, where the journey says who is first.
    private func hostCaveats(_ steps: [Step]) -> [Caveat] {
        var bytes: [String: Int] = [:]
        for host in steps.flatMap(\.hosts) where host.party == .third && host.operator == nil {
            guard host.name != HostTraffic.otherHosts else { continue }
            bytes[host.domain ?? host.name, default: 0] += host.traffic.both.ipBytes
        }
        guard !bytes.isEmpty else { return [] }
        let names = bytes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let others = names.count - Self.namedHosts
        let list = names.prefix(Self.namedHosts).joined(separator: ", ") + (others > 0 ? " and \(others) more" : "")
        return [
            Caveat(
                .hostsUnexpected,
                "the journey doesn't declare \(list), and nothing is known of their operators; declare what is yours or the "
                    + "device's (hosts: first_party, background), and close other apps if it is neither",
                count: names.count)
        ]
    }
}
