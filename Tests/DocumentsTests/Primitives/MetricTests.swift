import Testing

@testable import Documents

@Suite struct MetricTests {
    @Test(
        "a key and its metric are one",
        arguments: [
            "bytes", "bytes.third", "bytes.third.down", "bytes.up", "connections.first", "hosts.unknown", "requests",
            "duration", "display_time", "energy", "ghg.central", "water.low", "land.high", "score", "grade",
        ])
    func keys(_ key: String) throws {
        #expect(try #require(Metric(rawValue: key)).rawValue == key)
    }

    @Test("what isn't said is the usual case")
    func usual() {
        #expect(Metric(rawValue: "ghg") == Metric(rawValue: "ghg.central"))
        #expect(Metric(rawValue: "bytes.app.both") == Metric(.bytes))
    }

    @Test(
        "what is no metric has none",
        arguments: [
            "", "byte", "bytes.", "bytes.down.third", "bytes.first.first", "hosts.up", "connections.down",
            "score.first",
            "ghg.median", "duration.low", "bytes.high", ".bytes", "Bytes",
        ])
    func unknown(_ key: String) {
        #expect(Metric(rawValue: key) == nil)
    }

    @Test("letters are ranked so that more is better, and come back")
    func grades() {
        #expect(EcoscoreResult.Grade.A.rank == 7 && EcoscoreResult.Grade.G.rank == 1)
        for grade in EcoscoreResult.Grade.allCases { #expect(EcoscoreResult.Grade(rank: grade.rank) == grade) }
        #expect(EcoscoreResult.Grade(rank: 0) == nil && EcoscoreResult.Grade(rank: 6.5) == nil)
    }
}
