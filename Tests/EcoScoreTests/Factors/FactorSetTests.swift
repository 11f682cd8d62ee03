import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct FactorSetTests {
    /// A change to one factor of the bundled file, or to the file, and the error that is due.
    struct Damage: CustomTestStringConvertible {
        let testDescription: String
        var entry: String? = "dc.energy"
        let key: String?
        let problem: FactorError.Problem
        let apply: @Sendable (inout [String: Any]) -> Void

        init(
            _ name: String, _ key: String?, _ problem: FactorError.Problem,
            apply: @escaping @Sendable (inout [String: Any]) -> Void
        ) {
            testDescription = name
            self.key = key
            self.problem = problem
            self.apply = apply
        }
    }

    static let allowed = [
        "id", "unit", "low", "central", "high", "covers", "doesNotCover", "derivation", "confidence",
        "confidenceNote", "date", "sources",
    ]

    @Test(
        "a broken factor is named with its key and what was expected",
        arguments: [
            Damage("unknown key", "colour", .unknownKey(expected: allowed)) { $0["colour"] = "green" },
            Damage("no source", "sources", .empty) { $0["sources"] = [[String: Any]]() },
            Damage("sources missing", "sources", .missingKey) { $0["sources"] = nil },
            Damage("low above central", "central", .notInOrder(low: 2, central: 0.055, high: 0.072)) { $0["low"] = 2 },
            Damage("central above high", "central", .notInOrder(low: 0.055, central: 1, high: 0.072)) {
                $0["central"] = 1
            },
            Damage("negative", "low", .outside(least: 0, most: 1e9, found: -1)) { $0["low"] = -1 },
            Damage("huge", "high", .outside(least: 0, most: 1e9, found: 1e10)) { $0["high"] = 1e10 },
            Damage("a text for a number", "high", .wrongKind(expected: "a number")) { $0["high"] = "0.072" },
            Damage("null for a number", "high", .wrongKind(expected: "a number")) { $0["high"] = NSNull() },
            Damage("wrong unit", "unit", .wrongUnit(expected: "kWh/GB", found: "Wh/GB")) { $0["unit"] = "Wh/GB" },
            Damage("empty text", "covers", .empty) { $0["covers"] = "" },
            Damage(
                "unknown confidence", "confidence",
                .notOneOf(["read", "derived", "proxy", "convention"], found: "guess")
            ) { $0["confidence"] = "guess" },
        ])
    func brokenFactor(_ damage: Damage) throws {
        let error = FactorError(file: "mine.json", entry: damage.entry, key: damage.key, damage.problem)
        let json = try edited { file in
            var factors = file["factors"] as! [[String: Any]]
            let index = try #require(factors.firstIndex { $0["id"] as? String == "dc.energy" })
            damage.apply(&factors[index])
            file["factors"] = factors
        }
        #expect(throws: error) { try FactorSet(json, file: "mine.json", sha256: .repeating("a")) }
        #expect(error.description.hasPrefix("mine.json: \"dc.energy\": key "))
    }

    @Test("a factor that the model needs must be there", arguments: FactorUse.all.map { $0.id(electricity: "fr") })
    func missing(_ id: String) throws {
        let json = try edited { file in
            file["factors"] = (file["factors"] as! [[String: Any]]).filter { $0["id"] as? String != id }
        }
        #expect(throws: FactorError(file: "mine.json", entry: id, .missingEntry)) {
            try FactorSet(json, file: "mine.json", sha256: .repeating("a"))
        }
    }

    @Test("a factor stands once")
    func duplicate() throws {
        let json = try edited { file in
            let factors = file["factors"] as! [[String: Any]]
            file["factors"] = factors + [factors[0]]
        }
        #expect(throws: FactorError(file: "mine.json", entry: "elec.fr.ghg", key: "id", .duplicate)) {
            try FactorSet(json, file: "mine.json", sha256: .repeating("a"))
        }
    }

    @Test("a life without hours can't be divided by")
    func noHours() throws {
        let json = try edited { file in
            var factors = file["factors"] as! [[String: Any]]
            let index = try #require(factors.firstIndex { $0["id"] as? String == "dev.tablet.active_hours" })
            factors[index]["low"] = 0
            file["factors"] = factors
        }
        let problem = FactorError.Problem.outside(least: 1, most: 1e9, found: 0)
        #expect(throws: FactorError(file: "mine.json", entry: "dev.tablet.active_hours", key: "low", problem)) {
            try FactorSet(json, file: "mine.json", sha256: .repeating("a"))
        }
    }

    @Test("what is no factor file is refused", arguments: ["", "[]", "{", "true", "nonsense"])
    func notJSON(_ text: String) {
        #expect(throws: FactorError(file: "mine.json", .notJSON)) {
            try FactorSet(Data(text.utf8), file: "mine.json", sha256: .repeating("a"))
        }
    }

    @Test("another format is refused by its name")
    func otherSchema() {
        let problem = FactorError.Problem.notOneOf(["ecoproxy.factors/1"], found: "ecoproxy.factors/2")
        #expect(throws: FactorError(file: "mine.json", key: "schema", problem)) {
            try FactorSet(Data(#"{"schema": "ecoproxy.factors/2"}"#.utf8), file: "mine.json", sha256: .repeating("a"))
        }
    }

    @Test("the bundled figures are the reference's", .reference)
    func figures() throws {
        struct Reference: Decodable {
            struct Factor: Decodable {
                let id, unit: String
                let low, central, high: Double?
            }
            let factors: [Factor]
        }
        let file = try #require(Repository.shared).appending(path: "factors/factors.json")
        let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
        #expect(FactorSet.tested.factors.count == FactorUse.all.count)
        for factor in FactorSet.tested.factors {
            let expected = try #require(reference.factors.first { $0.id == factor.id })
            #expect(factor.value.low == expected.low, "\(factor.id)")
            #expect(factor.value.central == expected.central, "\(factor.id)")
            #expect(factor.value.high == expected.high, "\(factor.id)")
            #expect(expected.unit.hasPrefix(factor.unit), "\(factor.id)")
        }
    }

    @Test("the set names itself by the hash of its file")
    func reference() throws {
        var hashed = Data()
        let set = try FactorSet.bundled { data in
            hashed = data
            return .repeating("e")
        }
        #expect(set.reference == FactorSetReference(id: "fr-2026.1", version: "1.0.0", sha256: .repeating("e")))
        #expect(hashed == Data(PackageResources.fr_2026_1_json))
        #expect(set["net.mobile.ghg"]?.unit == "kgCO2e/GB")
        #expect(set["net.pigeon.ghg"] == nil)
    }

    @Test("the world's electricity is the reference's, where that has a figure of the same scope", .reference)
    func worldElectricity() throws {
        struct Reference: Decodable {
            struct Factor: Decodable {
                let id: String
                let low, central, high: Double?
            }
            let factors: [Factor]
        }
        let file = try #require(Repository.shared).appending(path: "factors/factors.json")
        let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
        let world = try #require(try FactorSet.bundled("world-2026.1", hashedBy: lengthHash))
        let expected = try #require(reference.factors.first { $0.id == "elec.world.ghg" })
        let found = try #require(world["elec.world.ghg"]?.value)
        #expect([found.low, found.central, found.high] == [expected.low, expected.central, expected.high])
        // The reference's land counts the spacing of wind farms, and ends in 2012: ours lies on both sides of it.
        let land = try #require(reference.factors.first { $0.id == "elec.world.land" }?.central)
        let ours = try #require(world["elec.world.land"]?.value)
        #expect(ours.low < land && land < ours.high)
    }

    @Test("what depends on electricity alone is computed from the set's own")
    func worldNetwork() throws {
        let world = try #require(try FactorSet.bundled("world-2026.1", hashedBy: lengthHash))
        func central(_ id: String) throws -> Double { try #require(world[id]).value.central }
        // SWD v4 in co2.js: 6.422 g of network and 5.928 g of data centre embodied in a GB.
        for (gas, energy, embodied) in [
            ("net.fixed.ghg", "net.fixed.energy", 0.006422), ("net.mobile.ghg", "net.mobile.energy", 0.006422),
            ("dc.ghg", "dc.energy", 0.005928),
        ] {
            let due = try central(energy) * central("elec.world.ghg") + embodied
            #expect(isClose(try central(gas), due, relative: 0.005), "\(gas)")
        }
    }

    @Test("every factor says in both languages what it covers, and each source can be followed")
    func texts() throws {
        for id in FactorSet.bundledIdentifiers {
            let set = try #require(try FactorSet.bundled(id, hashedBy: lengthHash))
            for factor in set.factors {
                for text in [factor.covers, factor.confidenceNote, factor.doesNotCover, factor.derivation] {
                    #expect(text.map { Set($0.texts.keys) == ["en", "fr"] } != false, "\(id) \(factor.id)")
                }
                #expect(factor.sources.allSatisfy { $0.address?.hasPrefix("http") == true }, "\(id) \(factor.id)")
            }
        }
    }

    @Test("the second French set has ADEME's figures of networks, and else those of the first")
    func secondFrench() throws {
        let set = try #require(try FactorSet.bundled("fr-2026.2", hashedBy: lengthHash))
        #expect(set.reference.replaced == [])
        #expect(set.base == "fr-2026.1")
        let changes = FactorSet.tested.changes(to: set)
        #expect(changes.map(\.after.id).sorted() == ["net.fixed.ghg", "net.mobile.ghg"])
        // NegaOctet (incubateur-ademe/publicodes-negaoctet), gCO2e/GB: 9.26934695867389 fixed, 24.6836791969497 mobile.
        #expect(isClose(try #require(set["net.fixed.ghg"]).value.central, 0.00926934695867389, relative: 0.002))
        #expect(isClose(try #require(set["net.mobile.ghg"]).value.central, 0.0246836791969497, relative: 0.002))
    }

    @Test("there is no set of another name")
    func unknown() throws {
        #expect(try FactorSet.bundled("fr-2025.1", hashedBy: lengthHash) == nil)
    }

    private func edited(_ edit: (inout [String: Any]) throws -> Void) throws -> Data {
        let json = try JSONSerialization.jsonObject(with: Data(PackageResources.fr_2026_1_json))
        var file = try #require(json as? [String: Any])
        try edit(&file)
        return try JSONSerialization.data(withJSONObject: file)
    }
}
