public import Documents

/// A run as a table (RFC 4180): one line for each step and host, and for what has no host.
///
/// Over all lines, every figure adds up to the measurement's totals, less what a selection left out.
public enum StepHostTable {
    private static let figures = ["packets", "wire_bytes", "ip_bytes", "payload_bytes", "unique_payload_bytes"]
    private static let header =
        ["step", "iteration", "title", "start", "end", "seconds", "kind", "host", "name_source", "party", "purpose"]
        + ["domain", "operator"] + ["up", "down"].flatMap { way in figures.map { "\(way)_\($0)" } }
        + ["flows", "connections"]

    /// All lines, the header first.
    ///
    /// - Parameters:
    ///   - measurement: the run.
    ///   - language: of the steps' titles.
    /// - Returns: the table.
    public static func text(_ measurement: JourneyMeasurement, language: Language) -> String {
        var text = CSVRecord.line(header)
        for (step, section) in measurement.sections {
            let place = place(of: step, language)
            for host in section.hosts {
                let about = [
                    "host", host.name, host.nameSource.rawValue, host.party.rawValue, host.purpose ?? "",
                    host.domain ?? "", host.operator ?? "",
                ]
                text += line(place, about, host.traffic, [host.flows, host.connections])
            }
            for (kind, traffic) in [("other-ip", section.otherIP), ("non-ip", section.nonIP)] where traffic != .zero {
                text += line(place, [kind, "", "", "", "", "", ""], traffic, [nil, nil])
            }
        }
        return text
    }

    private static func place(of step: Step?, _ language: Language) -> [String] {
        guard let step else { return ["", "", "", "", "", ""] }
        return [
            step.id, String(step.iteration), step.title[language.rawValue], step.start.description,
            step.end.description, "\(step.seconds)",
        ]
    }

    private static func line(_ place: [String], _ about: [String], _ traffic: Traffic, _ counts: [Int?]) -> String {
        let bytes = [traffic.up, traffic.down].flatMap {
            [$0.packets, $0.wireBytes, $0.ipBytes, $0.payloadBytes, $0.uniquePayloadBytes]
        }
        return CSVRecord.line(
            (place + about).map(CSVRecord.plain) + bytes.map(String.init) + counts.map { $0.map(String.init) ?? "" })
    }
}
