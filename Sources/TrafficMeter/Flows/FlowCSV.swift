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
        "b2a_missing_bytes", "alpn", "marks", "opening_ip_bytes", "app",
    ]

    /// All lines, the header first; names are those of the end that isn't the device.
    public static func text(_ meter: Meter, ends: DeviceEnds) -> String {
        var text = CSVRecord.line(header)
        for flow in meter.flows where flow.isConnection && meter.measures(flow) {
            text += CSVRecord.line(fields(of: flow, meter, ends))
        }
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
            + [
                CSVRecord.plain(name.name ?? ""), name.source.rawValue,
                CSVRecord.plain(name.candidates.joined(separator: " ")),
            ]
            + ["\(detail.fragments)", "\(detail.connections)", opener] + segments.map(String.init)
            + greeting(of: flow, meter) + [CSVRecord.plain(meter.app(of: flow)?.label ?? "")]
    }

    /// What its hello offers, what is to be known of the name (`ech`: the outer name of an encrypted hello; `no-sni`: none;
    /// `continued`: from another flow of the connection), and what its opening took.
    private static func greeting(of flow: Flow, _ meter: Meter) -> [String] {
        guard let hello = meter.hello(of: flow), hello.hasHello else { return ["", "", ""] }
        let marks = [
            hello.hasECH ? "ech" : nil, hello.namesServer ? nil : "no-sni", hello.isContinued ? "continued" : nil,
        ]
        return [
            CSVRecord.plain(meter.protocols(of: flow).joined(separator: " ")),
            marks.compactMap { $0 }.joined(separator: " "), String(hello.openingBytes),
        ]
    }
}
