import Documents
import Testing

@testable import Report

@Suite("the report's figures as CSV") struct ReportCSVTests {
    private func rows(_ subject: ReportSubject) -> [[String]] {
        ReportCSV.text(subject).split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func run(_ name: String) -> ReportedRun {
        ReportedRun(name: name, measurement: Sample.measurement, score: Sample.score)
    }

    @Test("each line has every column, and steps and outside add up to the run")
    func sums() throws {
        let rows = rows(ReportSubject(runs: [run("a")], score: Sample.score))
        #expect(rows.allSatisfy { $0.count == 15 })
        func sum(_ scope: String, _ metric: String) -> Int {
            rows.filter { $0[4] == scope && $0[7].isEmpty && $0[9] == metric }.reduce(0) { $0 + (Int($1[10]) ?? 0) }
        }
        for metric in ["ip_bytes_up", "ip_bytes_down"] {
            #expect(sum("step", metric) + sum("outside", metric) == sum("run", metric))
        }
        // The sample's own sum.
        #expect(sum("step", "ip_bytes_up") == 41_200 && sum("step", "ip_bytes_down") == 1_621_091)
    }

    @Test("modelled figures carry their range and unit, measured ones none")
    func ranges() throws {
        let rows = rows(ReportSubject(runs: [run("a")], score: Sample.score))
        let ghg = try #require(rows.first { $0[4] == "run" && $0[9] == "ghg" })
        #expect(ghg.suffix(2) == ["kgCO2e", "modelled"])
        #expect(
            try #require(Double(ghg[11])) < #require(Double(ghg[10]))
                && #require(Double(ghg[10])) < #require(Double(ghg[12])))
        #expect(rows.filter { $0[14] == "measured" }.allSatisfy { $0[11].isEmpty && $0[12].isEmpty })
        #expect(rows.contains { $0[4] == "run" && $0[9] == "ecoscore" && $0[10] == "91.8" && $0[13] == "points" })
    }

    @Test("of several runs each has its lines, and the score of all has no run")
    func several() {
        let rows = rows(ReportSubject(runs: [run("a"), run("b")], score: Sample.score))
        #expect(Set(rows.dropFirst().map { $0[3] }) == ["a", "b", ""])
        #expect(rows.filter { $0[3].isEmpty && $0[4] == "run" }.map { $0[9] } == ["ghg", "water", "land", "ecoscore"])
    }

    @Test("no field is taken for a formula")
    func formulas() {
        var measurement = Sample.measurement
        measurement.hosts[0].name = "=1+1"
        measurement.steps[0].id = "@home"
        let text = ReportCSV.text(ReportSubject(runs: [ReportedRun(name: "-a", measurement: measurement)], score: nil))
        #expect(text.contains(",'=1+1,") && text.contains(",'@home,") && text.contains(",'-a,"))
        #expect(!text.contains(",=") && !text.contains(",@"))
    }
}
