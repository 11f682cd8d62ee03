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
}
