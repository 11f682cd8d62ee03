import TestSupport
import Testing

@testable import EcoScore

struct GreenFrameModelTests {
    private let model = OtherModels.tested.greenFrame

    /// marmelab/greenframe-cli@f82571d1, src/model/stat-tools/__tests__/getConsumption.ts.
    @Test("GreenFrame's own vectors of the standard error come out")
    func standardError() throws {
        let error = try #require(GreenFrameModel.standardErrorPercent([12, 14, 14, 16], mean: 14))
        #expect(agrees(error, 5.832118435198042))
        #expect(GreenFrameModel.standardErrorPercent([14, 14, 14], mean: 14) == 0)
        #expect(GreenFrameModel.standardErrorPercent([14], mean: 14) == nil)
        #expect(GreenFrameModel.standardErrorPercent([1, -1], mean: 0) == nil)
    }

    @Test("an hour of processor and screen is their power")
    func hour() {
        let usage = GreenFrameModel.Usage(processorSeconds: 3600, screenSeconds: 3600, seconds: 3600)
        // 45 W and 14 W, 442 g a kWh; on a server 1.4 times the processor, the screen as it is.
        #expect(model.wattHours(of: usage).total == 59)
        #expect(agrees(model.grams(model.wattHours(of: usage)).total, 59 * 0.442))
        #expect(agrees(model.wattHours(of: usage, isServer: true).total, 45 * 1.4 + 14))
    }

    @Test("every vector of the oracle comes out", .reference)
    func oracle() throws {
        let oracle = try ModelOracle("greenframe")
        for vector in try oracle.vectors("upstream_test_vectors", "standard_error_percent") {
            let values = try #require(vector["values"] as? [Double])
            let found = try #require(
                GreenFrameModel.standardErrorPercent(values, mean: try vector.number("mean")))
            #expect(agrees(found, try vector.number("value")))
        }
        for vector in try oracle.vectors("extra_vectors_recomputed_here") {
            let (given, out) = (try vector.object("in"), try vector.object("out"))
            let usage = GreenFrameModel.Usage(
                processorSeconds: try given.number("cpu_s"), memoryGigabytes: try given.number("mem_gb"),
                diskGigabytes: try given.number("disk_gb"),
                networkGigabytes: try given.number("network_gb_rx_plus_tx"),
                screenSeconds: try given.number("screen_s"), seconds: try given.number("time_s"))
            let wattHours = model.wattHours(
                of: usage, isServer: try !given.flag("is_user_device"),
                isOneOfSeveral: try given.flag("several_containers"))
            for (key, found) in [("wh", wattHours), ("gco2e", model.grams(wattHours))] {
                let expected = try out.object(key)
                #expect(agrees(found.processor, try expected.number("cpu")))
                #expect(agrees(found.memory, try expected.number("mem")))
                #expect(agrees(found.disk, try expected.number("disk")))
                #expect(agrees(found.network, try expected.number("network")))
                #expect(agrees(found.screen, try expected.number("screen")))
                #expect(agrees(found.total, try expected.number("total")))
            }
        }
        #expect(oracle.checked == oracle.count)
        #expect(oracle.count >= 6)
    }
}
