import Documents
import Testing

@testable import JourneyRecorder

@Suite struct PerfettoCountersTests {
    @Test("rails are summed; one can be asked for alone")
    func rails() throws {
        let one = try EnergySamples.series(EnergySamples.perfetto, EnergyOptions(tracks: ["power.rails.cpu.big"]))
        #expect(EnergySamples.joules(one, 0, 4) == 6)
        #expect(EnergySamples.joules(try EnergySamples.series(EnergySamples.perfetto), 0, 4) == 8)
        #expect(throws: EnergyFileError.self) {
            try EnergySamples.series(EnergySamples.perfetto, EnergyOptions(tracks: ["power.rails.gpu"]))
        }
    }

    @Test("times since boot need a start")
    func bootClock() throws {
        let text = "ts,name,value\n338297039804951,power.rails.gpu,0\n338298039804951,power.rails.gpu,2000000\n"
        #expect(throws: EnergyFileError(.startNeeded, file: "e", line: 2)) { try EnergySamples.series(text) }
        let boot = Timestamp(nanoseconds: EnergySamples.start - 338_297_039_804_951)
        let series = try EnergySamples.series(text, EnergyOptions(start: boot))
        #expect(EnergySamples.joules(series, 0, 1) == 2)
    }

    /// The layout of the table in google/perfetto docs/data-sources/battery-counters.md.
    private static func battery(_ rows: [(Int64, Int, Int)], voltage: Bool = true) -> String {
        "ts,name,value\n"
            + rows.map { second, charge, microvolts in
                let time = EnergySamples.start + second * 1_000_000_000
                return "\(time),batt.charge_uah,\(charge)\n\(time),batt.current_ua,-1469687\n"
                    + (voltage ? "\(time),batt.voltage_uv,\(microvolts)\n" : "")
            }.joined()
    }

    @Test("without rails, the battery's charge and voltage tell")
    func charge() throws {
        let rows: [(Int64, Int, Int)] = [(0, 3000, 4_000_000), (1, 2000, 4_000_000), (2, 1000, 3_800_000)]
        let series = try EnergySamples.series(Self.battery(rows))
        let joules = try #require(EnergySamples.joules(series, 1, 2))
        #expect(abs(joules - 3.6 * 3.9) < 1e-9)
        #expect(series.scope == .device)
        let bare = Self.battery(rows, voltage: false)
        #expect(throws: EnergyFileError(.voltageNeeded, file: "e")) { try EnergySamples.series(bare) }
        let given = try #require(EnergySamples.joules(try EnergySamples.series(bare, EnergyOptions(volts: 4)), 1, 2))
        #expect(abs(given - 3.6 * 4) < 1e-9)
    }

    @Test("tracks without energy, and counters that go down, are errors")
    func errors() {
        #expect(throws: EnergyFileError(.noTracks(found: ["cpu"]), file: "e")) {
            try EnergySamples.series("ts,name,value\n1772442000000000000,cpu,1\n")
        }
        let back = "ts,name,value\n1772442000000000000,power.rails.a,2\n1772442001000000000,power.rails.a,1\n"
        #expect(throws: EnergyFileError(.counterWentBack, file: "e")) { try EnergySamples.series(back) }
        #expect(throws: EnergyFileError(.badNumber("[NULL]"), file: "e", line: 2)) {
            try EnergySamples.series("ts,name,value\n1772442000000000000,power.rails.a,[NULL]\n")
        }
    }
}
