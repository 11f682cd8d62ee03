import Testing

@testable import Report

@Suite("scales of charts") struct ChartTests {
    @Test(
        "steps are 1, 2 or 5 times a power of ten, and go no more often into the whole than asked",
        arguments: [(433_000, 4, 200_000), (1, 4, 0.5), (8, 4, 2), (9, 4, 5), (0.03, 3, 0.01), (1e25, 4, 5e24)])
    func steps(_ value: Double, _ count: Int, _ expected: Double) {
        let step = NiceScale.step(for: value, count: count)
        #expect(abs(step / expected - 1) < 1e-9)
        #expect(value / step <= Double(count) + 1e-9)
    }

    @Test(
        "time is told in steps of a clock",
        arguments: [(20.8, 5.0), (60, 10), (100, 15), (300, 60), (3600, 600), (1e9, 2e8), (2, 0.5)])
    func seconds(_ value: Double, _ expected: Double) {
        #expect(abs(NiceScale.seconds(for: value, count: 8) / expected - 1) < 1e-9)
    }

    @Test("what is no length has a step all the same", arguments: [0, -1, .nan, .infinity] as [Double])
    func hostile(_ value: Double) {
        #expect(NiceScale.step(for: value, count: 4) == 1)
        #expect(NiceScale.seconds(for: value, count: 4) > 0)
    }
}
