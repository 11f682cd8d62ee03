import Testing

@testable import JourneyRecorder

@Suite struct EnergyFileErrorTests {
    @Test("a sentence names file, line, what is wrong and what to do")
    func sentences() {
        #expect(
            EnergyFileError(.badNumber("x"), file: "p.csv", line: 3).description
                == "p.csv:3: 'x' is no number that can be meant here")
        let mistyped = EnergyFileError(.unknownColumn("wats", columns: ["time", "watts"]), file: "p.csv", line: 1)
        #expect(mistyped.description.contains("did you mean 'watts'?"))
        #expect(EnergyFileError(.startNeeded, file: "p.csv", line: 2).description.contains("--energy-start"))
        #expect(EnergyFileError(.voltageNeeded, file: "p.csv").description.contains("--energy-voltage"))
        #expect(EnergyFileError(.unknownFormat, file: "p.csv").description.contains("powermetrics-plist"))
    }
}
