import Testing

@testable import TrafficMeter

@Suite struct QUICLongHeaderTests {
    private static let server = QUICVectors.hex("f067a5502a4262b5")

    struct Sample: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var version: QUICVersion
        var kind: QUICLongHeader.Kind
        var destination: [UInt8] = []
        var source: [UInt8] = []
    }

    static let samples = [
        Sample(
            testDescription: "RFC 9001 A.2", bytes: QUICVectors.clientV1, version: .v1, kind: .initial,
            destination: QUICVectors.connectionID),
        Sample(
            testDescription: "RFC 9001 A.3", bytes: QUICVectors.serverV1, version: .v1, kind: .initial, source: server),
        Sample(testDescription: "RFC 9001 A.4", bytes: QUICVectors.retryV1, version: .v1, kind: .retry, source: server),
        Sample(
            testDescription: "RFC 9369 A.2", bytes: QUICVectors.clientV2, version: .v2, kind: .initial,
            destination: QUICVectors.connectionID),
        Sample(
            testDescription: "RFC 9369 A.3", bytes: QUICVectors.serverV2, version: .v2, kind: .initial, source: server),
        Sample(testDescription: "RFC 9369 A.4", bytes: QUICVectors.retryV2, version: .v2, kind: .retry, source: server),
    ]

    @Test("versions, kinds and IDs are those of the sample", arguments: samples)
    func header(_ sample: Sample) throws {
        let header = try #require(QUICLongHeader(sample.bytes))
        #expect(header.version == sample.version)
        #expect(header.kind == sample.kind)
        #expect(header.destination.bytes == sample.destination)
        #expect(header.source.bytes == sample.source)
    }

    @Test("the packet number is where the RFC says, and a packet ends where its length says")
    func protected() throws {
        let two = QUICVectors.serverV1 + QUICVectors.clientV1
        let first = try #require(QUICLongHeader(two))
        let place = try #require(first.protected(in: two))
        // 1 + 4 + 1 + 1 + 8 bytes of header, 1 of token length, 2 of length: 117 bytes.
        #expect(place.number == 18)
        #expect(place.end == QUICVectors.serverV1.count)
        let second = try #require(QUICLongHeader(two, at: place.end))
        #expect(second.destination.bytes == QUICVectors.connectionID)
        #expect(second.protected(in: two)?.end == two.count)
        let retry = try #require(QUICLongHeader(QUICVectors.retryV1))
        #expect(retry.protected(in: QUICVectors.retryV1) == nil)
    }

    @Test("a header that breaks off is none, and neither is a packet")
    func cut() {
        for length in 0..<QUICVectors.clientV1.count {
            let cut = Array(QUICVectors.clientV1.prefix(length))
            let header = QUICLongHeader(cut)
            #expect((header != nil) == (length >= 15), "cut at \(length)")
            #expect(header?.protected(in: cut) == nil, "cut at \(length)")
        }
    }

    @Test("IDs of more than 20 bytes are refused, and so is a short header")
    func refused() {
        let id = [UInt8](repeating: 7, count: 21)
        #expect(QUICLongHeader(([0xC0, 0, 0, 0, 1, 21] + id + [0])) == nil)
        #expect(QUICLongHeader(([0xC0, 0, 0, 0, 1, 0, 21] + id)) == nil)
        #expect(QUICLongHeader(([0xC0, 0, 0, 0, 1, 20] + id.dropLast() + [0]))?.destination.count == 20)
        #expect(QUICLongHeader(([0x40, 0, 0, 0, 1, 20] + id)) == nil)
    }

    @Test("a Version Negotiation packet is one (RFC 9000 § 17.2.1)")
    func negotiation() throws {
        let packet: [UInt8] = [0x80, 0, 0, 0, 0, 1, 5, 2, 6, 7, 0, 0, 0, 1]
        let header = try #require(QUICLongHeader(packet))
        #expect(header.kind == .negotiation)
        #expect(header.destination.bytes == [5])
        #expect(header.source.bytes == [6, 7])
    }
}
