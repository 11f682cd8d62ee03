import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct OtherModelsTests {
    /// A change to the entry of a model in the bundled file, and the error that is due.
    struct Damage: CustomTestStringConvertible {
        let testDescription: String
        let entry: String?
        let key: String?
        let problem: FactorError.Problem
        let apply: @Sendable (inout [String: Any]) -> Void

        init(
            _ name: String, _ entry: String?, _ key: String?, _ problem: FactorError.Problem,
            apply: @escaping @Sendable (inout [String: Any]) -> Void
        ) {
            testDescription = name
            (self.entry, self.key, self.problem, self.apply) = (entry, key, problem, apply)
        }
    }

    private static let models = ["onebyte", "swd3", "swd4", "greenframe"]
    private static let paths = ["src/sustainable-web-design-v4.js", "src/constants/index.js"]

    @Test(
        "a broken file is named with its place and what was expected",
        arguments: [
            Damage("another model", "climate", "id", .notOneOf(models, found: "climate")) { $0["id"] = "climate" },
            Damage("a model twice", "swd3", "id", .duplicate) { $0["id"] = "swd3" },
            Damage("no licence", "swd4", "licence", .missingKey) { $0["licence"] = nil },
            Damage("no French", "swd4", "fr", .missingKey) { $0["doesNotCount"] = ["en": "time"] },
            Damage("no source", "swd4", "sources", .empty) { $0["sources"] = [[String: Any]]() },
            Damage("no commit", "swd4", "commit", .missingKey) { edit("sources", &$0) { $0["commit"] = nil } },
            Damage(
                "unknown key", "swd4.use.dataCentre", "colour", .unknownKey(expected: ["id", "unit", "value", "path"])
            ) {
                edit("constants", &$0) { $0["colour"] = "green" }
            },
            Damage("a file that no source names", "swd4.use.dataCentre", "path", .notOneOf(paths, found: "a.js")) {
                edit("constants", &$0) { $0["path"] = "a.js" }
            },
            Damage("wrong unit", "swd4.use.dataCentre", "unit", .wrongUnit(expected: "kWh/GB", found: "Wh/GB")) {
                edit("constants", &$0) { $0["unit"] = "Wh/GB" }
            },
            Damage("negative", "swd4.use.dataCentre", "value", .outside(least: 0, most: 1e9, found: -1)) {
                edit("constants", &$0) { $0["value"] = -1 }
            },
            Damage("missing constant", "swd4.use.dataCentre", nil, .missingEntry) {
                edit("constants", &$0) { $0["id"] = "swd4.use.pigeon" }
            },
            Damage("constant twice", "swd4.use.network", "id", .duplicate) {
                edit("constants", &$0) { $0["id"] = "swd4.use.network" }
            },
            Damage(
                "letters out of order", "swd4.rating.E", "value",
                .outside(least: (0.278).nextUp, most: 1e9, found: 0.278)
            ) {
                edit("constants", at: 12, &$0) { $0["value"] = 0.278 }
            },
        ])
    func broken(_ damage: Damage) throws {
        let json = try edited { file in
            var models = try #require(file["models"] as? [[String: Any]])
            damage.apply(&models[2])
            file["models"] = models
        }
        let error = FactorError(
            file: "mine.json", entry: damage.entry, key: damage.key, damage.problem)
        #expect(throws: error) { try OtherModels(json, file: "mine.json") }
    }

    @Test("a constant that no formula uses is refused")
    func leftOver() throws {
        let json = try edited { file in
            var models = try #require(file["models"] as? [[String: Any]])
            var constants = try #require(models[0]["constants"] as? [[String: Any]])
            constants.append(["id": "onebyte.device", "unit": "kWh/byte", "value": 1, "path": "src/1byte.js"])
            models[0]["constants"] = constants
            file["models"] = models
        }
        let error = #expect(throws: FactorError.self) { try OtherModels(json, file: "mine.json") }
        #expect(error?.entry == "onebyte.device" && error?.key == "id")
        #expect(error?.description.contains("found \"onebyte.device\"") == true)
    }

    @Test("every model must be there", arguments: models)
    func missing(_ id: String) throws {
        let json = try edited { file in
            file["models"] = (file["models"] as! [[String: Any]]).filter { $0["id"] as? String != id }
        }
        #expect(throws: FactorError(file: "mine.json", entry: id, .missingEntry)) {
            try OtherModels(json, file: "mine.json")
        }
    }

    @Test("what is no file of models is refused", arguments: ["", "[]", #"{"schema": "ecoproxy.factors/1"}"#])
    func other(_ text: String) {
        #expect(throws: FactorError.self) { try OtherModels(Data(text.utf8), file: "mine.json") }
    }

    @Test("the bundled file names itself, and the commits that the reference read", .reference)
    func identity() throws {
        let models = OtherModels.tested
        #expect(models.id == "models-2026.1" && models.version == "1.0.0")
        let sheets = models.sheets
        for (sheet, oracle) in [
            (sheets.oneByte, "co2js_onebyte"), (sheets.webDesignV3, "co2js_swd_v3"),
            (sheets.webDesignV4, "co2js_swd_v4"), (sheets.greenFrame, "greenframe"),
        ] {
            let source = try ModelOracle(oracle).root.object("source")
            for place in sheet.sources {
                #expect(place.repository == source["repo"] as? String && place.commit == source["commit"] as? String)
                let paths = try #require(source["paths"] as? [String])
                #expect(paths.contains(place.path ?? ""), "\(place.path ?? "")")
            }
        }
    }

    private static func edit(
        _ list: String, at index: Int = 0, _ model: inout [String: Any], _ change: (inout [String: Any]) -> Void
    ) {
        guard var entries = model[list] as? [[String: Any]] else { return }
        change(&entries[index])
        model[list] = entries
    }

    private func edited(_ edit: (inout [String: Any]) throws -> Void) throws -> Data {
        let json = try JSONSerialization.jsonObject(with: Data(PackageResources.models_2026_1_json))
        var file = try #require(json as? [String: Any])
        try edit(&file)
        return try JSONSerialization.data(withJSONObject: file)
    }
}
