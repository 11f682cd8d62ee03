import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct SustainableWebDesignV4Tests {
    private let model = OtherModels.tested.webDesignV4
    private let parts = ["datacentre", "network", "device"]

    /// thegreenwebfoundation/co2.js@27cbe832, src/sustainable-web-design-v4.test.js.
    @Test("co2.js's own vectors come out")
    func upstream() {
        for (factor, grams) in [(0, 148.2), (1, 121.03), (0.5, 134.615)] {
            #expect(abs(model.emissions(bytes: 1e9, greenHosting: factor).total - grams) <= 5e-4)
        }
        let visits = VisitPattern(first: 0.75, returning: 0.25, reloaded: 0.2)
        #expect(abs(model.emissionsPerVisit(bytes: 1e9, visits: visits).total - 118.56) <= 5e-4)
        #expect(model.emissionsPerVisit(bytes: 1e9) == model.emissions(bytes: 1e9))
        #expect(model.rating.letter(grams: 0.04) == .aPlus)
        #expect(model.rating.letter(grams: 0.0401) == .a)
    }

    @Test("every vector of the oracle comes out", .reference)
    func oracle() throws {
        let oracle = try ModelOracle("co2js_swd_v4")
        let tolerance = try oracle.root.object("upstream_test_vectors").number("abs_tol")
        for vector in try oracle.vectors("upstream_test_vectors", "per_byte_total_grams") {
            let found = model.emissions(
                bytes: try vector.number("bytes"), greenHosting: try vector.number("green_hosting_factor"))
            #expect(abs(found.total - (try vector.number("value"))) <= tolerance, "\(vector)")
        }
        try segments(of: oracle, tolerance)
        for vector in try oracle.vectors("upstream_test_vectors", "per_visit") {
            let bytes = try vector.number("bytes")
            let visits = VisitPattern(
                first: try vector.number("first_share"), returning: try vector.number("return_share"),
                reloaded: try vector.number("reload_ratio"))
            let green = try vector.number("green_hosting_factor")
            let total = model.emissionsPerVisit(bytes: bytes, visits: visits, greenHosting: green).total
            #expect(abs(total - (try vector.number("total"))) <= tolerance, "\(vector)")
            if vector["first_view"] != nil {
                let first = model.emissions(bytes: bytes, greenHosting: green).total
                #expect(abs(first - (try vector.number("first_view"))) <= tolerance)
                #expect(abs(first * visits.reloaded - (try vector.number("return_view"))) <= tolerance)
            }
        }
        for vector in try oracle.vectors("upstream_test_vectors", "ratings") {
            #expect(model.rating.letter(grams: try vector.number("grams")).rawValue == vector["rating"] as? String)
        }
        try recomputed(of: oracle)
        #expect(oracle.checked == oracle.count)
        #expect(oracle.count >= 46)
    }

    private func segments(of oracle: ModelOracle, _ tolerance: Double) throws {
        let segments = try oracle.vector("upstream_test_vectors", "segments_1gb")
        for (key, found) in [
            ("operational", model.inUse(bytes: 1e9)), ("embodied", model.made(bytes: 1e9)),
            ("sum", model.emissions(bytes: 1e9)),
        ] {
            let expected = try segments.object(key)
            for part in expected.keys {
                #expect(abs(try found.part(part) - expected.number(part)) <= tolerance, "\(key) \(part)")
            }
        }
        let custom = try oracle.vector("upstream_test_vectors", "operational_custom_grid_1gb")
        let grid = try custom.object("grid")
        let found = model.inUse(
            bytes: 1e9,
            grid: ModelSegments(
                dataCentre: try grid.number("datacentre"), network: try grid.number("network"),
                device: try grid.number("device")))
        for part in parts { #expect(abs(try found.part(part) - custom.number(part)) <= tolerance, "\(part)") }
    }

    private func recomputed(of oracle: ModelOracle) throws {
        for vector in try oracle.vectors("extra_vectors_recomputed_here") {
            let bytes = try vector.number("bytes")
            // The grid's name ends with its figure, as in france_44.18.
            let name = try #require(vector["grid"] as? String)
            let grid = ModelSegments.everywhere(try #require(Double(name.split(separator: "_").last ?? "")))
            let (use, made) = (model.inUse(bytes: bytes, grid: grid), model.made(bytes: bytes))
            for part in parts {
                let expected = try vector.object("operational_before_green").number(part)
                #expect(agrees(try use.part(part), expected), "\(vector)")
                #expect(agrees(try made.part(part), try vector.object("embodied").number(part)), "\(vector)")
            }
            let total = model.emissions(
                bytes: bytes, greenHosting: try vector.number("green_hosting_factor"), grid: grid
            ).total
            #expect(agrees(total, try vector.number("total")), "\(vector)")
        }
    }

    @Test("the constant grid is the oracle's", .reference)
    func constants() throws {
        let constants = try ModelOracle("co2js_swd_v4").constants
        #expect(model.grid == (try constants.number("g_per_kwh_world_fixed_in_model")))
    }
}
