import Documents
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct SummaryCaveatsTests {
    private func caveats(
        _ bytes: [Int], cache: CacheState? = .cold, plan: Summary.Plan? = nil, precision: Double = 0.5
    ) throws -> [Caveat] {
        let steps = bytes.enumerated().map { SummaryStepsTests.step("ouvrir", $0.offset + 1, bytes: $0.element) }
        return try #require(Summary(of: steps, cache: cache, plan: plan, precision: precision)).caveats
    }

    @Test("runs as planned, close enough and often enough, are worth no warning")
    func fine() throws {
        #expect(try caveats([100, 102, 98], plan: Summary.Plan(cold: 3, warm: 9, maximumSpread: 0.15)) == [])
    }

    @Test("fewer runs than planned are counted, by their kind")
    func tooFew() throws {
        let plan = Summary.Plan(cold: 5, warm: 2)
        let caveat = try #require(caveats([100, 100, 100], plan: plan).first)
        #expect(caveat.code == .runsTooFew && caveat.count == 2)
        #expect(try caveats([100, 100, 100], cache: .warm, plan: plan) == [])
    }

    @Test("runs of which the kind isn't known can't be held against a plan of both")
    func unstated() throws {
        #expect(try caveats([100], cache: nil, plan: Summary.Plan(cold: 5, warm: 2)).map(\.code) == [.cacheUnstated])
        #expect(try caveats([100], cache: nil, plan: Summary.Plan(warm: 2)).map(\.code) == [.runsTooFew])
    }

    /// (120 − 90) / 100 = 30 %.
    @Test("the spread is held against the plan's, from least to greatest by the median")
    func spread() throws {
        #expect(try caveats([90, 100, 120], plan: Summary.Plan(maximumSpread: 0.30)).map(\.code) == [])
        let found = try caveats([90, 100, 120], plan: Summary.Plan(maximumSpread: 0.295))
        #expect(found.map(\.code) == [.spreadTooWide])
        #expect(found.first?.step == "ouvrir" && found.first?.message.contains("30 %") == true)
        #expect(found.first?.message.contains("29.5 %") == true)
    }

    @Test("an outlier is named by its run, and what the precision takes is counted")
    func outlier() throws {
        let found = try caveats([100, 101, 99, 100, 150])
        #expect(found.map(\.code) == [.runOutlying])
        #expect(found.first?.count == 5)
        // Mean 100, s 10: a variation of 0.1 takes 18 runs for 5 %; see SpreadRunsTests.
        let more = try caveats([90, 100, 110], precision: 0.05)
        #expect(more.map(\.code) == [.moreRunsNeeded])
        #expect(more.first?.count == 15)
    }
}
