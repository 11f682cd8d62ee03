import Documents
import TestSupport
import Testing

@Suite struct StepTests {
    @Test("the data exchanged is all IP bytes but those of background hosts")
    func exchangedBytes() throws {
        let step = try #require(JourneyMeasurement.full.steps.first)
        // 900 + 7000 with the publisher's host, 100 of the device's own
        #expect(step.traffic.both.ipBytes == 8000)
        #expect(step.exchangedBytes == 7900)
    }

    @Test("absurd figures of a foreign document don't stop the program")
    func overflow() throws {
        var step = try #require(JourneyMeasurement.full.steps.last)
        step.traffic.up.ipBytes = .min
        step.hosts = [
            HostTraffic(
                name: "a", nameSource: .none, party: .background, traffic: Traffic(up: TrafficCounts(ipBytes: .max)))
        ]
        #expect(step.exchangedBytes == 1)  // -2^63 - (2^63 - 1) modulo 2^64
    }
}
