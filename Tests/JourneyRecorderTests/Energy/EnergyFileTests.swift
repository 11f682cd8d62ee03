import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct EnergyFileTests {
    /// What each sample is written to say of a second: 2 W, but for the batteries: 1 mAh = 3.6 C at 4 V in 4 s, and
    /// 0.5 mAh at 4 V each second.
    private static func watts(_ format: EnergyFormat) -> Double {
        switch format {
        case .batterystats: 3.6
        case .battery: 7.2
        default: 2
        }
    }

    @Test("each sample says what it was written to say", arguments: EnergySamples.all)
    func samples(_ format: EnergyFormat, _ text: String) throws {
        let series = try EnergySamples.series(text)
        let joules = try #require(EnergySamples.joules(series, 1, 3))
        #expect(abs(joules - 2 * Self.watts(format)) < 1e-9, "\(joules)")
        let forced = try EnergySamples.series(text, EnergyOptions(format: format))
        #expect(forced == series)
        let isPart = [.powermetrics, .powermetricsPlist, .scaphandre, .rapl].contains(format)
        #expect(series.scope == (isPart ? .processor : format == .perfetto ? .rails : .device))
    }

    @Test("an offset moves every sample", arguments: EnergySamples.all)
    func offset(_ format: EnergyFormat, _ text: String) throws {
        let series = try EnergySamples.series(text)
        let moved = try EnergySamples.series(text, EnergyOptions(offsetNanoseconds: 7_500_000_000))
        #expect(moved.start.nanoseconds == series.start.nanoseconds + 7_500_000_000)
        #expect(moved.end.nanoseconds == series.end.nanoseconds + 7_500_000_000)
        let joules = try #require(EnergySamples.joules(moved, 8.5, 10.5))
        #expect(abs(joules - (try #require(EnergySamples.joules(series, 1, 3)))) < 1e-9)
    }

    @Test("no format reads another's sample as its own", arguments: EnergySamples.all)
    func forcedWrong(_ format: EnergyFormat, _ text: String) throws {
        for other in EnergyFormat.allCases where other != format {
            // A table with the right columns is a table, whoever wrote it.
            if other == .csv, format == .rapl { continue }
            #expect(throws: EnergyFileError.self, "\(other)") {
                try EnergySamples.series(text, EnergyOptions(format: other))
            }
        }
    }

    @Test(
        "a cut sample is an error or a shorter series, and damage never ends the program", arguments: EnergySamples.all)
    func hostile(_ format: EnergyFormat, _ text: String) throws {
        let bytes = EnergySamples.bytes(text)
        let whole = try EnergySamples.series(text)
        for length in stride(from: 0, to: bytes.count, by: 7) {
            guard let series = try? EnergyFile.series(bytes.prefix(length), name: "e") else { continue }
            #expect(series.end <= whole.end)
        }
        var dice = SeededGenerator(seed: 6)
        let alphabet = Array("0123456789,;:.-+eE\"{}[]<>/\n\t ".utf8) + [0, 0x7F, 0xC3, 0xFF]
        for _ in 0..<300 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                let index = Int.random(in: 0..<damaged.count, using: &dice)
                damaged[index] = alphabet.randomElement(using: &dice) ?? 0
            }
            for forced in [nil, format] {
                do {
                    let series = try EnergyFile.series(damaged, name: "e", options: EnergyOptions(format: forced))
                    let joules = series.joules(in: series.start..<series.end)
                    #expect(joules?.isFinite ?? true)
                } catch {
                    #expect(error.description.hasPrefix("e"))
                }
            }
        }
    }

    @Test("what is too large, or of no known format, is refused")
    func refused() {
        let limit = EnergyFile.maximumBytes
        #expect(throws: EnergyFileError(.tooLarge(bytes: limit + 1, limit: limit), file: "e")) {
            try EnergyFile.series(Data(count: limit + 1), name: "e")
        }
        #expect(throws: EnergyFileError(.unknownFormat, file: "e")) { try EnergySamples.series("hello") }
        #expect(throws: EnergyFileError(.unknownFormat, file: "e")) { try EnergySamples.series("") }
    }

    @Test("the reference sample of a power meter", .reference)
    func referenceMeter() throws {
        let folder = try #require(Repository.shared).appending(path: "user-samples")
        let series = try EnergyFile.series(Data(contentsOf: folder.appending(path: "power.csv")), name: "power.csv")
        let expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
        // A reading on either side stands for one distance more; the expectation is from the first to the last.
        #expect(series.periodNanoseconds == 200_000_000)
        let joules = try #require(EnergySamples.joules(series, 0, 0.6))
        #expect(abs(joules - expected.power.joules) < 0.0005)
        #expect(EnergySamples.joules(series, -0.2, 0.8) != nil)
        #expect(EnergySamples.joules(series, -0.201, 0.6) == nil)
    }

    @Test("the reference totals of batterystats have no moments, and say so", .reference)
    func referenceTotals() throws {
        let file = try #require(Repository.shared).appending(path: "user-samples/batterystats-checkin.txt")
        #expect(throws: EnergyFileError(.noHistory, file: "b")) {
            try EnergyFile.series(Data(contentsOf: file), name: "b")
        }
    }

    @Test("the reference configuration of Perfetto is no table, and says what to query", .reference)
    func referenceConfiguration() throws {
        let file = try #require(Repository.shared).appending(path: "user-samples/perfetto-power.pbtx")
        let error = EnergyFileError(.perfettoSource, file: "p")
        #expect(throws: error) { try EnergyFile.series(Data(contentsOf: file), name: "p") }
        #expect(error.description.contains("to_realtime(ts)"))
    }

    private struct Expected: Decodable {
        struct Power: Decodable {
            let joules: Double

            enum CodingKeys: String, CodingKey { case joules = "energy_J_trapezoid" }
        }

        let power: Power

        enum CodingKeys: String, CodingKey { case power = "power.csv" }
    }
}
