import Documents
import Testing

@Suite struct BaselineTests {
    private static let traffic = Traffic(up: TrafficCounts(ipBytes: 1000), down: TrafficCounts(ipBytes: 5000))

    @Test(
        "bytes a minute are those both ways, by the time",
        arguments: [(60.0, 6000.0), (30, 12_000), (600, 600), (0.5, 720_000)])
    func perMinute(_ seconds: Double, _ expected: Double) {
        let baseline = Baseline(kind: .capture, seconds: seconds, traffic: Self.traffic)
        #expect(baseline.bytesPerMinute == expected)
        #expect(baseline.bytes(inSeconds: seconds) == 6000)
        #expect(baseline.bytes(inSeconds: 120) == expected * 2)
    }

    @Test("without time there is no rate")
    func noTime() {
        let baseline = Baseline(kind: .step, seconds: 0, traffic: Self.traffic)
        #expect(baseline.bytesPerMinute == nil)
        #expect(baseline.bytes(inSeconds: 60) == nil)
    }
}
