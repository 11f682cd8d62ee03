import Documents
import Testing

@testable import Report

@Suite("the timeline's section") struct ComposerTimelineTests {
    private static let filled: JourneyMeasurement = {
        var measurement = Sample.measurement
        measurement.timeline = TrafficTimeline(
            start: Timestamp(nanoseconds: Sample.start * 1_000_000_000), binSeconds: 0.25,
            series: [
                .init(party: .third, up: Array(repeating: 10, count: 260), down: Array(repeating: 15, count: 260)),
                .init(party: .first, up: Array(repeating: 0, count: 260), down: Array(repeating: 50_000, count: 260)),
                .init(party: nil, up: Array(repeating: 0, count: 260), down: Array(repeating: 1, count: 260)),
            ])
        return measurement
    }()

    private func chart(_ measurement: JourneyMeasurement, _ language: Language = .en) -> TimelineChart? {
        Composer(measurement: measurement, score: nil, language: language).timeline.lazy.compactMap { block in
            if case .chart(.timeline(let chart)) = block { chart } else { nil }
        }.first
    }

    @Test("own hosts stand at the bottom, rates are bytes a second, and bands are the steps")
    func chart() throws {
        let chart = try #require(self.chart(Self.filled))
        #expect(chart.series.map(\.fill) == [.own, .third, .other])
        // 50,000 bytes in a quarter of a second.
        #expect(chart.series[0].rates[0] == 200_000 && chart.series[1].rates[0] == 100)
        #expect(chart.edges.last == 65)
        #expect(chart.bands.map(\.start) == [1, 13, 27.2, 45.7, 57.5] && chart.bands[0].title == "Accueil")
        #expect(chart.times.map(\.label).suffix(2) == ["50\u{A0}s", "1:00"])
        #expect(chart.rates.last?.label == "300\u{A0}kB/s")
        #expect(self.chart(Self.filled, .fr)?.rates.last?.label == "300\u{A0}ko/s")
    }

    @Test("a document without bytes over time says so, and shows each step's mean rate")
    func fallback() throws {
        let blocks = Composer(measurement: Sample.measurement, score: nil, language: .en).timeline
        guard case .notice(let text, _)? = blocks.first else {
            Issue.record("nothing is said")
            return
        }
        #expect(text.hasPrefix("This measurement holds no bytes over time"))
        #expect(chart(Sample.measurement)?.edges.count == 6)
    }

    @Test("steps that are elsewhere in time have no band, and figures at the ends of their ranges stop nothing")
    func hostile() {
        var measurement = Self.filled
        measurement.steps[0].start = Timestamp(nanoseconds: .min)
        measurement.steps[0].end = Timestamp(nanoseconds: .min)
        measurement.steps[1].end = Timestamp(nanoseconds: .max)
        measurement.steps[2].seconds = .infinity
        measurement.timeline?.series[0].up[0] = .max
        measurement.timeline?.series[0].down[1] = .min
        for place in [Int64.min, 0, .max] {
            measurement.timeline?.start = Timestamp(nanoseconds: place)
            for size in Drawing.Size.allCases {
                guard let chart = chart(measurement) else { continue }
                #expect(!Drawing(chart: .timeline(chart), size: size, prefix: "p").markup.source.contains("nan"))
            }
        }
        measurement.timeline = nil
        #expect(chart(measurement) != nil)
    }
}
