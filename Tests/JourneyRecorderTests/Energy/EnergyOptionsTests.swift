import Testing

@testable import JourneyRecorder

@Suite struct EnergyOptionsTests {
    @Test("a mapping is pairs of what a column holds and its header")
    func columns() throws {
        #expect(
            try EnergyOptions.columns("time=Zeit,watts=Leistung (x=1)") == [.time: "Zeit", .watts: "Leistung (x=1)"])
        #expect(try EnergyOptions.columns("watt-hours=E") == [.wattHours: "E"])
        for (text, pair) in [("time", "time"), ("time=a,", ""), ("wats=b", "wats=b"), ("time=a,time=b", "time=b")] {
            #expect(throws: EnergyFileError.Problem.badMapping(pair)) { try EnergyOptions.columns(text) }
        }
    }

    @Test("an offset is a number of seconds")
    func offset() throws {
        #expect(try EnergyOptions.offset("-1.5") == -1_500_000_000)
        #expect(try EnergyOptions.offset("0,25") == 250_000_000)
        #expect(throws: EnergyFileError.Problem.badNumber("soon")) { try EnergyOptions.offset("soon") }
        #expect(throws: EnergyFileError.Problem.badNumber("1e18")) { try EnergyOptions.offset("1e18") }
    }
}
