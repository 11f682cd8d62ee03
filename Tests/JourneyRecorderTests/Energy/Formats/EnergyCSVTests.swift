import Documents
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct EnergyCSVTests {
    private static func problem(_ text: String, _ options: EnergyOptions = EnergyOptions()) -> EnergyFileError? {
        do {
            _ = try EnergySamples.series(text, options)
            return nil
        } catch {
            return error as? EnergyFileError
        }
    }

    /// Two seconds of 2 W, as each kind of column tells it.
    @Test(
        "whatever the unit, two watts are two watts",
        arguments: [
            "time,W\n1772442000,2\n1772442001,2\n1772442002,2",
            "time,power_mW\n1772442000,2000\n1772442001,2000\n1772442002,2000",
            "time,current_mA,voltage_V\n1772442000,500,4\n1772442001,500,4\n1772442002,500,4",
            "time,current_uA,voltage_mV\n1772442000,-500000,4000\n1772442001,-500000,4000\n1772442002,-500000,4000",
            "time,energy_J\n1772442000,0\n1772442001,2\n1772442002,4",
            "time,mWh\n1772442000,0\n1772442002,1.1111111111111111",
            "Time (s),Main Avg Current (mA),Main Avg Power (mW),Main Avg Voltage (V)\n1772442000,1,2000,9\n1772442002,1,2000,9",
            "time_ms;W\n1772442000000;2,0\n1772442001000;2,0\n1772442002000;2,0",
            "time\tW\n2026-03-02T10:00:00+01:00\t2\n2026-03-02T10:00:02+01:00\t2",
        ])
    func units(_ text: String) throws {
        let joules = try #require(EnergySamples.joules(try EnergySamples.series(text), 0, 2))
        #expect(abs(joules - 4) < 1e-9)
    }

    @Test("the same readings give the same series, however they are written", arguments: 0..<10)
    func shuffled(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let readings = (0..<20).map { second in (1_772_442_000 + second, Int.random(in: 1...5000, using: &dice)) }
        func text(_ separator: String, _ mark: String, _ quote: String, _ end: String) -> String {
            (["\(quote)time\(quote)\(separator)\(quote)W\(quote)"]
                + readings.map { "\($0.0)\(separator)\(quote)\($0.1 / 1000)\(mark)\(1000 + $0.1 % 1000)\(quote)" })
                .joined(separator: end)
        }
        let plain = try EnergySamples.series(text(",", ".", "", "\n"))
        for (separator, mark) in [(";", ","), (";", "."), ("\t", ","), (",", ".")] {
            for (quote, end) in [("\"", "\r\n"), ("", "\n\n")] {
                #expect(try EnergySamples.series(text(separator, mark, quote, end)) == plain)
            }
        }
    }

    @Test("a mapping names columns that don't name themselves, and wins over those that do")
    func mapping() throws {
        let text = "Zeit;Leistung;x (W)\n1772442000;2000;7\n1772442002;2000;7\n"
        let options = EnergyOptions(format: .csv, columns: [.time: "Zeit", .milliwatts: "Leistung"])
        let joules = try #require(EnergySamples.joules(try EnergySamples.series(text, options), 0, 2))
        #expect(abs(joules - 4) < 1e-9)
        #expect(
            Self.problem(text, EnergyOptions(format: .csv, columns: [.time: "Zeit", .watts: "Leistun"]))?.problem
                == .unknownColumn("Leistun", columns: ["Zeit", "Leistung", "x (W)"]))
        #expect(
            Self.problem(text, EnergyOptions(columns: [.time: "Zeit", .watts: "x (W)", .milliwatts: "Leistung"]))?
                .problem
                == .ambiguousColumns("Leistung", "x (W)"))
    }

    @Test("columns that are missing, or of which two could be meant, are asked for")
    func columns() {
        #expect(
            Self.problem("time,level\n1,2\n")?.problem
                == .missingColumn("watts, joules, milliamperes or microampere-hours"))
        #expect(Self.problem("a,W\n1,2\n")?.problem == .missingColumn("time"))
        #expect(
            Self.problem("time,cpu_W,gpu_W\n1,2,3\n")
                == EnergyFileError(.ambiguousColumns("cpu_W", "gpu_W"), file: "e", line: 1))
    }

    @Test("charge and current need a voltage, which is given and never assumed")
    func voltage() throws {
        let current = "time,mA\n1772442000,500\n1772442002,500\n"
        #expect(Self.problem(current) == EnergyFileError(.voltageNeeded, file: "e", line: 2))
        let given = try EnergySamples.series(current, EnergyOptions(volts: 4))
        #expect(EnergySamples.joules(given, 0, 2) == 4)
        #expect(Self.problem("time,uAh\n1772442000,500\n")?.problem == .voltageNeeded)
        #expect(Self.problem("time,mA,V\n1772442000,500,0\n")?.problem == .badNumber("0"))
        let charge = "time,uAh,mV\n1772442000,3000,4000\n1772442001,2000,4000\n1772442002,1000,4000\n"
        let series = try EnergySamples.series(charge)
        let joules = try #require(EnergySamples.joules(series, 1, 2))
        #expect(abs(joules - 3.6 * 4) < 1e-9)
    }

    @Test("times that count from the start of the reading need one")
    func start() throws {
        let text = "elapsed_s,W\n0,2\n1,2\n2,2\n"
        #expect(Self.problem(text) == EnergyFileError(.startNeeded, file: "e", line: 2))
        let series = try EnergySamples.series(text, EnergyOptions(start: Timestamp(nanoseconds: EnergySamples.start)))
        #expect(EnergySamples.joules(series, 0, 2) == 4)
    }

    @Test("lines that can't be meant are named")
    func lines() {
        let head = "time,W\n1772442000,2\n"
        let first = Timestamp(nanoseconds: EnergySamples.start)
        let cases: [(String, EnergyFileError.Problem)] = [
            ("1772442001,x", .badNumber("x")), ("1772442001,nan", .badNumber("nan")), ("1772442001,", .badNumber("")),
            ("soon,2", .badTime("soon")), ("1772442000,2", .timeNotAfter(first)),
            ("1772441999,2", .timeNotAfter(first)),
            ("1772442001,-2", .negativePower), ("1772442001,2,3", .wrongCellCount(found: 3, expected: 2)),
            ("9999999999999,2", .badTime("9999999999999")),
        ]
        for (line, problem) in cases {
            #expect(Self.problem(head + line) == EnergyFileError(problem, file: "e", line: 3), "\(line)")
        }
        #expect(Self.problem("time,J\n1772442000,5\n1772442001,4\n")?.problem == .counterWentBack)
        #expect(Self.problem("time,mA,V\n1772442000,5,4\n1772442001,-5,4\n")?.problem == .currentChangesSign)
        #expect(Self.problem(head)?.problem == .tooFewReadings(found: 1))
    }
}
