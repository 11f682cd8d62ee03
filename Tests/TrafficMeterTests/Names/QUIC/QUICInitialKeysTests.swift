import Testing

@testable import TrafficMeter

@Suite struct QUICInitialKeysTests {
    /// Keys of a client whose destination is 8394c8f03e515708.
    struct Sample: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var version: QUICVersion
        var key: String
        var vector: String
        var headerKey: String
    }

    static let samples = [
        Sample(
            testDescription: "RFC 9001 A.1", version: .v1, key: "1f369613dd76d5467730efcbe3b1a22d",
            vector: "fa044b2f42a3fd3b46fb255c", headerKey: "9f50449e04a0e810283a1e9933adedd2"),
        Sample(
            testDescription: "RFC 9369 A.1", version: .v2, key: "8b1a0bc121284290a29e0971b5cd045d",
            vector: "91f73e2351d8fa91660e909f", headerKey: "45b95e15235d6f45a6b19cbcb0294ba9"),
        Sample(
            testDescription: "draft-ietf-quic-tls-29 A.1", version: QUICVersion(rawValue: 0xFF00_001D),
            key: "175257a31eb09dea9366d8bb79ad80ba", vector: "6b26114b9cba2b63a9e8dd4f",
            headerKey: "9ddd12c994c0698b89374a9c077a3077"),
        Sample(
            testDescription: "draft-ietf-quic-tls-27 A.1", version: QUICVersion(rawValue: 0xFF00_001B),
            key: "af7fd7efebd21878ff66811248983694", vector: "8681359410a70bb9c92f0420",
            headerKey: "a980b8b4fb7d9fbc13e814c23164253d"),
    ]

    @Test("keys are those of the sample", arguments: samples)
    func keys(_ sample: Sample) throws {
        let keys = try #require(QUICSealer(sample.version, destination: QUICVectors.connectionID)?.keys)
        #expect(keys.key.indices.map { keys.key[$0] } == QUICVectors.hex(sample.key))
        #expect(keys.vector.indices.map { keys.vector[$0] } == QUICVectors.hex(sample.vector))
        #expect(keys.headerKey.indices.map { keys.headerKey[$0] } == QUICVectors.hex(sample.headerKey))
        #expect(keys.connectionID.bytes == QUICVectors.connectionID)
    }

    @Test("labels are those that the RFCs print")
    func labels() {
        #expect(QUICKeyLabels.clientSecret == QUICVectors.hex("00200f746c73313320636c69656e7420696e00"))
        #expect(QUICKeyLabels.v1.key == QUICVectors.hex("00100e746c7331332071756963206b657900"))
        #expect(QUICKeyLabels.v1.vector == QUICVectors.hex("000c0d746c733133207175696320697600"))
        #expect(QUICKeyLabels.v1.headerKey == QUICVectors.hex("00100d746c733133207175696320687000"))
        #expect(QUICKeyLabels.v2.key == QUICVectors.hex("001010746c73313320717569637632206b657900"))
        #expect(QUICKeyLabels.v2.vector == QUICVectors.hex("000c0f746c7331332071756963763220697600"))
        #expect(QUICKeyLabels.v2.headerKey == QUICVectors.hex("00100f746c7331332071756963763220687000"))
    }
}
