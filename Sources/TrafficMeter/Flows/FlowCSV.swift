import Documents

/// The flow table as CSV (RFC 4180): one line a flow, in order of first packets.
///
/// Columns up to `last_ts`, and `fragments` to `tcp_keepalives`, bear the names of the reference answers that tests compare with.
public enum FlowCSV {
    private static let header = [
        "proto", "a_ip", "a_port", "b_ip", "b_port", "a2b_packets", "b2a_packets", "a2b_wire_bytes", "b2a_wire_bytes",
        "a2b_ip_bytes", "b2a_ip_bytes", "a2b_payload_bytes", "b2a_payload_bytes", "first_ts", "last_ts", "name",
        "name_source", "names", "fragments", "tcp_streams", "tcp_syn_from", "tcp_retransmissions", "tcp_keepalives",
        "tcp_out_of_order", "a2b_unique_payload_bytes", "b2a_unique_payload_bytes", "a2b_missing_bytes",
        "b2a_missing_bytes",
    ]

    /// All lines, the header first; names are those of the end that isn't the device.
    public static func text(_ meter: Meter, ends: DeviceEnds) -> String {
        var text = line(header)
        for flow in meter.flows where flow.isConnection { text += line(fields(of: flow, meter, ends)) }
        return text
    }

    private static func fields(of flow: Flow, _ meter: Meter, _ ends: DeviceEnds) -> [String] {
        let name = meter.name(of: flow, server: ends.server(of: flow))
        let detail = meter.flows.detail(of: flow)
        let (a, b) = (flow.aToB, flow.bToA)
        let counts = [
            a.packets, b.packets, a.wireBytes, b.wireBytes, a.ipBytes, b.ipBytes, a.payloadBytes, b.payloadBytes,
        ]
        let isTCP = flow.kind == .tcp
        let segments = [
            detail.resentPackets, detail.keepAlives, detail.outOfOrder, a.uniquePayloadBytes, b.uniquePayloadBytes,
            detail.aToB.missingBytes, detail.bToA.missingBytes,
        ]
        let opener = flow.synSender == .unknown ? "" : flow.synSender == .a ? "A" : "B"
        return [isTCP ? "tcp" : "udp", "\(flow.a.address)", "\(flow.a.port)", "\(flow.b.address)", "\(flow.b.port)"]
            + counts.map(String.init) + [flow.first?.epochDescription ?? "", flow.last?.epochDescription ?? ""]
            + [plain(name.name ?? ""), name.source.rawValue, plain(name.candidates.joined(separator: " "))]
            + ["\(detail.fragments)", "\(detail.connections)", opener] + segments.map(String.init)
    }

    /// A text from the network that no spreadsheet takes for a formula: an apostrophe goes before one that looks like it.
    private static func plain(_ text: String) -> String {
        text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
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
