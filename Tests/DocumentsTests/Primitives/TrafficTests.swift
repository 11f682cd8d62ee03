import Documents
import Testing

@Suite struct TrafficTests {
    private let up = TrafficCounts(
        packets: 1, wireBytes: 20, ipBytes: 300, payloadBytes: 4000, uniquePayloadBytes: 50_000)
    private let down = TrafficCounts(
        packets: 2, wireBytes: 30, ipBytes: 400, payloadBytes: 5000, uniquePayloadBytes: 60_000)

    @Test("counts add figure by figure, and no figure leaks into another")
    func counts() {
        let sum = TrafficCounts(
            packets: 3, wireBytes: 50, ipBytes: 700, payloadBytes: 9000, uniquePayloadBytes: 110_000)
        #expect(up + down == sum)
        #expect(down + up == sum)
        #expect(up + .zero == up)
        var total = up
        total += down
        #expect(total == sum)
    }

    @Test("traffic adds direction by direction")
    func directions() {
        var total = Traffic(up: up, down: down)
        total += Traffic(up: up)
        #expect(total == Traffic(up: up + up, down: down))
        #expect(total.both == up + up + down)
        #expect(Traffic.zero.both == .zero)
    }

    @Test("figures that no capture could reach don't stop the program")
    func overflow() {
        let most = TrafficCounts(
            packets: .max, wireBytes: .max, ipBytes: .max, payloadBytes: .max, uniquePayloadBytes: .max)
        #expect((most + most).ipBytes == -2)  // 2 (2^63 - 1) modulo 2^64
    }
}
