import Glibc

/// The body of PCAPdroid's HTTP server: `GET /` leads to a file's name, whose body is an endless capture in chunks
/// (emanuele-f/PCAPdroid, HTTPServer.java; RFC 9112 § 7.1).
///
/// A redirect is followed on the same host and port only. The last chunk, or the end of a body without chunks, is a proper end.
final class HTTPArrivals: ByteArrivals {
    /// Redirects that are followed.
    private static let mostRedirects = 4

    let name: String
    private let address: StreamAddress
    private var path = "/"
    private var redirects = 0
    private var connection: Descriptor?
    private var isAsked = false
    private var head = HTTPHead()
    private var body: HTTPBody?
    private var received = [UInt8](repeating: 0, count: 64 << 10)
    private(set) var failure: PacketStreamError?

    /// Begins to connect to a server.
    init(_ address: StreamAddress) throws(PacketStreamError) {
        self.address = address
        name = "http \(address)"
        connection = try Socket.connecting(to: address)
    }

    var notice: StreamNotice? { body == nil ? .waiting(name) : .reading(name) }

    func read(
        into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
    ) throws(CaptureFileError) -> ByteArrival {
        do throws(PacketStreamError) {
            return try step(into: &buffer, range, patience)
        } catch {
            failure = error
            return .end
        }
    }

    private func step(
        into buffer: inout [UInt8], _ range: Range<Int>, _ patience: Int32
    ) throws(PacketStreamError) -> ByteArrival {
        // What follows the body's end is no capture, and how the connection ends then is of no interest.
        if body?.isAtEnd == true { return .end }
        guard let connection else { return .end }
        if !isAsked, !(try ask(connection, patience)) { return .nothing }
        guard connection.waitToRead(patience) else { return .nothing }
        let count = connection.read(into: &received, 0..<min(received.count, range.count))
        if count < 0 {
            if errno == EINTR || errno == EAGAIN { return .nothing }
            throw PacketStreamError(.broken(errno), place: name)
        }
        if count == 0 {
            // Without chunks, the end of the connection is the end of the body; within them, it broke off.
            if body?.isChunked ?? true {
                throw PacketStreamError(body == nil ? .notHTTP : .broken(ECONNRESET), place: name)
            }
            return .end
        }
        var bytes = received[..<count]
        if body == nil {
            guard let rest = try readHead(bytes) else { return .nothing }
            bytes = rest
        }
        guard var body else { return .nothing }
        var position = range.lowerBound
        guard
            body.take(
                bytes,
                { byte in
                    // What is taken is never more than was received, and that no more than there is room for.
                    buffer[position] = byte
                    position += 1
                })
        else { throw PacketStreamError(.chunk, place: name) }
        self.body = body
        if position > range.lowerBound { return .bytes(position - range.lowerBound) }
        return body.isAtEnd ? .end : .nothing
    }

    /// Sends the request once the connection is there.
    private func ask(_ connection: Descriptor, _ patience: Int32) throws(PacketStreamError) -> Bool {
        guard connection.waitToWrite(patience) else { return false }
        let number = Socket.failure(of: connection)
        guard number == 0 else { throw PacketStreamError(.cannotConnect(number), place: name) }
        let request = "GET \(path) HTTP/1.1\r\nHost: \(address)\r\nAccept: */*\r\nConnection: close\r\n\r\n"
        guard connection.send(Array(request.utf8)) else { throw PacketStreamError(.broken(errno), place: name) }
        isAsked = true
        return true
    }

    /// Reads the head of the answer.
    ///
    /// - Returns: what follows it; `nil` if it isn't whole yet, or leads elsewhere.
    private func readHead(_ bytes: ArraySlice<UInt8>) throws(PacketStreamError) -> ArraySlice<UInt8>? {
        guard let rest = head.take(bytes) else {
            if head.isTooLong { throw PacketStreamError(.notHTTP, place: name) }
            return nil
        }
        guard let status = head.status else { throw PacketStreamError(.notHTTP, place: name) }
        switch status {
        case 200:
            body = HTTPBody(isChunked: head["transfer-encoding"]?.lowercased().hasSuffix("chunked") ?? false)
            return rest
        case 301, 302, 303, 307, 308:
            let target = head["location"] ?? ""
            guard redirects < Self.mostRedirects, let next = Self.path(target, on: address, from: path) else {
                throw PacketStreamError(.redirectElsewhere(String(target.prefix(200))), place: name)
            }
            (path, redirects, head, isAsked) = (next, redirects + 1, HTTPHead(), false)
            connection = try Socket.connecting(to: address)
            return nil
        default: throw PacketStreamError(.status(status), place: name)
        }
    }

    /// The path that a redirect leads to, if that is on the same host and port (RFC 3986 § 5.2, as far as a file's name needs it).
    static func path(_ target: String, on address: StreamAddress, from path: String) -> String? {
        // A line of a request has no room for spaces and controls.
        guard !target.isEmpty, target.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { return nil }
        let lower = target.lowercased()
        if lower.hasPrefix("http://") {
            let rest = target.dropFirst("http://".count)
            let end = rest.firstIndex(of: "/") ?? rest.endIndex
            guard StreamAddress(String(rest[..<end]), usual: StreamAddress(host: "", port: 80)) == address else {
                return nil
            }
            return end == rest.endIndex ? "/" : String(rest[end...])
        }
        if target.hasPrefix("//") || target.prefix(while: { $0 != "/" }).contains(":") { return nil }
        if target.hasPrefix("/") { return target }
        return path[...(path.lastIndex(of: "/") ?? path.startIndex)] + target
    }
}
