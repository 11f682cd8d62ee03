import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

@Suite struct FactorMergeTests {
    /// A user's file with entries of a set that comes with the program, changed.
    static func file(
        _ ids: [String] = ["dc.wue"], of origin: String = "fr-2026.1", header: [String: Any] = [:],
        edit: (inout [String: Any]) -> Void = { _ in }
    ) throws -> FactorFile {
        let set = try #require(try FactorSet.bundled(origin, hashedBy: lengthHash))
        let entries = try ids.map { id in
            let json = try JSONEncoder().encode(try #require(set[id]))
            var entry = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
            edit(&entry)
            return entry
        }
        var file: [String: Any] = [
            "schema": "ecoproxy.factors/1", "id": "mine", "version": "3", "date": "2026-11-25", "base": "fr-2026.1",
            "factors": entries,
        ]
        for (key, value) in header { file[key] = value is NSNull ? nil : value }
        return FactorFile(
            json: try JSONSerialization.data(withJSONObject: file), name: "mine.json", sha256: .repeating("9"))
    }

    private static func faults(_ file: FactorFile) throws -> [FactorError] {
        try FactorSet.faults(in: file, hashedBy: lengthHash)
    }

    @Test("a file's factor replaces that of its base, and the set says so")
    func replaced() throws {
        let set = try FactorSet(try Self.file { $0["central"] = 0.3 }, hashedBy: lengthHash)
        #expect(set["dc.wue"]?.value.central == 0.3)
        #expect(set["dc.ghg"] == FactorSet.tested["dc.ghg"])
        #expect(set.factors.map(\.id) == FactorSet.tested.factors.map(\.id))
        #expect(
            set.reference
                == FactorSetReference(id: "mine", version: "3", sha256: .repeating("9"), replaced: ["dc.wue"]))
    }

    @Test("a score names what was replaced, and differs only where it counts")
    func score() throws {
        let mine = try FactorSet(try Self.file { $0["high"] = 4 }, hashedBy: lengthHash)
        let input = ScoringInput(measurement: .walk([.walked("home")]), sha256: .repeating("0"))
        let (theirs, ours) = try (
            JourneyScore(of: [input], factors: .tested, profile: .tested, tool: .ecoproxy),
            JourneyScore(of: [input], factors: mine, profile: .tested, tool: .ecoproxy)
        )
        #expect(ours.factorSet.replaced == ["dc.wue"])
        #expect(ours.indicators.ghg == theirs.indicators.ghg)
        #expect(ours.indicators.land == theirs.indicators.land)
        // 0.001 GB x 0.072 kWh/GB x (4 - 0.4) L/kWh more in the unfavourable case.
        #expect(isClose(ours.indicators.water.high - theirs.indicators.water.high, 0.001 * 0.072 * 3.6, relative: 1e-9))
    }

    @Test("a file may bring electricity of its own, all of it")
    func electricity() throws {
        let ids = ["elec.world.ghg", "elec.world.water", "elec.world.land"]
        let mine = { (count: Int) in
            try Self.file(Array(ids.prefix(count)), of: "world-2026.1", header: ["electricity": "xx"]) {
                $0["id"] = ($0["id"] as? String)?.replacing("world", with: "xx")
            }
        }
        let set = try FactorSet(mine(3), hashedBy: lengthHash)
        #expect(set.electricity == "xx")
        #expect(set["elec.fr.ghg"] == nil)
        let model = ImpactModel(factors: set, device: .laptop, network: .wifi)
        let found = model.indicators(bytes: 0, seconds: 30, joules: 3_600_000)
        #expect(found.ghg.parts.terminalUse.central == 0.47294)
        #expect(found.ghg.factors.contains("elec.xx.ghg"))
        #expect(try Self.faults(mine(2)) == [FactorError(file: "mine.json", entry: "elec.xx.land", .missingEntry)])
    }

    @Test("what the model doesn't use is a mistake, not a factor")
    func unused() throws {
        let file = try Self.file { $0["id"] = "dc.wu" }
        #expect(try Self.faults(file) == [FactorError(file: "mine.json", entry: "dc.wu", .unusedEntry)])
    }

    @Test("a unit of another kind is refused in a user's file, too")
    func unit() throws {
        let file = try Self.file { $0["unit"] = "kWh/GB" }
        let problem = FactorError.Problem.wrongUnit(expected: "L/kWh", found: "kWh/GB")
        #expect(try Self.faults(file) == [FactorError(file: "mine.json", entry: "dc.wue", key: "unit", problem)])
        #expect(throws: FactorError.self) { try FactorSet(file, hashedBy: lengthHash) }
    }

    @Test("a replaced factor needs its source like any other")
    func source() throws {
        let file = try Self.file { $0["sources"] = [["title": "Somebody said so"]] }
        let error = FactorError(file: "mine.json", entry: "dc.wue", key: "sources.0.addresses", .nothingToFollow)
        #expect(try Self.faults(file).map(\.problem) == [error.problem])
        #expect(try Self.faults(file).map(\.entry) == ["dc.wue"])
    }

    @Test("no file can pass for a set that comes with the program", arguments: FactorSet.bundledIdentifiers)
    func reserved(_ id: String) throws {
        let file = try Self.file(header: ["id": id])
        #expect(try Self.faults(file) == [FactorError(file: "mine.json", key: "id", .reserved)])
        #expect(throws: FactorError(file: "mine.json", key: "id", .reserved)) {
            try FactorSet(file, hashedBy: lengthHash)
        }
    }

    @Test("an unknown base is named with those there are")
    func base() throws {
        let file = try Self.file(header: ["base": "de-2026.1"])
        let problem = FactorError.Problem.notOneOf(FactorSet.bundledIdentifiers, found: "de-2026.1")
        #expect(try Self.faults(file) == [FactorError(file: "mine.json", key: "base", problem)])
    }

    @Test("without a base nothing is filled in")
    func complete() throws {
        let file = try Self.file(header: ["base": NSNull(), "electricity": "fr"])
        let faults = try Self.faults(file)
        #expect(faults.count == FactorUse.all.count - 1)
        #expect(faults.allSatisfy { $0.problem == .missingEntry })
    }
}
