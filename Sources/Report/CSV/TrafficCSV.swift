public import Documents

/// The traffic of a measurement in long format (RFC 4180): one line for each section and each thing that it is counted by.
///
/// `section` is `all`, `step` or `outside`; `by` is `total`, `without-background`, `host`, `party`, `purpose`, `transport`, `ip-version`,
/// `app`, `other-ip`, `non-ip` or `opening` (IP bytes both ways, as `down_ip_bytes`, before the first data of TLS and QUIC).
public enum TrafficCSV {
    private static let header =
        ["section", "step", "iteration", "by", "key"]
        + ["up", "down"].flatMap { direction in
            ["packets", "wire_bytes", "ip_bytes", "payload_bytes", "unique_payload_bytes"].map { "\(direction)_\($0)" }
        } + ["flows", "connections"]

    /// All lines, the header first.
    public static func text(_ measurement: JourneyMeasurement) -> String {
        var text = CSVRecord.line(header) + lines(of: measurement.whole, in: ["all", "", ""])
        for step in measurement.steps {
            let section = Section(
                traffic: step.traffic, hosts: step.hosts, otherIP: step.otherIP, nonIP: step.nonIP,
                withoutBackground: step.withoutBackground, breakdown: step.breakdown)
            text += lines(of: section, in: ["step", CSVRecord.plain(step.id), String(step.iteration)])
        }
        return text + lines(of: measurement.outside, in: ["outside", "", ""])
    }

    private static func lines(of section: Section, in place: [String]) -> String {
        func line(_ by: String, _ key: String, _ traffic: Traffic, _ flows: Int?, _ connections: Int?) -> String {
            CSVRecord.line(
                place + [by, CSVRecord.plain(key)]
                    + [traffic.up, traffic.down].flatMap {
                        [$0.packets, $0.wireBytes, $0.ipBytes, $0.payloadBytes, $0.uniquePayloadBytes].map(String.init)
                    } + [flows.map(String.init) ?? "", connections.map(String.init) ?? ""])
        }
        var text = line("total", "", section.traffic, nil, nil)
        if let rest = section.withoutBackground { text += line("without-background", "", rest, nil, nil) }
        for host in section.hosts { text += line("host", host.name, host.traffic, host.flows, host.connections) }
        if let breakdown = section.breakdown {
            let groups = [
                ("party", breakdown.parties), ("purpose", breakdown.purposes), ("transport", breakdown.transports),
                ("ip-version", breakdown.ipVersions), ("app", breakdown.apps ?? []),
            ]
            for (by, groups) in groups {
                for group in groups { text += line(by, group.key, group.traffic, group.flows, group.connections) }
            }
            let opening = Traffic(down: TrafficCounts(ipBytes: breakdown.openingBytes))
            text += line("opening", "", opening, nil, nil)
        }
        return text + line("other-ip", "", section.otherIP, nil, nil) + line("non-ip", "", section.nonIP, nil, nil)
    }
}
