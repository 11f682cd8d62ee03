import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct ImpactModelTests {
    @Test("the worked examples come out", arguments: WorkedExample.all)
    func example(_ example: WorkedExample) {
        let model = ImpactModel(factors: .tested, device: example.device, network: example.network)
        let found = model.indicators(
            bytes: example.bytes, seconds: example.seconds, joules: example.wattHours.map { $0 * 3600 })
        for (indicator, expected) in [
            (found.ghg, example.ghg), (found.water, example.water), (found.land, example.land),
        ] {
            #expect(isClose(indicator.low, expected.low), "\(indicator.unit)")
            #expect(isClose(indicator.central, expected.central), "\(indicator.unit)")
            #expect(isClose(indicator.high, expected.high), "\(indicator.unit)")
        }
    }

    @Test("the table of worked examples is the reference's", .reference)
    func tableIsComplete() throws {
        struct Reference: Decodable {
            struct Example: Decodable {
                struct Impact: Decodable {
                    let kgco2e, litres, m2_year: Double
                }
                let out: [String: Impact]
            }
            let examples: [Example]
        }
        let file = try #require(Repository.shared).appending(path: "factors/worked_examples.json")
        let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
        #expect(reference.examples.count == WorkedExample.all.count)
        for (expected, row) in zip(reference.examples, WorkedExample.all) {
            for (name, ghg, water, land) in [
                ("low", row.ghg.low, row.water.low, row.land.low),
                ("central", row.ghg.central, row.water.central, row.land.central),
                ("high", row.ghg.high, row.water.high, row.land.high),
            ] {
                let out = try #require(expected.out[name])
                #expect([out.kgco2e, out.litres, out.m2_year] == [ghg, water, land])
            }
        }
    }

    @Test("one GB over a fixed line is split by life-cycle part")
    func parts() {
        let model = ImpactModel(factors: .tested, device: .smartphone, network: .fixed)
        let found = model.indicators(bytes: 1_000_000_000, seconds: 0, joules: nil)
        // Central figures: net.fixed.ghg 0.0198, dc.ghg 0.0084; 0.05 and 0.055 kWh at 0.83 L, cooling 0.284 L/kWh.
        #expect(found.ghg.parts.network.central == 0.0198)
        #expect(found.ghg.parts.dataCentre.central == 0.0084)
        #expect(isClose(found.water.parts.network.central, 0.05 * 0.83))
        #expect(isClose(found.water.parts.dataCentre.central, 0.055 * (0.83 + 0.284)))
        #expect(found.ghg.parts.terminalUse == .zero)
        #expect(found.ghg.parts.terminalManufacture == .zero)
    }

    @Test("measured energy replaces the modelled power")
    func measured() {
        let model = ImpactModel(factors: .tested, device: .laptop, network: .wifi)
        let found = model.indicators(bytes: 0, seconds: 30, joules: 3_600_000)
        // 1 kWh at 0.0213, 0.04418 and 0.098 kgCO2e.
        #expect(found.ghg.parts.terminalUse == Estimate(low: 0.0213, central: 0.04418, high: 0.098))
        #expect(!found.ghg.factors.contains("dev.laptop.power"))
        #expect(model.indicators(bytes: 0, seconds: 30, joules: nil).ghg.factors.contains("dev.laptop.power"))
    }

    @Test("Wi-Fi counts as the fixed line behind it")
    func wifi() {
        let indicators = [NetworkKind.wifi, .fixed, .mobile].map {
            ImpactModel(factors: .tested, device: .tablet, network: $0)
                .indicators(bytes: 5_000_000, seconds: 60, joules: nil)
        }
        #expect(indicators[0] == indicators[1])
        #expect(indicators[0] != indicators[2])
        #expect(indicators[2].ghg.factors.contains("net.mobile.ghg"))
    }

    /// Computed by a program in Python from the world set and the formulas of the method.
    @Test(
        "the same model takes the world's electricity",
        arguments: [
            (
                DeviceClass.smartphone, NetworkKind.mobile, 3_130_000, 60.0,
                [0.000219890500761035, 0.0006670369619482495, 0.001014220505327245],
                [0.003691881532978184, 0.050204754428006086, 0.08563969963778792],
                [2.6038798061643836e-05, 0.00011907696447488584, 0.0001236455991415525]
            ),
            (
                .laptop, .fixed, 2_000_000, 30.0,
                [0.0001727445509893455, 0.00028150808447488583, 0.0004323414753932014],
                [0.004164051410451548, 0.0044742896412263535, 0.03419281753018772],
                [1.940367351090817e-05, 3.850789797782127e-05, 5.113598691019787e-05]
            ),
        ])
    func world(
        _ device: DeviceClass, _ network: NetworkKind, _ bytes: Int, _ seconds: Double, _ ghg: [Double],
        _ water: [Double], _ land: [Double]
    ) throws {
        let set = try #require(try FactorSet.bundled("world-2026.1", hashedBy: lengthHash))
        let found = ImpactModel(factors: set, device: device, network: network)
            .indicators(bytes: bytes, seconds: seconds, joules: nil)
        for (indicator, expected) in [(found.ghg, ghg), (found.water, water), (found.land, land)] {
            for (figure, due) in zip([indicator.low, indicator.central, indicator.high], expected) {
                #expect(isClose(figure, due), "\(indicator.unit)")
            }
        }
        #expect(found.ghg.factors.contains("elec.world.ghg"))
    }
}
