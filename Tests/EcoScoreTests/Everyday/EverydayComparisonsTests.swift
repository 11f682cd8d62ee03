import Documents
import Foundation
import Testing

@testable import EcoScore

@Suite struct EverydayComparisonsTests {
    private static func bundled() throws -> EverydayComparisons { try .bundled() }

    @Test(
        "an impact is a number of the greatest thing that fits in it",
        arguments: [
            (0.00045, "kgCO2e", "ghg.car.metre"), (0.5, "kgCO2e", "ghg.car.kilometre"), (5000, "kgCO2e", "ghg.flight"),
            (1e-9, "kgCO2e", "ghg.car.metre"), (0.05, "L", "water.shower.second"), (60, "L", "water.shower"),
            (1000, "L", "water.person.day"), (0.0001, "m2.year", "land.sheet.day"), (1, "m2.year", "land.sheet.year"),
        ])
    func choice(_ central: Double, _ unit: String, _ id: String) throws {
        let found = try #require(
            try Self.bundled().comparison(of: Estimate(exactly: central), unit: unit))
        #expect(found.thing.id == id)
        #expect(found.thing.unit == unit)
        #expect(found.count.central == central / found.thing.amount)
    }

    @Test("the range is compared, not only its middle")
    func range() throws {
        let impact = try #require(Estimate(low: 0.2176, central: 0.4352, high: 0.8704))
        let found = try #require(try Self.bundled().comparison(of: impact, unit: "kgCO2e"))
        #expect(found.count == Estimate(low: 1, central: 2, high: 4))
    }

    @Test("nothing is like nothing, and what has no everyday thing has no comparison")
    func absent() throws {
        #expect(try Self.bundled().comparison(of: .zero, unit: "L") == nil)
        #expect(try Self.bundled().comparison(of: Estimate(exactly: 1), unit: "kWh") == nil)
    }

    @Test("figures follow from those of their sources")
    func figures() throws {
        let amounts = Dictionary(
            uniqueKeysWithValues: try Self.bundled().things.map { ($0.id, $0.amount) })
        // Impact CO2: 0.192 + 0.0256 kgCO2e a km; an A4 sheet is 210 mm x 297 mm; a shower head gives 15 L a minute.
        #expect(isClose(try #require(amounts["ghg.car.kilometre"]), 0.192 + 0.0256, relative: 1e-9))
        #expect(isClose(try #require(amounts["ghg.car.metre"]), (0.192 + 0.0256) / 1000, relative: 1e-9))
        #expect(isClose(try #require(amounts["land.sheet.year"]), 0.210 * 0.297, relative: 1e-9))
        #expect(isClose(try #require(amounts["land.sheet.day"]), 0.210 * 0.297 / 365.25, relative: 1e-4))
        #expect(amounts["water.shower.second"] == 15.0 / 60)
    }

    @Test("each says in both languages what it is, and where it is from")
    func texts() throws {
        for thing in try Self.bundled().things {
            for text in [thing.text, thing.covers] { #expect(Set(text.texts.keys) == ["en", "fr"], "\(thing.id)") }
            #expect(thing.sources.allSatisfy { $0.address != nil }, "\(thing.id)")
        }
    }

    @Test("a broken file is refused with its place")
    func broken() throws {
        let json = try JSONSerialization.jsonObject(with: Data(PackageResources.comparisons_2026_1_json))
        var file = try #require(json as? [String: Any])
        var things = try #require(file["comparisons"] as? [[String: Any]])
        things[0]["unit"] = "kg"
        file["comparisons"] = things
        let data = try JSONSerialization.data(withJSONObject: file)
        let problem = FactorError.Problem.notOneOf(["kgCO2e", "L", "m2.year"], found: "kg")
        #expect(throws: FactorError(file: "a.json", entry: "ghg.car.metre", key: "unit", problem)) {
            try EverydayComparisons(data, file: "a.json")
        }
    }
}
