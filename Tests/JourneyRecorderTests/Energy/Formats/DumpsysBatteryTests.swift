import Testing

@testable import JourneyRecorder

@Suite struct DumpsysBatteryTests {
    private static func dump(_ time: String, _ charge: Int, usb: Bool = false) -> String {
        "\(time)\nCurrent Battery Service state:\n  USB powered: \(usb)\n  Charge counter: \(charge)\n  voltage: 4000 mV\n"
    }

    @Test("times as seconds or RFC 3339, and a voltage with its unit")
    func times() throws {
        let text =
            Self.dump("1772442000.5", 3000) + Self.dump("2026-03-02T09:00:01.5Z", 2000)
            + Self.dump("1772442002.5", 1000)
        let joules = try #require(EnergySamples.joules(try EnergySamples.series(text), 1.5, 2.5))
        #expect(abs(joules - 3.6 * 4) < 1e-9)
    }

    @Test("a dump at a supply tells nothing")
    func plugged() throws {
        let dumps = (0..<6).map { Self.dump("\(1_772_442_000 + $0)", 9000 - 1000 * $0, usb: $0 == 3) }
        let series = try EnergySamples.series(dumps.joined())
        #expect(EnergySamples.joules(series, 1, 2) != nil)
        #expect(EnergySamples.joules(series, 2, 4) == nil)
        #expect(throws: EnergyFileError(.alwaysPlugged, file: "e")) {
            try EnergySamples.series(Self.dump("1772442000", 1, usb: true))
        }
    }

    @Test("a dump without time, and numbers that are none, are named")
    func errors() {
        let missing = EnergyFileError.Problem.missingKey("a line with the time before the dump")
        #expect(throws: EnergyFileError(missing, file: "e", line: 2)) {
            try EnergySamples.series("Charge counter: 1\nvoltage: 2\n")
        }
        #expect(throws: EnergyFileError(.badNumber("many"), file: "e", line: 2)) {
            try EnergySamples.series("1772442000\nCharge counter: many\n")
        }
        #expect(throws: EnergyFileError(.voltageNeeded, file: "e")) {
            try EnergySamples.series("1772442000\nCharge counter: 1\n")
        }
    }
}
