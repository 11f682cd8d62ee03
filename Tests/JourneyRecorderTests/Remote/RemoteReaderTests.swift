import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct RemoteReaderTests {
    private static let post =
        "POST /note HTTP/1.1\r\nHost: localhost:1\r\ncontent-length: 5\r\nX: a\r\nx:  b \r\n\r\nhello"

    @Test("a request comes whole in whichever pieces it arrives", arguments: 1...40)
    func pieces(_ size: Int) {
        var reader = RemoteReader()
        var results: [RemoteReader.Result] = []
        var rest = Array(Self.post.utf8)[...]
        while !rest.isEmpty {
            results.append(reader.add(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        let message = RemoteReader.Message(
            method: "POST", target: "/note", fields: ["host": "localhost:1", "content-length": "5", "x": "a,b"],
            body: Array("hello".utf8))
        #expect(results.last == .message(message))
        #expect(results.dropLast().allSatisfy { $0 == .incomplete })
    }

    @Test(
        "what is no request, or too long, is refused with the status that says so",
        arguments: [
            ("GET\r\n\r\n", 400), ("GET  / HTTP/1.1\r\n\r\n", 400), ("GET http://a/ HTTP/1.1\r\n\r\n", 400),
            ("GET / HTTP/2\r\n\r\n", 400), ("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400), ("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nContent-Length: 4097\r\n\r\n", 413),
            ("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 501),
            ("GET /" + String(repeating: "a", count: 9000) + " HTTP/1.1\r\n\r\n", 431),
            (String(repeating: "a", count: 9000), 431),
        ])
    func refused(_ text: String, _ status: Int) {
        var reader = RemoteReader()
        #expect(reader.add(text.utf8) == .refused(status))
    }

    @Test("no bytes crash it, and none make it keep more than its limits")
    func hostile() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            var reader = RemoteReader()
            var bytes = Array(Self.post.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            if case .message(let message) = reader.add(bytes) { #expect(message.body.count <= RemoteReader.bodyLimit) }
        }
    }
}
