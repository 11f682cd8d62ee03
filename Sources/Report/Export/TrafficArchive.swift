import Documents

/// A run as an HTTP Archive (HAR 1.2, w3c.github.io/web-performance/specs/HAR): a page for each step, an entry for each flow in it.
///
/// Made from packets: requests aren't seen, so that an entry is a flow, and its address the host alone. What isn't known is -1 or
/// empty, as the specification has it. Fields that begin with `_` are ours.
public enum TrafficArchive {
    private struct Archive: Encodable { let log: Log }

    private struct Log: Encodable {
        let version = "1.2"
        let creator: Creator
        let pages: [Page]
        let entries: [Entry]
        let comment = TrafficArchive.comment
    }

    private struct Creator: Encodable { let name, version: String }

    private struct Page: Encodable {
        let startedDateTime: String
        let id, title: String
        let pageTimings: Timings
        let comment: String

        struct Timings: Encodable {
            let onContentLoad = -1
            let onLoad: Double
        }
    }

    private struct Entry: Encodable {
        let pageref: String?
        let startedDateTime: String
        let time: Double
        let request: Request
        let response: Response
        let cache = Cache()
        let timings: Timings
        let serverIPAddress: String?
        let connection: String?
        let _transport: String?
        let _party: String?
        let _traffic: Traffic
    }

    private struct Cache: Encodable {}
    private struct None: Encodable {}

    private struct Request: Encodable {
        let method = ""
        let url: String
        let httpVersion = ""
        let cookies: [None] = []
        let headers: [None] = []
        let queryString: [None] = []
        let headersSize = -1
        let bodySize: Int
        let comment = TrafficArchive.sizes
    }

    private struct Response: Encodable {
        let status = 0
        let statusText = ""
        let httpVersion = ""
        let cookies: [None] = []
        let headers: [None] = []
        let content: Content
        let redirectURL = ""
        let headersSize = -1
        let bodySize: Int
        let comment = TrafficArchive.sizes
    }

    private struct Content: Encodable {
        let size: Int
        let mimeType = ""
    }

    private struct Timings: Encodable {
        let blocked = -1
        let dns = -1
        let connect = -1
        let send = 0
        let wait = 0
        let receive: Double
        let ssl = -1
    }

    private static let comment =
        "made from packets, not from requests: an entry is a flow (five-tuple) in a step, its address the host alone"
    private static let sizes = "TCP or UDP payload, with headers and encryption"

    /// The archive.
    ///
    /// - Parameters:
    ///   - run: the run; without flows, an entry is a host in a step.
    ///   - language: of the steps' titles.
    /// - Returns: JSON on one line.
    /// - Throws: `EncodingError` if a number is infinite or not a number.
    public static func text(_ run: ExportedRun, language: Language) throws -> String {
        let measurement = run.measurement
        let pages = measurement.steps.enumerated().map { index, step in
            Page(
                startedDateTime: step.start.description, id: pageID(index), title: step.id,
                pageTimings: Page.Timings(
                    onLoad: step.displayTime.basis == .measured
                        ? step.displayTime.seconds.map { $0 * 1000 } ?? -1 : -1),
                comment: step.title[language.rawValue])
        }
        let entries =
            run.flows.map { flows in flows.flows.flatMap { entriesOf($0, measurement) } } ?? hosts(measurement)
        return try PlainJSON.line(
            Archive(
                log: Log(
                    creator: Creator(name: measurement.tool.name, version: measurement.tool.version), pages: pages,
                    entries: entries.sorted { $0.startedDateTime < $1.startedDateTime }))) + "\n"
    }

    private static func pageID(_ index: Int) -> String { "step_\(index + 1)" }

    private static func entriesOf(_ flow: FlowEntry, _ measurement: JourneyMeasurement) -> [Entry] {
        flow.slices.map { slice in
            let index = measurement.steps.firstIndex { $0.id == slice.step && $0.iteration == slice.iteration }
            let step = index.map { measurement.steps[$0] }
            let span = span(flow, in: step, measurement)
            return entry(
                page: index, start: span.start, seconds: span.seconds, host: flow.names.name ?? flow.server.address,
                traffic: slice.traffic, server: flow.server.address,
                connection: "\(flow.device.port)-\(flow.server.port)", transport: flow.transport.rawValue, party: nil)
        }
    }

    /// When a flow was active in a step, as far as its first and last packet tell.
    private static func span(
        _ flow: FlowEntry, in step: Step?, _ measurement: JourneyMeasurement
    ) -> (start: Timestamp, seconds: Double) {
        let first = flow.first ?? step?.start ?? measurement.totals.first ?? Timestamp(nanoseconds: 0)
        let last = flow.last ?? first
        guard let step else { return (first, last.seconds(since: first)) }
        let start = max(first, step.start)
        return (start, max(0, min(last, step.end).seconds(since: start)))
    }

    /// A Measurement alone knows hosts by step, and no flows.
    private static func hosts(_ measurement: JourneyMeasurement) -> [Entry] {
        measurement.sections.enumerated().flatMap { index, place in
            place.section.hosts.map { host in
                let start = place.step?.start ?? measurement.totals.first ?? Timestamp(nanoseconds: 0)
                return entry(
                    page: place.step == nil ? nil : index - 1, start: start, seconds: place.step?.seconds ?? 0,
                    host: host.name, traffic: host.traffic, server: nil, connection: nil, transport: nil,
                    party: host.party.rawValue)
            }
        }
    }

    private static func entry(
        page: Int?, start: Timestamp, seconds: Double, host: String, traffic: Traffic, server: String?,
        connection: String?, transport: String?, party: String?
    ) -> Entry {
        // An IPv6 address stands in brackets (RFC 3986 § 3.2.2), and nothing else than a host may be in an address.
        let allowed = host.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789.:-_".unicodeScalars.contains($0))
        }
        let authority = allowed && !host.isEmpty ? (host.contains(":") ? "[\(host)]" : host) : "unknown.invalid"
        return Entry(
            pageref: page.map(pageID), startedDateTime: start.description, time: seconds * 1000,
            request: Request(url: "https://\(authority)/", bodySize: traffic.up.payloadBytes),
            response: Response(
                content: Content(size: traffic.down.payloadBytes), bodySize: traffic.down.payloadBytes),
            timings: Timings(receive: seconds * 1000), serverIPAddress: server, connection: connection,
            _transport: transport, _party: party, _traffic: traffic)
    }
}
