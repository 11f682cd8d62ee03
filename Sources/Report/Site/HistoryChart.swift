import Documents

/// The scores of a journey's runs over time, drawn; the page's table of runs says the same in figures.
struct HistoryChart {
    private struct Point {
        let version: String
        let time: Timestamp
        let value: Double
        let score: ScoreSummary
        let badge: ScoreBadge
    }

    private let journey: String
    private let points: [Point]
    private let language: Language

    /// In units of the drawing, which is as wide as a phone's screen, so that its letters can be read there.
    private enum Frame {
        static let (width, height) = (360, 180)
        static let (left, right, top, bottom) = (30, 348, 22, 152)
        /// Below this two labels would touch.
        static let labelWidth = 44
    }

    /// A drawing; `nil` where no run has a score.
    ///
    /// - Parameters:
    ///   - journey: whose scores they are.
    ///   - runs: its runs, the oldest first.
    ///   - language: the language of its words.
    init?(journey: String, runs: [(version: String, run: RunSummary)], language: Language) {
        points = runs.compactMap { version, run in
            guard let value = run.score.value, let badge = ScoreBadge(run.score, in: language) else { return nil }
            return Point(version: version, time: run.moment, value: value, score: run.score, badge: badge)
        }
        guard !points.isEmpty else { return nil }
        (self.journey, self.language) = (journey, language)
    }

    var markup: Markup {
        .element(
            "figure",
            [
                .element("figcaption", [.text(language.words.labelled(language.words.journey, journey))]),
                .element(
                    "svg",
                    [
                        "class": "history", "xmlns": "http://www.w3.org/2000/svg",
                        "viewBox": "0 0 \(Frame.width) \(Frame.height)", "role": "img", "aria-label": label,
                    ], grid + versions + [line] + points.map(mark) + dates),
            ])
    }

    private var words: any SiteWords { language.siteWords }
    private var first: Point { points[0] }
    private var last: Point { points[points.count - 1] }

    private var label: String {
        words.evolutionLabel(
            journey: journey, count: points.count, from: words.date(first.time), to: words.date(last.time),
            first: first.badge.text, last: last.badge.text)
    }

    // MARK: Places

    private func x(_ time: Timestamp) -> Int {
        let span = last.time.seconds(since: first.time)
        // All at one moment: in the middle.
        let share = span > 0 ? time.seconds(since: first.time) / span : 0.5
        return Frame.left + 8 + Int((share * Double(Frame.right - Frame.left - 16)).rounded())
    }

    private func y(_ value: Double) -> Int {
        let share = min(100, max(0, value)) / 100
        return Frame.bottom - Int((share * Double(Frame.bottom - Frame.top)).rounded())
    }

    // MARK: Parts

    private var grid: [Markup] {
        [0, 25, 50, 75, 100].flatMap { value -> [Markup] in
            let height = y(Double(value))
            return [
                .empty(
                    "line",
                    [
                        "class": "grid", "x1": "\(Frame.left)", "x2": "\(Frame.right)", "y1": "\(height)",
                        "y2": "\(height)",
                    ]),
                text("\(value)", x: Frame.left - 5, y: height + 4, anchor: "end"),
            ]
        }
    }

    /// Where each version begins, as far as there is room.
    private var versions: [Markup] {
        var labels: [Markup] = []
        var (current, end): (String?, Int) = (nil, 0)
        for point in points where point.version != current {
            current = point.version
            let place = min(x(point.time), Frame.right - Frame.labelWidth)
            guard place >= end, point.version.count <= 8 else { continue }
            end = place + Frame.labelWidth
            labels.append(text(point.version, x: place, y: 12, anchor: "start"))
        }
        return labels
    }

    private var line: Markup {
        let places = points.map { "\(x($0.time)),\(y($0.value))" }
        return .empty("polyline", ["class": "line", "points": places.joined(separator: " ")])
    }

    private func mark(_ point: Point) -> Markup {
        let (across, up) = (x(point.time), y(point.value))
        var parts: [Markup] = [
            .element(
                "title",
                [.text(words.score(point.badge.text, version: point.version, date: words.date(point.time)))])
        ]
        if let interval = point.score.interval {
            parts.append(
                .empty(
                    "line",
                    [
                        "class": "interval", "x1": "\(across)", "x2": "\(across)", "y1": "\(y(interval.low))",
                        "y2": "\(y(interval.high))",
                    ]))
        }
        parts.append(
            .empty(
                "circle",
                [
                    "class": point.score.partial ? "partial" : "whole", "cx": "\(across)", "cy": "\(up)", "r": "4",
                ]))
        return .element("g", parts)
    }

    private var dates: [Markup] {
        let (begin, end) = (words.date(first.time), words.date(last.time))
        guard begin != end else { return [text(end, x: x(last.time), y: Frame.height - 8, anchor: "middle")] }
        return [
            text(begin, x: Frame.left, y: Frame.height - 8, anchor: "start"),
            text(end, x: Frame.right, y: Frame.height - 8, anchor: "end"),
        ]
    }

    private func text(_ text: String, x: Int, y: Int, anchor: String) -> Markup {
        .element("text", ["x": "\(x)", "y": "\(y)", "text-anchor": anchor], [.text(text)])
    }
}
