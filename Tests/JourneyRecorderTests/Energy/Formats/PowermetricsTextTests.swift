import Testing

@testable import JourneyRecorder

@Suite struct PowermetricsTextTests {
    private static func block(_ second: Int, _ figures: String) -> String {
        "*** Sampled system activity (Mon Mar  2 09:00:0\(second) 2026 +0000) (1000.00ms elapsed) ***\n\(figures)\n"
    }

    @Test(
        "the widest figure of a block is used",
        arguments: [
            "CPU Power: 1500 mW\nGPU Power: 400 mW\nANE Power: 100 mW\n",
            "CPU Power: 1.5W\nGPU Power: 0.5W\n", "CPU Power: 900 mW\nPackage Power: 2000 mW\n",
            "Intel energy model derived package power (CPUs+GT+SA): 2.00W\n",
            "CPU Power: 1 mW\nCombined Power (CPU + GPU + ANE): 2000 mW\nGPU Power: 7 mW\n",
        ])
    func figures(_ figures: String) throws {
        let text = (1...4).map { Self.block($0, figures) }.joined()
        let joules = try #require(EnergySamples.joules(try EnergySamples.series(text), 1, 3))
        #expect(abs(joules - 4) < 1e-9)
    }

    @Test("blocks that can't be meant are named")
    func errors() {
        let good = Self.block(1, "CPU Power: 1 mW")
        #expect(throws: EnergyFileError(.missingKey("Combined Power"), file: "e", line: 3)) {
            try EnergySamples.series(good + Self.block(2, "Fan: 1797 rpm"))
        }
        #expect(throws: EnergyFileError(.badNumber("1kW"), file: "e", line: 2)) {
            try EnergySamples.series(Self.block(1, "CPU Power: 1 kW"))
        }
        #expect(throws: EnergyFileError(.badTime("Fri) ***"), file: "e", line: 1)) {
            try EnergySamples.series("*** Sampled system activity (Fri) ***\n")
        }
        #expect(throws: EnergyFileError(.missingKey("(…ms elapsed)"), file: "e", line: 1)) {
            try EnergySamples.series("*** Sampled system activity (Mon Mar  2 09:00:01 2026 +0000) ***\n")
        }
        #expect(throws: EnergyFileError(.notOfFormat(.powermetrics), file: "e")) {
            try EnergySamples.series("hello\n", EnergyOptions(format: .powermetrics))
        }
    }
}
