import TestSupport
import Testing

@testable import EcoScore

struct OneByteModelTests {
    private let model = OtherModels.tested.oneByte

    /// thegreenwebfoundation/co2.js@27cbe832, src/1byte.test.js and src/constants/test-constants.js.
    @Test(
        "co2.js's own vectors come out",
        arguments: [
            (1_000_000, false, 0.29081), (1_000_000, true, 0.23196), (0, false, 0), (0.99, false, 0), (-1, false, 0),
        ] as [(Double, Bool, Double)])
    func upstream(_ bytes: Double, _ green: Bool, _ grams: Double) {
        #expect(abs(model.grams(bytes: bytes, greenHosting: green) - grams) <= 5e-6)
    }

    @Test("every vector of the oracle comes out", .reference)
    func oracle() throws {
        let oracle = try ModelOracle("co2js_onebyte")
        for vector in try oracle.vectors("upstream_test_vectors") {
            let found = model.grams(bytes: try vector.number("bytes"), greenHosting: try vector.flag("green"))
            let tolerance = vector["abs_tol"] == nil ? 0 : try vector.number("abs_tol")
            #expect(abs(found - (try vector.number("grams_co2e"))) <= tolerance, "\(vector)")
        }
        for vector in try oracle.vectors("extra_vectors_recomputed_here") {
            let found = model.grams(bytes: try vector.number("bytes"), greenHosting: try vector.flag("green"))
            #expect(agrees(found, try vector.number("grams_co2e")), "\(vector)")
        }
        #expect(oracle.checked == oracle.count)
        #expect(oracle.count >= 15)
    }

    @Test("the constants are the oracle's", .reference)
    func constants() throws {
        let constants = try ModelOracle("co2js_onebyte").constants
        for (network, key) in [
            (OneByteModel.Network.wired, "wired"), (.wifi, "wifi"), (.mobile, "4g"), (.mean, "network_mean_of_three"),
        ] {
            #expect(agrees(model.energyPerByte(network), try constants.number("kwh_per_byte_\(key)")))
        }
    }

    @Test("a network of its own takes the place of the mean")
    func networks() {
        // 1 GB: (0.072 + 0.429) kWh, (0.072 + 0.152) kWh and (0.072 + 0.884) kWh at 519 g.
        #expect(agrees(model.grams(bytes: 1e9, network: .wired), 0.501 * 519))
        #expect(agrees(model.grams(bytes: 1e9, network: .wifi), 0.224 * 519))
        #expect(agrees(model.grams(bytes: 1e9, network: .mobile), 0.956 * 519))
        let each = [OneByteModel.Network.wired, .wifi, .mobile].map { model.grams(bytes: 1e9, network: $0) }
        #expect(agrees(model.grams(bytes: 1e9), each.reduce(0, +) / 3))
    }
}
