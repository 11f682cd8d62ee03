import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct SustainableWebDesignV3Tests {
    private let model = OtherModels.tested.webDesignV3

    /// thegreenwebfoundation/co2.js@27cbe832, src/sustainable-web-design-v3.test.js and src/constants/test-constants.js.
    @Test("co2.js's own vectors come out")
    func upstream() {
        #expect(abs(model.emissions(bytes: 1_000_000).total - 0.38317) <= 5e-4)
        #expect(abs(model.emissions(bytes: 1_000_000, greenHosting: true).total - 0.33177) <= 5e-4)
        #expect(abs(model.energy(bytes: 2_257_715.2).total - 0.00182874) <= 5e-8)
        #expect(abs(model.energyPerVisit(bytes: 2_257_715.2).total - 0.0013807057305600004) <= 1e-15)
        #expect(model.rating.letter(grams: 0.095) == .aPlus)
        #expect(model.rating.letter(grams: 0.9) == .f)
    }

    @Test("every vector of the oracle comes out", .reference)
    func oracle() throws {
        let oracle = try ModelOracle("co2js_swd_v3")
        for vector in try oracle.vectors("upstream_test_vectors", "per_byte") {
            let found = model.emissions(bytes: try vector.number("bytes"), greenHosting: try vector.flag("green"))
            let tolerance = try vector.number("abs_tol")
            #expect(abs(found.total - (try vector.number("grams_total"))) <= tolerance, "\(vector)")
            let segments = try vector.object("segments")
            for key in segments.keys {
                #expect(abs(try found.part(key) - segments.number(key)) <= tolerance, "\(key) of \(vector)")
            }
        }
        for vector in try oracle.vectors("upstream_test_vectors", "energy_kwh") {
            let found = model.energy(bytes: try vector.number("bytes"))
            for key in ["device", "network", "datacentre", "production", "total"] {
                #expect(abs(try found.part(key) - vector.number(key)) <= (try vector.number("abs_tol")), "\(key)")
            }
        }
        for vector in try oracle.vectors("upstream_test_vectors", "energy_per_visit_kwh") {
            let found = model.energyPerVisit(bytes: try vector.number("bytes")).total
            #expect(abs(found - (try vector.number("value"))) <= (try vector.number("abs_tol")))
        }
        for vector in try oracle.vectors("upstream_test_vectors", "emissions_per_visit_grams_2dp") {
            let grams = model.energyPerVisit(bytes: try vector.number("bytes")).total * (try vector.number("grid"))
            #expect((grams * 100).rounded() / 100 == (try vector.number("value")), "\(vector)")
        }
        for vector in try oracle.vectors("upstream_test_vectors", "ratings") {
            #expect(model.rating.letter(grams: try vector.number("grams")).rawValue == vector["rating"] as? String)
        }
        for vector in try oracle.vectors("extra_vectors_recomputed_here") {
            let found = model.emissions(
                bytes: try vector.number("bytes"), greenHosting: try vector.flag("green"),
                grid: .everywhere(try vector.number("global_grid_g_per_kwh")))
            let grams = try vector.object("grams")
            for key in ["device", "network", "datacentre", "production", "total"] {
                #expect(agrees(try found.part(key), try grams.number(key)), "\(key) of \(vector)")
            }
        }
        #expect(oracle.checked == oracle.count)
        #expect(oracle.count >= 29)
    }

    @Test("the constants are the oracle's", .reference)
    func constants() throws {
        let constants = try ModelOracle("co2js_swd_v3").constants
        #expect(model.grid == (try constants.number("g_per_kwh_world_in_this_commit")))
        #expect(model.visits.first == (try constants.number("first_view_share")))
        #expect(model.visits.returning == (try constants.number("return_view_share")))
        #expect(model.visits.reloaded == (try constants.number("data_reloaded_on_return")))
    }

    @Test("less than a byte is nothing")
    func nothing() {
        for bytes in [0.99, 0, -5, .nan] { #expect(model.emissions(bytes: bytes).total == 0) }
    }
}

extension ModelSegments {
    /// A part by the oracles' word for it.
    func part(_ key: String) throws -> Double {
        switch key {
        case "device": device
        case "network": network
        case "datacentre": dataCentre
        case "production": production
        default: try #require(key == "total" ? total : nil, "\(key)")
        }
    }
}
