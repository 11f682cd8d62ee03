import Testing

@testable import TrafficMeter

@Suite struct HTTPHeadTests {
    private static let answer = Array(
        "HTTP/1.1 302 Found\r\nLocation:  a.pcap \r\nX-Other: 1\r\nLOCATION: second\r\n\r\nrest".utf8)

    @Test("a head is read in pieces of any length, and what follows is left", arguments: 1...answer.count)
    func pieces(_ length: Int) {
        var head = HTTPHead()
        var rest: [UInt8] = []
        var isWhole = false
        var position = 0
        while position < Self.answer.count {
            let piece = Self.answer[position..<min(position + length, Self.answer.count)]
            if isWhole {
                rest += piece
            } else if let after = head.take(piece) {
                isWhole = true
                rest += after
            }
            position += length
        }
        #expect(head.status == 302)
        #expect(head["location"] == "a.pcap")
        #expect(head["absent"] == nil)
        #expect(String(decoding: rest, as: UTF8.self) == "rest")
    }

    @Test("a head without end is given up")
    func endless() {
        var head = HTTPHead()
        #expect(head.take([UInt8](repeating: 65, count: 20_000)[...]) == nil)
        #expect(head.isTooLong)
    }

    @Test(
        "what is no answer has no status",
        arguments: ["SSH-2.0-OpenSSH\n\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1\n\n", "\n\n"])
    func strange(_ text: String) {
        var head = HTTPHead()
        _ = head.take(Array(text.utf8)[...])
        #expect(head.status == nil)
    }

    /// RFC 9112 § 7.1: the chunk's size in hexadecimal, extensions passed over, a last chunk of length 0.
    @Test("chunks are put together, in pieces of any length", arguments: 1...40)
    func chunks(_ length: Int) {
        let bytes = Array("4\r\nWiki\r\n6;name=\"v\"\r\npedia \r\nE\r\nin \r\n\r\nchunks.\r\n0\r\n\r\n".utf8)
        var body = HTTPBody(isChunked: true)
        var found: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: length) {
            #expect(body.take(bytes[start..<min(start + length, bytes.count)]) { found.append($0) })
        }
        #expect(body.isAtEnd)
        #expect(String(decoding: found, as: UTF8.self) == "Wikipedia in \r\n\r\nchunks.")
    }

    @Test(
        "a chunk without its length is damage", arguments: ["\r\n", "xyz\r\n", "1234567890abcdef0\r\n", "2\r\nabc\r\n"])
    func damage(_ text: String) {
        var body = HTTPBody(isChunked: true)
        #expect(!body.take(Array(text.utf8)[...]) { _ in })
    }
}
