public import Documents

/// Sums that should be equal and are not: a fault of this program, never of its input.
public struct ConservationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was compared.
    public var what: String
    /// The figures that differ.
    public var found: TrafficCounts
    /// What they should be.
    public var expected: TrafficCounts

    /// The sentence for a person.
    public var description: String {
        "internal error: \(what) add up to \(found), expected \(expected); please report this with the capture's format "
            + "and tool, not its content"
    }
}

extension JourneyMeasurement {
    /// Checks that every packet was counted once: steps + outside + what was left out = totals, the kinds of each section = its traffic,
    /// and the parts of each breakdown = its hosts.
    func checkConservation() throws(ConservationError) {
        let all = TrafficCounts(
            packets: totals.packets, wireBytes: totals.wireBytes, ipBytes: totals.ipBytes,
            payloadBytes: totals.payloadBytes)
        let leftOut = selection?.leftOut ?? .zero
        try Self.check("steps, outside and left out", measured.both + leftOut, equal: all, unique: false)
        try Self.check(
            "hosts, other IP, non-IP and left out",
            hosts.reduce(otherIP.both + nonIP.both + leftOut) { $0 + $1.traffic.both }, equal: all, unique: false)
        let sections = steps.map {
            Section(
                traffic: $0.traffic, hosts: $0.hosts, otherIP: $0.otherIP, nonIP: $0.nonIP, breakdown: $0.breakdown)
        }
        for section in sections + [outside, whole] {
            try Self.check(
                "the kinds of a section",
                section.hosts.reduce(section.otherIP.both + section.nonIP.both) { $0 + $1.traffic.both },
                equal: section.traffic.both, unique: true)
            guard let breakdown = section.breakdown else { continue }
            let hosts = section.hosts.reduce(TrafficCounts.zero) { $0 + $1.traffic.both }
            let groups = [breakdown.parties, breakdown.purposes, breakdown.transports, breakdown.ipVersions]
            for group in groups + [breakdown.apps].compactMap({ $0 }) {
                try Self.check(
                    "the parts of a breakdown", group.reduce(TrafficCounts.zero) { $0 + $1.traffic.both },
                    equal: hosts, unique: true)
            }
        }
    }

    /// Totals don't carry unique payload, which then isn't compared.
    private static func check(
        _ what: String, _ found: TrafficCounts, equal expected: TrafficCounts, unique: Bool
    ) throws(ConservationError) {
        var expected = expected
        if !unique { expected.uniquePayloadBytes = found.uniquePayloadBytes }
        if found != expected { throw ConservationError(what: what, found: found, expected: expected) }
    }
}
