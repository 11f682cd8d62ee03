import Documents
import Foundation
import Testing

@testable import Report

@Suite("Scores over time")
struct HistoryChartTests {
    private func run(_ value: Double?, day: Int, least: Double? = nil) -> (version: String, run: RunSummary) {
        let time = Timestamp(nanoseconds: (Sample.start + Int64(day) * 86_400) * 1_000_000_000)
        let score = ScoreSummary(
            sha256: Sample.hash, attached: time, value: value, grade: nil, partial: least != nil,
            interval: least.map { .init(low: $0, high: 100) }, gradeRange: nil, ghgKilograms: .zero, waterLitres: nil,
            landSquareMetreYears: nil, factorSet: .init(id: "f", version: "1"), replacedFactors: 0,
            profile: .init(id: "p", version: "1"))
        return (
            "1.\(day)",
            RunSummary(
                measurement: Sample.hash, journey: "j", started: time, attached: time, exchangedBytes: 0,
                quality: .good, scores: 1, score: score)
        )
    }

    private func places(_ source: String) -> [[Int]] {
        source.matches(of: /cx="(-?\d+)" cy="(-?\d+)"/).map { [Int($0.output.1) ?? -1, Int($0.output.2) ?? -1] }
    }

    @Test("points stand where time and score say, from left to right and 0 to 100 upwards")
    func points() throws {
        let runs = [run(0, day: 0), run(50, day: 5), run(100, day: 10)]
        let chart = try #require(HistoryChart(journey: "j", runs: runs, language: .en))
        // The frame is 30 to 348 wide with 8 free at each side, 152 (0) to 22 (100) high.
        #expect(places(chart.markup.source) == [[38, 152], [189, 87], [340, 22]])
        #expect(
            chart.markup.source.contains(
                "3 scores from 2\u{A0}March\u{A0}2026 to 12\u{A0}March\u{A0}2026, 0 at first and 100 at last."))
    }

    @Test("runs of one moment, figures out of range and none at all are drawn within the frame")
    func extremes() throws {
        let runs = [
            run(-1e300, day: 0), run(1e300, day: 0, least: -5), run(.nan, day: 0), run(nil, day: 0),
            run(.infinity, day: 0),
        ]
        let chart = try #require(HistoryChart(journey: "j", runs: runs, language: .fr))
        #expect(places(chart.markup.source) == [[189, 152], [189, 22]])
        #expect(HistoryChart(journey: "j", runs: [run(nil, day: 0)], language: .fr) == nil)
        #expect(HistoryChart(journey: "j", runs: [], language: .fr) == nil)
    }

    @Test("a partial score is hollow, with a line to what it could be")
    func partial() throws {
        let chart = try #require(HistoryChart(journey: "j", runs: [run(80, day: 0, least: 20)], language: .en))
        // 152 - 0.2 × 130 = 126.
        #expect(chart.markup.source.contains("class=\"partial\""))
        #expect(chart.markup.source.contains("class=\"interval\" x1=\"189\" x2=\"189\" y1=\"126\" y2=\"22\""))
    }
}
