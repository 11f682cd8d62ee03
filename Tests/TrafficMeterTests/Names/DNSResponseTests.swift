import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

/// Messages drawn as RFC 1035 § 4 does.
@Suite struct DNSResponseTests {
    private static let question: [UInt8] = [3] + Array("WWW".utf8) + [7] + Array("example".utf8) + [0, 0, 1, 0, 1]

    private func response(flags: Int = 0x8180, questions: Int = 1, answers: Int, _ body: [UInt8]) -> DNSResponse? {
        let message = P.uint16(7) + P.uint16(flags) + P.uint16(questions) + P.uint16(answers) + P.uint32(0) + body
        return read(message)
    }

    private func read(_ message: [UInt8]) -> DNSResponse? {
        var response = DNSResponse()
        return response.read(message.rawSpan) ? response : nil
    }

    /// A record whose name points at the question (offset 12).
    private func record(type: Int, _ data: [UInt8]) -> [UInt8] {
        [0xC0, 12] + P.uint16(type) + [0, 1] + P.uint32(60) + P.uint16(data.count) + data
    }

    @Test("the name asked gets every address, through a chain of canonical names")
    func addresses() throws {
        let body =
            Self.question + record(type: 5, [3, 0x63, 0x64, 0x6E, 0]) + record(type: 1, [192, 0, 2, 1])
            + record(type: 28, [0x20, 1, 0xD, 0xB8] + [UInt8](repeating: 0, count: 11) + [1])
        let found = try #require(response(answers: 3, body))
        #expect(found.question.text == "www.example")
        #expect(found.addresses.map(\.description) == ["192.0.2.1", "2001:db8::1"])
    }

    @Test(
        "questions, and what breaks off before its answers, are no responses",
        arguments: [
            (0x0100, 1, [UInt8](question)), (0x8180, 0, question), (0x8180, 1, Array(question.prefix(6))),
            (0x8180, 1, []),
        ])
    func refused(_ flags: Int, _ questions: Int, _ body: [UInt8]) {
        #expect(response(flags: flags, questions: questions, answers: 1, body) == nil)
    }

    @Test("compression pointers that run in a circle are refused")
    func loop() {
        // The name at 12 points to itself; then two that point at each other.
        #expect(response(answers: 0, [0xC0, 12, 0, 1, 0, 1]) == nil)
        #expect(response(answers: 0, [0xC0, 14, 0xC0, 12, 0, 1, 0, 1]) == nil)
    }

    @Test("unprintable bytes of a name are escaped (RFC 1035 § 5.1)")
    func escaped() throws {
        let body: [UInt8] = [4, 0x1B, 0x5B, 0x20, 0xE9, 0, 0, 1, 0, 1]
        #expect(try #require(response(answers: 0, body)).question.text == "\\027[\\032\\233")
    }

    @Test("no message of random bytes makes the reader crash")
    func noise() {
        var generator = SeededGenerator(seed: 5)
        for length in 0..<200 {
            for _ in 0..<20 {
                let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
                _ = read(bytes)
                _ = response(answers: 5, bytes)
            }
        }
    }
}
