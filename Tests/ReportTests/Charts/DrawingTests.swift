import Foundation
import Testing

@testable import Report

@Suite("drawings") struct DrawingTests {
    private let timeline = TimelineChart(
        title: "Bytes", description: "Bytes over time", edges: [0, 1, 2, 4],
        series: [
            .init(name: "Own", fill: .own, rates: [10, 0, 20]), .init(name: "Third", fill: .third, rates: [0, 30, 5]),
        ],
        bands: [.init(start: 0, end: 2, number: "1", title: "Open the home page of the app, which takes its time")],
        times: [ChartTick(value: 0, label: "0 s"), ChartTick(value: 2, label: "2 s")],
        rates: [ChartTick(value: 0, label: "0"), ChartTick(value: 40, label: "40")])

    private func source(_ chart: Chart, _ size: Drawing.Size = .wide) -> String {
        Drawing(chart: chart, size: size, prefix: "p").markup.source
    }

    /// The area of a polygon whose sides are horizontal and vertical (the shoelace formula).
    private func area(_ path: String) -> Double {
        var points: [(x: Double, y: Double)] = []
        for command in path.matches(of: /([MVH])([\d.]+)(?:,([\d.]+))?/) {
            let value = Double(command.output.2) ?? .nan
            let last = points.last ?? (0, 0)
            switch command.output.1 {
            case "M": points.append((value, Double(command.output.3 ?? "") ?? .nan))
            case "V": points.append((last.x, value))
            default: points.append((value, last.y))
            }
        }
        let next = points.dropFirst() + points.prefix(1)
        return abs(zip(points, next).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) }) / 2
    }

    @Test("what a series covers is in proportion to its bytes", arguments: Drawing.Size.allCases)
    func areas(_ size: Drawing.Size) {
        let paths = source(.timeline(timeline), size).matches(of: /class="area"[^>]* d="([^"]+)"/).map {
            area(String($0.output.1))
        }
        // 10 × 1 s + 20 × 2 s = 50 bytes; 30 × 1 s + 5 × 2 s = 40 bytes.
        #expect(paths.count == 2)
        #expect(abs(paths[0] / paths[1] - 50 / 40.0) < 0.02)
    }

    @Test("each has a title and a description, and a pattern beside the tint of all fills but one's own")
    func signs() {
        let text = source(.timeline(timeline))
        #expect(text.contains("<title id=\"p-title\">Bytes</title>") && text.contains("aria-labelledby=\"p-title\""))
        #expect(text.contains("<desc id=\"p-description\">Bytes over time</desc>"))
        let patterns = ChartFill.allCases.map { Drawing.swatch($0, prefix: "k").source }
        #expect(Set(patterns).count == patterns.count)
        #expect(patterns.filter { $0.contains("<path") || $0.contains("<circle") }.count == patterns.count - 1)
    }

    @Test("a title that a band has no room for is its number")
    func bands() {
        #expect(source(.timeline(timeline)).contains(">1. Open the home"))
        var narrow = timeline
        narrow = TimelineChart(
            title: narrow.title, description: narrow.description, edges: [0, 50], series: [], bands: narrow.bands,
            times: narrow.times, rates: narrow.rates)
        #expect(source(.timeline(narrow)).contains(">1</text>"))
    }

    @Test("a host's figure is whole or not there, and its name never cut to a few letters")
    func treemap() {
        let items = [
            TreemapChart.Item(name: "cdn.example", figure: "1.63\u{A0}MB", value: 1000),
            TreemapChart.Item(name: "a-very-long-name.of-a-host.example", figure: "20.0\u{A0}kB", value: 20),
            TreemapChart.Item(name: "none.example", figure: "0\u{A0}B", value: 0),
        ]
        let text = source(
            .treemap(.init(title: "t", description: "d", groups: [.init(name: "Own 100%", fill: .own, items: items)])))
        #expect(text.contains(">cdn.example<") && text.contains(">1.63\u{A0}MB<") && text.contains(">Own 100%<"))
        #expect(!text.contains("20.0") && !text.contains(">none"))
        #expect(text.components(separatedBy: "class=\"host").count == 3)
    }

    @Test("runs that aren't counted are told apart, and one run alone is drawn, too")
    func trend() {
        let point = TrendChart.Point(label: "1", value: 3, isCounted: true)
        let other = TrendChart.Point(label: "2", value: 5, isCounted: false)
        let chart = TrendChart(
            title: "t", description: "d", points: [point, other], band: 3...3, ticks: [ChartTick(value: 5, label: "5")])
        #expect(source(.trend(chart)).components(separatedBy: "hollow").count == 2)
        let alone = TrendChart(title: "t", description: "d", points: [point], band: nil, ticks: [])
        #expect(source(.trend(alone)).contains("<circle"))
    }

    @Test(
        "coordinates are written to a tenth",
        arguments: [(0, "0"), (1.25, "1.3"), (-0.04, "0"), (12, "12"), (.nan, "0"), (1e300, "1000000"), (-3.5, "-3.5")]
            as [(Double, String)])
    func coordinates(_ value: Double, _ text: String) {
        #expect(value.coordinate == text)
    }

    @Test("a text is cut where its mean letters are wider than its room, and control characters are shown")
    func fitting() {
        #expect("abcdefghij".fitted(toWidth: 58, letter: 10) == "abcdefghij")
        #expect("abcdefghijk".fitted(toWidth: 58, letter: 10) == "abcdefghi…")
        #expect("abcdef".fitted(toWidth: 20, letter: 10) == nil)
        #expect("🏥🏥🏥🏥🏥🏥".fitted(toWidth: 58, letter: 10) == "🏥🏥🏥🏥…")
        #expect("\u{202E}a".fitted(toWidth: 1000, letter: 10) == "\\u{202E}a")
    }
}
