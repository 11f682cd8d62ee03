import Testing

@testable import Report

@Suite struct TimelineChartTests {
    @Test("columns of a line show the greatest rate of the bins that they touch")
    func sampled() {
        let series = TimelineChart.Series(name: "Own", fill: .own, rates: [1, 7, 0, 3])
        let chart = TimelineChart(
            title: "", description: "", edges: [0, 1, 2, 3, 4], series: [series], bands: [], times: [], rates: [])
        #expect(chart.sampled(series, columns: 4) == [1, 7, 0, 3])
        #expect(chart.sampled(series, columns: 2) == [7, 3])
        #expect(chart.sampled(series, columns: 8) == [1, 1, 7, 7, 0, 0, 3, 3])
    }

    @Test("numbers stand where their steps begin, and those that would touch are left out")
    func numbers() {
        let bands = [0.0, 1, 1.1, 3.7].enumerated().map {
            TimelineChart.Band(start: $1, end: 4, number: "\($0 + 9)", title: "")
        }
        let chart = TimelineChart(
            title: "", description: "", edges: [0, 4], series: [], bands: bands, times: [], rates: [])
        #expect(chart.numbers(columns: 8) == "9 10")  // 12 would begin in the last column
        #expect(chart.numbers(columns: 40) == "9         10" + String(repeating: " ", count: 25) + "12")
    }
}
