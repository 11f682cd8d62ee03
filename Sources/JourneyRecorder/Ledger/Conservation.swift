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
    /// Checks that every packet was counted once: steps + outside = totals, and the kinds of each section = its traffic.
    func checkConservation() throws(ConservationError) {
        let all = TrafficCounts(
            packets: totals.packets, wireBytes: totals.wireBytes, ipBytes: totals.ipBytes,
            payloadBytes: totals.payloadBytes)
        try Self.check(
            "steps and outside", steps.reduce(outside.traffic.both) { $0 + $1.traffic.both }, equal: all, unique: false)
        try Self.check(
            "hosts, other IP and non-IP", hosts.reduce(otherIP.both + nonIP.both) { $0 + $1.traffic.both }, equal: all,
            unique: false)
        let sections = steps.map { Section(traffic: $0.traffic, hosts: $0.hosts, otherIP: $0.otherIP, nonIP: $0.nonIP) }
        for section in sections + [outside] {
            try Self.check(
                "the kinds of a section",
                section.hosts.reduce(section.otherIP.both + section.nonIP.both) { $0 + $1.traffic.both },
                equal: section.traffic.both, unique: true)
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
