import Testing

@testable import JourneyRecorder

@Suite struct EnergyFormatTests {
    @Test("each format is told by its content", arguments: EnergySamples.all)
    func recognised(_ format: EnergyFormat, _ text: String) {
        #expect(EnergyFormat.recognised(text.utf8) == format)
    }

    @Test("other forms of the same")
    func otherForms() {
        #expect(EnergyFormat.recognised("[{\"host\":{\"consumption\":1".utf8) == .scaphandre)
        #expect(EnergyFormat.recognised("{\"time\":1,\"energy_uj\":2}\n".utf8) == .rapl)
        #expect(EnergyFormat.recognised("time;package-0_energy_uj\n".utf8) == .rapl)
        #expect(EnergyFormat.recognised("ts,track_name,value\n".utf8) == .perfetto)
        #expect(EnergyFormat.recognised("# a remark\ntimestamp_s,current_mA,voltage_V\n".utf8) == .csv)
    }

    @Test("what is none of them", arguments: ["", "\n\n", "{}", "hello", "PK\u{3}\u{4}", "{\"log\":{\"pages\":[]}}"])
    func unknown(_ text: String) {
        #expect(EnergyFormat.recognised(text.utf8) == nil)
    }

    @Test("each says what it is")
    func summaries() {
        #expect(Set(EnergyFormat.allCases.map(\.summary)).count == EnergyFormat.allCases.count)
    }
}
