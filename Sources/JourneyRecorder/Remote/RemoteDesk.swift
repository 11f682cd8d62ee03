public import Documents

/// Answers what other programs ask a recording for.
public struct RemoteDesk: Sendable {
    private let desk: MarkerDesk
    private let status: @Sendable () -> RemoteStatus
    private let clock: @Sendable () -> Timestamp

    /// A desk for programs.
    ///
    /// - Parameters:
    ///   - desk: where markers are written.
    ///   - clock: the current time.
    ///   - status: how the recording is doing.
    public init(
        _ desk: MarkerDesk, clock: @escaping @Sendable () -> Timestamp, status: @escaping @Sendable () -> RemoteStatus
    ) {
        self.desk = desk
        self.clock = clock
        self.status = status
    }

    private struct Marked: Encodable {
        struct Line: Encodable {
            var time: Timestamp
            var kind: String
            var step: String?
            var iteration: Int?
        }

        var markers: [Line]
    }

    private struct Refused: Encodable {
        var error: String
    }

    /// Answers an HTTP request.
    ///
    /// - Returns: the whole response; the connection ends after it.
    public func answer(_ message: RemoteReader.Message, through gate: RemoteGate) -> String {
        if let status = gate.refusal(of: message) {
            return Self.response(
                status, Refused(error: status == 401 ? "the token of the runtime file is needed" : "not from here"))
        }
        do throws(RemoteRequest.Fault) {
            let request = try RemoteRequest(message.target, body: String(validating: message.body, as: UTF8.self))
            let method = request == .status ? "GET" : "POST"
            guard message.method == method else {
                return Self.response(405, Refused(error: "use \(method)"), fields: "Allow: \(method)\r\n")
            }
            let (status, body) = perform(request, source: gate == .local ? "command" : "http")
            return Self.response(status, body)
        } catch {
            return Self.response(error == .unknown ? 404 : 400, Refused(error: "\(error)"))
        }
    }

    /// Answers a datagram: a target such as `/mark/search`, with or without a line feed.
    ///
    /// - Returns: one line of JSON.
    public func answer(datagram: some Sequence<UInt8>) -> String {
        guard let text = String(validating: Array(datagram), as: UTF8.self) else {
            return Self.line(Refused(error: "\(RemoteRequest.Fault.badText)"))
        }
        do throws(RemoteRequest.Fault) {
            let target = text.split(whereSeparator: \.isNewline).first ?? ""
            return perform(try RemoteRequest(target.hasPrefix("/") ? "\(target)" : "/\(target)"), source: "udp").body
        } catch {
            return Self.line(Refused(error: "\(error)"))
        }
    }

    /// The answer to what is no request.
    public static func refusal(_ status: Int) -> String {
        response(status, Refused(error: reason(status)))
    }

    private func perform(_ request: RemoteRequest, source: String) -> (status: Int, body: String) {
        switch request {
        case .status: return (200, Self.line(status()))
        case .mark(let request, let time):
            do {
                let markers = try desk.mark(request, source: source, at: time, clock: clock)
                return (
                    200,
                    Self.line(
                        Marked(
                            markers: markers.map {
                                Marked.Line(
                                    time: $0.time, kind: $0.kind.rawValue, step: $0.step, iteration: $0.iteration)
                            }))
                )
            } catch {
                return (error is MarkerRefusal ? 409 : 500, Self.line(Refused(error: "\(error)")))
            }
        }
    }

    private static func response(_ status: Int, _ value: some Encodable, fields: String = "") -> String {
        response(status, line(value), fields: fields)
    }

    private static func response(_ status: Int, _ body: String, fields: String = "") -> String {
        "HTTP/1.1 \(status) \(reason(status))\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
            + "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\(fields)Connection: close\r\n\r\n\(body)"
    }

    private static func line(_ value: some Encodable) -> String {
        // Texts and whole numbers always encode; a figure that isn't finite would be a fault of ours, said as such.
        (try? RemoteStatus.line(value)) ?? "{\"error\":\"internal error\"}\n"
    }

    /// The phrase of a status (RFC 9110 § 15, RFC 6585 § 5).
    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 413: "Content Too Large"
        case 431: "Request Header Fields Too Large"
        case 501: "Not Implemented"
        case 503: "Service Unavailable"
        default: "Internal Server Error"
        }
    }
}
