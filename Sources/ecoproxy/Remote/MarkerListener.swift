import Documents
import Foundation
import JourneyRecorder
import Synchronization

/// Lets other programs mark in a recording: always those of its user, through a socket in the file system; on request HTTP and datagrams on
/// loopback as well.
final class MarkerListener: Sendable {
    /// Most connections at once; more wait, as `listen` holds them.
    private static let connectionLimit = 8
    /// Nanoseconds after which a connection that isn't done is closed.
    private static let patience: Int64 = 5_000_000_000

    private struct Connection {
        let socket: LocalSocket
        let gate: RemoteGate
        let deadline: Int64
        var reader = RemoteReader()
        var answer: ArraySlice<UInt8>?
    }

    private let desk: RemoteDesk
    private let local: LocalSocket?
    private let http: LocalSocket?
    private let datagrams: LocalSocket?
    private let token: String
    private let file: String?
    private let isStopped = Atomic<Bool>(false)

    /// The loopback port; `nil` unless it listens there.
    var port: UInt16? { http?.port }
    /// Whether `ecoproxy mark` finds it without being told the bundle.
    var isFound: Bool { file != nil }

    /// Opens the sockets and writes the runtime file.
    ///
    /// - Parameters:
    ///   - bundle: the recording's bundle.
    ///   - port: the loopback port, 0 for any that is free; none if `nil`.
    ///   - desk: answers.
    ///   - begin: when the recording began.
    /// - Throws: `UnavailableError` if the port can't be had.
    init(bundle: String, port: UInt16?, desk: RemoteDesk, begin: Timestamp) throws {
        self.desk = desk
        var generator = SystemRandomNumberGenerator()
        token = (0..<4).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
        do throws(LocalSocket.Failure) {
            http = if let port { try LocalSocket.listening(onPort: port) } else { nil }
            datagrams = if let http { try LocalSocket.datagrams(onPort: http.port) } else { nil }
        } catch {
            throw UnavailableError(
                "port \(port ?? 0) of 127.0.0.1 can't be listened on (error \(error.number)); give another, or none: --listen-markers"
            )
        }
        var (found, written): (LocalSocket?, String?) = (nil, nil)
        let process = getpid()
        for folder in RunningRecording.folders() where written == nil {
            // A folder that can't be made is passed over: then the bundle must be named to mark in it.
            guard (try? RunBundle.createFolder(folder)) != nil else { continue }
            RunningRecording.sweep(folder)
            let path = "\(folder)/recording-\(process).sock"
            try? FileManager.default.removeItem(atPath: path)  // left by a crashed process of the same number
            found = try? LocalSocket.listening(at: path)
            let entry = RunningRecording(
                pid: process, processStart: RunningRecording.start(of: process) ?? "",
                bundle: URL(filePath: bundle).standardizedFileURL.resolvingSymlinksInPath().path, started: begin,
                socket: found == nil ? nil : path, port: http?.port, token: http == nil ? nil : token)
            written = entry.write(to: folder)
            if written == nil { found = nil }
        }
        (local, file) = (found, written)
    }

    /// Begins to answer, on a thread of its own.
    func open() {
        guard local != nil || http != nil else { return }
        Thread.detachNewThread { [self] in serve() }
    }

    /// Ends, and takes the runtime file away.
    func close() {
        isStopped.store(true, ordering: .releasing)
        // What is left is passed over anyway.
        for path in [file, local?.path].compactMap({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
    }

    private func serve() {
        var connections: [Connection] = []
        while !isStopped.load(ordering: .acquiring) {
            let mayAccept = connections.count < Self.connectionLimit
            let listeners = mayAccept ? [local, http].compactMap { $0 } : []
            LocalSocket.wait(
                for: (listeners + [datagrams].compactMap { $0 }).map { ($0, false) }
                    + connections.map { ($0.socket, $0.answer != nil) }, milliseconds: 100)
            guard !isStopped.load(ordering: .acquiring) else { return }
            let now = SystemClock.now().nanoseconds
            // A flood of datagrams must not keep connections waiting.
            for _ in 0..<64 where datagrams?.answerDatagram({ Array(desk.answer(datagram: $0).utf8) }) != true { break }
            for listener in listeners {
                while connections.count < Self.connectionLimit, let socket = listener.accept() {
                    let gate: RemoteGate =
                        listener === local ? .local : .loopback(port: Int(listener.port), token: token)
                    connections.append(Connection(socket: socket, gate: gate, deadline: now &+ Self.patience))
                }
            }
            connections = connections.compactMap { advance($0, now) }
        }
    }

    /// Reads and writes what can be.
    ///
    /// - Returns: the connection; `nil` once it is done.
    private func advance(_ connection: Connection, _ now: Int64) -> Connection? {
        var connection = connection
        guard now < connection.deadline else { return nil }
        while connection.answer == nil {
            guard let bytes = connection.socket.read() else { return connection }
            if bytes.isEmpty { return nil }
            switch connection.reader.add(bytes) {
            case .incomplete: continue
            case .message(let message):
                connection.answer = Array(desk.answer(message, through: connection.gate).utf8)[...]
            case .refused(let status): connection.answer = Array(RemoteDesk.refusal(status).utf8)[...]
            }
        }
        while let rest = connection.answer, !rest.isEmpty {
            guard let count = connection.socket.write(rest) else { return nil }
            if count == 0 { return connection }
            connection.answer = rest.dropFirst(count)
        }
        return nil
    }
}
