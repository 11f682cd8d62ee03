import Documents
import Testing

@testable import Verdict

@Suite struct StepReadingTests {
    private let step = Walked.step(
        "open",
        [
            .init("api.example", .first, 1000), .init("ads.example", .third, 500), .init("192.0.2.9", .unknown, 50),
            .init("push.example", .background, 30),
        ])

    private func reading(_ key: String) throws -> Reading { step.reading(try #require(Metric(rawValue: key))) }

    /// Each host sends 100 bytes, so that the sums can be told by heart.
    @Test(
        "bytes by party and direction are those of the hosts",
        arguments: [
            ("bytes", 1850.0), ("bytes.all", 1980), ("bytes.up", 300), ("bytes.down", 1550), ("bytes.background", 130),
            ("bytes.unknown.down", 50), ("connections", 3), ("connections.all", 4), ("hosts", 3), ("hosts.all", 4),
            ("hosts.background", 1), ("duration", 10),
        ])
    func exact(_ row: (key: String, value: Double)) throws {
        #expect(try reading(row.key) == .exactly(row.value))
    }

    @Test(
        "what hosts of an unknown party carry may be anybody's",
        arguments: [
            ("bytes.first", 1100.0, 1250.0), ("bytes.third", 600, 750), ("bytes.third.down", 500, 550),
            ("connections.third", 1, 2), ("hosts.first", 1, 2),
        ])
    func bounds(_ row: (key: String, low: Double, high: Double)) throws {
        #expect(try reading(row.key) == .between(low: row.low, high: row.high, .partyUnknown))
    }

    @Test("the parties that the document sums up count before its list of hosts, which may leave light ones out")
    func breakdown() throws {
        var step = step
        step.breakdown = Breakdown(parties: [
            GroupTraffic(key: "third", traffic: Traffic(down: TrafficCounts(ipBytes: 777)), connections: 5)
        ])
        #expect(step.reading(Metric(.bytes, side: .third)) == .exactly(777))
        #expect(step.reading(Metric(.connections, side: .third)) == .exactly(5))
    }

    @Test("light hosts that are listed together are any number of hosts")
    func together() {
        let step = Walked.step("open", [.init("api.example", .first, 1), .init(HostTraffic.otherHosts, .unknown, 1)])
        guard case .between(let low, let high, let obstacle) = step.reading(Metric(.hosts)) else {
            return #expect(Bool(false))
        }
        #expect(low == 2 && high == .infinity && obstacle == .hostsTogether)
    }

    @Test("energy and display time that weren't measured are missing, and no model stands in for them")
    func missing() {
        #expect(step.reading(Metric(.energy)) == .missing(.energyAbsent))
        #expect(step.reading(Metric(.displayTime)) == .missing(.displayTimeAbsent))
        let modelled = Walked.step("open", [], display: Step.DisplayTime(seconds: 1, basis: .modelled))
        #expect(modelled.reading(Metric(.displayTime)) == .missing(.displayTimeAbsent))
        let measured = Walked.step("open", [], energy: Step.Energy(joules: 2, basis: .measured))
        #expect(measured.reading(Metric(.energy)) == .exactly(2))
        #expect(measured.reading(Metric(.requests)) == .missing(.requests))
        // A pause has no screen to wait for.
        #expect(Walked.step("rest", [], type: .pause).reading(Metric(.displayTime)) == .exactly(0))
    }

    @Test("a document that says less than is asked leaves it unsaid")
    func earlier() {
        var step = step
        step.hosts[1].connections = nil
        #expect(step.reading(Metric(.connections, side: .third)) == .missing(.notStated))
        #expect(step.reading(Metric(.connections, side: .all)) == .exactly(4))
    }
}
