import Documents
import Foundation
import JourneyRecorder

/// Asks a running recording through its socket.
struct RecordingClient {
    let recording: RunningRecording

    /// No answer came: it doesn't listen, or is busy.
    struct Silence: Error {}

    /// Sends a request and reads its answer, which comes within five seconds or not at all.
    ///
    /// - Returns: the HTTP status and the body.
    /// - Throws: `Silence`.
    func ask(_ method: String, _ target: String) throws(Silence) -> (status: Int, body: Data) {
        guard let path = recording.socket, let socket = try? LocalSocket.connected(to: path) else { throw Silence() }
        let request = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"
        var rest = Array(request.utf8)[...]
        for _ in 0..<50 where !rest.isEmpty {
            guard let count = socket.write(rest) else { throw Silence() }
            rest = rest.dropFirst(count)
            if count == 0 { LocalSocket.wait(for: [(socket, true)], milliseconds: 100) }
        }
        var answer: [UInt8] = []
        for _ in 0..<50 {
            LocalSocket.wait(for: [(socket, false)], milliseconds: 100)
            while let bytes = socket.read() {
                answer += bytes
                if bytes.isEmpty { return try Self.parse(answer) }
            }
        }
        throw Silence()
    }

    private static func parse(_ answer: [UInt8]) throws(Silence) -> (status: Int, body: Data) {
        let text = Data(answer)
        guard let end = text.range(of: Data("\r\n\r\n".utf8)),
            let status = String(decoding: text.prefix(12), as: UTF8.self).split(separator: " ").last.flatMap({ Int($0) }
            )
        else { throw Silence() }
        return (status, text[end.upperBound...])
    }

    /// How the recording is doing.
    func status() throws -> RemoteStatus {
        let answer = try ask("GET", "/status")
        return try RemoteStatus(json: answer.body)
    }
}
