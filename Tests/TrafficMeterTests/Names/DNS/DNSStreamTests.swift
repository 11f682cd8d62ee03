import TestSupport
import Testing

@testable import TrafficMeter

/// Messages behind their lengths, as RFC 1035 § 4.2.2 has them.
@Suite struct DNSStreamTests {
    private static func framed(_ messages: [[UInt8]]) -> [UInt8] {
        messages.flatMap { PacketBuilder.uint16($0.count) + $0 }
    }

    /// The messages that a stream gives, by segments.
    private static func messages(_ segments: [[UInt8]]) -> (messages: [[UInt8]], isOther: Bool) {
        var stream = DNSStream()
        var found: [[UInt8]] = []
        for segment in segments {
            stream.add(segment.rawSpan) { message in found.append(message.array(0..<message.byteCount)) }
        }
        return (found, stream.isOther)
    }

    private static let three = [20, 12, 300].map { [UInt8](repeating: UInt8($0 & 0xFF), count: $0) }

    @Test("messages come whole, however the stream is cut into segments", arguments: 1...60)
    func pieces(_ size: Int) {
        let bytes = Self.framed(Self.three)
        let segments = stride(from: 0, to: bytes.count, by: size).map {
            Array(bytes[$0..<min($0 + size, bytes.count)])
        }
        #expect(Self.messages(segments).messages == Self.three)
    }

    @Test("random cuts change nothing", arguments: 1...20)
    func cuts(_ seed: UInt64) {
        var dice = SeededGenerator(seed: seed)
        let sizes = (0..<40).map { _ in Int.random(in: 12...(seed % 2 == 0 ? 100 : 20_000), using: &dice) }
        let messages = sizes.map { [UInt8](repeating: UInt8($0 & 0xFF), count: $0) }
        var rest = Self.framed(messages)[...]
        var segments: [[UInt8]] = []
        while !rest.isEmpty {
            let part = rest.prefix(Int.random(in: 0...1460, using: &dice))
            segments.append(Array(part))
            rest = rest.dropFirst(part.count)
        }
        let found = Self.messages(segments).messages
        // Messages beyond the limit are passed over, and those behind them found.
        #expect(found == messages.filter { $0.count <= DNSStream.longest })
    }

    @Test("a segment that has a message beyond the limit whole gives it without a copy")
    func long() {
        let long = [UInt8](repeating: 1, count: 65_535)
        #expect(Self.messages([Self.framed([long])]).messages == [long])
    }

    @Test("a length without room for a header ends the search", arguments: [0, 11])
    func other(_ length: Int) {
        let bytes = Self.framed([Self.three[0], [UInt8](repeating: 0, count: length), Self.three[1]])
        let (found, isOther) = Self.messages([bytes])
        #expect(found == [Self.three[0]])
        #expect(isOther)
    }

    @Test("responses over TCP in the reference captures are those that tshark reads", .reference)
    func reference() throws {
        var agreeing = 0
        for capture in ReferenceCapture.all {
            let expected = try capture.dnsEntries().map(\.1).filter { $0["proto"] as? String == "tcp" }
            guard !expected.isEmpty else { continue }
            var streams: [FlowKey: DNSStream] = [:]
            var found: [DNSFound] = []
            try capture.forEachPayload(.tcp) { _, record, payload in
                guard record.sourcePort == 53 else { return }
                var message = DNSMessage()
                streams[record.flowKey.0, default: DNSStream()].add(payload) { bytes in
                    if message.read(bytes, as: .unicast), message.isResponse { found.append(DNSFound(message)) }
                }
            }
            #expect(found == expected.map(DNSFound.init), "\(capture.name)")
            agreeing += found.count
        }
        print("DNS over TCP: \(agreeing) responses as tshark reads them")
        #expect(agreeing > 0)
    }
}
