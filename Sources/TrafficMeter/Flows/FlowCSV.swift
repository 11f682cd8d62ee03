import Documents

/// The flow table as CSV (RFC 4180): one line a flow, in order of first packets.
///
/// Columns up to `last_ts` are those of the reference answers that tests compare with.
public enum FlowCSV {
    private static let header = [
        "proto", "a_ip", "a_port", "b_ip", "b_port", "a2b_packets", "b2a_packets", "a2b_wire_bytes", "b2a_wire_bytes",
        "a2b_ip_bytes", "b2a_ip_bytes", "a2b_payload_bytes", "b2a_payload_bytes", "first_ts", "last_ts", "name",
        "name_source", "names",
    ]

    /// All lines, the header first; names are those of the end that isn't the device.
    public static func text(_ meter: Meter, ends: DeviceEnds) -> String {
        var text = line(header)
        for flow in meter.flows where flow.isConnection {
            let name = meter.name(of: flow, server: ends.server(of: flow))
            let (a, b) = (flow.aToB, flow.bToA)
            let counts = [
                a.packets, b.packets, a.wireBytes, b.wireBytes, a.ipBytes, b.ipBytes, a.payloadBytes, b.payloadBytes,
            ]
            text += line(
                [
                    flow.kind == .tcp ? "tcp" : "udp", "\(flow.a.address)", "\(flow.a.port)", "\(flow.b.address)",
                    "\(flow.b.port)",
                ] + counts.map(String.init) + [
                    flow.first?.epochDescription ?? "", flow.last?.epochDescription ?? "", name.name ?? "",
                    name.source.rawValue, name.candidates.joined(separator: " "),
                ])
        }
        return text
    }

    /// One record; fields with separators or quotes are quoted (RFC 4180 § 2.5 to 2.7).
    private static func line(_ fields: [String]) -> String {
        fields.map { field in
            guard field.utf8.contains(where: { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }) else { return field }
            let quoted = field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
            return "\"\(quoted)\""
        }.joined(separator: ",") + "\r\n"
    }
}
