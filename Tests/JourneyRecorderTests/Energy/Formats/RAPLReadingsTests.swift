import Testing

@testable import JourneyRecorder

@Suite struct RAPLReadingsTests {
    @Test("a counter that begins again is counted on where its range is known")
    func wrap() throws {
        let rows = "1772442000,9000000\n1772442001,1000000\n1772442002,3000000\n"
        let bare = "time,energy_uj\n" + rows
        #expect(throws: EnergyFileError(.counterWentBack, file: "e", line: 3)) { try EnergySamples.series(bare) }
        let ranged =
            "time,energy_uj,max_energy_range_uj\n" + rows.replacing("\n", with: ",10000000\n")
        let series = try EnergySamples.series(ranged)
        let short = ranged.replacing("10000000", with: "8000000")
        #expect(throws: EnergyFileError(.counterWentBack, file: "e", line: 3)) { try EnergySamples.series(short) }
        // From 9 J to 10 J = 0 J and on to 1 J: 2 J; then 2 J more.
        #expect(EnergySamples.joules(series, 0, 1) == 2)
        #expect(EnergySamples.joules(series, 0, 2) == 4)
    }

    static let machines: [([String], [Double], Double)] = [
        (["package-0", "core", "uncore", "dram"], [4, 3, 1, 2], 6),
        (["package-0", "package-1", "psys"], [4, 3, 20], 20),
        (["intel-rapl:0", "intel-rapl:0:0", "intel-rapl:1"], [4, 3, 2], 6),
        (["core"], [3], 3),
    ]

    @Test("nothing is counted twice", arguments: machines)
    func zones(_ zones: [String], _ joules: [Double], _ expected: Double) throws {
        let rows = [0.0, 1].flatMap { second in
            zip(zones, joules).map { "\(1_772_442_000 + Int(second)),\($0),\(Int($1 * 1e6 * second))\n" }
        }
        let long = try EnergySamples.series("time,zone,energy_uj\n" + rows.joined())
        #expect(EnergySamples.joules(long, 0, 1) == expected)
        let header = (["time"] + zones.map { "\($0)_energy_uj" }).joined(separator: ";")
        let cells = [0.0, 1].map { second in
            (["\(1_772_442_000 + Int(second))"] + joules.map { "\(Int($0 * 1e6 * second))" }).joined(separator: ";")
        }
        let wide = try EnergySamples.series(([header] + cells).joined(separator: "\n"))
        #expect(wide == long)
    }

    @Test("zones can be chosen, and unknown ones are asked for")
    func chosen() throws {
        let series = try EnergySamples.series(EnergySamples.rapl, EnergyOptions(tracks: ["core"]))
        let joules = try #require(EnergySamples.joules(series, 0, 2))
        #expect(abs(joules - 1.8) < 1e-9)
        #expect(throws: EnergyFileError(.noTracks(found: ["core", "dram", "package-0"]), file: "e")) {
            try EnergySamples.series(EnergySamples.rapl, EnergyOptions(tracks: ["gpu"]))
        }
        let other = EnergySamples.rapl.replacing("core", with: "mmio")
        #expect(throws: EnergyFileError(.unknownZone("mmio"), file: "e")) { try EnergySamples.series(other) }
    }

    @Test("JSON lines say the same, whatever their time")
    func lines() throws {
        let text = """
            {"time": 1772442000, "energy_uj": 0}
            {"time": 1772442001.5, "energy_uj": 3000000}
            {"time": "2026-03-02T09:00:02Z", "zone": null, "energy_uj": 4000000, "max_energy_range_uj": 262143328850}
            """
        let series = try EnergySamples.series(text)
        #expect(EnergySamples.joules(series, 0, 1.5) == 3)
        #expect(EnergySamples.joules(series, 1.5, 2) == 1)
        #expect(throws: EnergyFileError(.missingKey("energy_uj"), file: "e", line: 2)) {
            try EnergySamples.series("{\"time\":1772442000,\"energy_uj\":1}\n{\"time\":1772442001}")
        }
        #expect(throws: EnergyFileError(.missingKey("time"), file: "e", line: 1)) {
            try EnergySamples.series("{\"energy_uj\":1}")
        }
    }
}
