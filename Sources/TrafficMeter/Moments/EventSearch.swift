public import Documents

/// Looks through packets for events, and keeps when they were captured.
///
/// It is a walk through the captures of its own, so that measuring pays nothing for it.
public struct EventSearch: Sendable {
    /// Most moments that are kept of each event; later ones in the file are left out.
    public static let mostMoments = 4096

    /// What is looked for.
    public let events: [NetworkEvent]
    /// When each event was captured, in the order of `events`; each in the order of time.
    public private(set) var moments: [[Timestamp]]
    private let places: [NetworkEvent: Int]
    private let window: ClosedRange<Timestamp>
    private let dissector = Dissector(view: .inner)
    private var message = DNSMessage()

    /// A search that has seen nothing.
    ///
    /// - Parameters:
    ///   - events: what is looked for.
    ///   - window: moments beside it don't count.
    public init(for events: [NetworkEvent], within window: ClosedRange<Timestamp>) {
        self.events = events
        places = Dictionary(zip(events, events.indices)) { first, _ in first }
        self.window = window
        moments = events.map { _ in [] }
    }

    /// Looks through captures, to the end of what can be read of them.
    ///
    /// - Parameter captures: the files; none is standard input, which could not be measured afterwards.
    /// - Throws: `CaptureFileError` if one can't be opened or is no capture.
    public mutating func look(through captures: [String]) throws(CaptureFileError) {
        var set = try CaptureSet(paths: captures)
        set.forEach { look(at: $0) }
        for index in moments.indices { moments[index].sort() }
    }

    /// Looks at a packet.
    mutating func look(at packet: borrowing PacketView) {
        guard let time = packet.timestamp, window.contains(time) else { return }
        let record = dissector.dissect(packet)
        guard record.fragment != .later else { return }
        guard let event = event(record, packet.bytes), let index = places[event],
            moments[index].count < Self.mostMoments
        else { return }
        moments[index].append(time)
    }

    /// The event that a packet is.
    private mutating func event(_ record: borrowing PacketRecord, _ bytes: RawSpan) -> NetworkEvent? {
        switch record.kind {
        case .udp:
            guard let variant = DNSVariant(port: record.destinationPort), record.storedPayload > 0 else { return nil }
            let payload = bytes.extracting(record.payloadOffset..<record.payloadOffset + record.storedPayload)
            guard message.read(payload, as: variant), !message.isResponse, message.operation == 0,
                let question = message.question
            else { return nil }
            return .dnsQuery(message.names.text(question))
        case .otherIP:
            guard record.payloadOffset < bytes.byteCount else { return nil }
            // Echo request: type 8 of ICMP (RFC 792), type 128 of ICMPv6 (RFC 4443 § 4.1).
            let type = bytes.byte(at: record.payloadOffset)
            let number = record.protocolNumber
            let isEcho = (number, type) == (1, 8) || (number, type) == (58, 128)
            return isEcho ? .ping(record.destination) : nil
        case .tcp, .nonIP: return nil
        }
    }
}
