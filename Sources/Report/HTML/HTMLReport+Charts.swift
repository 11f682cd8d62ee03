import Documents

/// Drawings: each either has a text beside it that says the same and is hidden from screen readers, or carries its own label.
extension HTMLReport {
    /// A drawing for wide screens and one for phones, of which one is shown; under them what its fills mean.
    func figure(_ chart: Chart, at place: String) -> Markup {
        let drawings = Drawing.Size.allCases.map { size in
            Drawing(chart: chart, size: size, prefix: "\(place)-\(size.rawValue)").markup
        }
        let name: String
        var keys: [Markup] = []
        switch chart {
        case .timeline(let chart):
            name = "timeline"
            keys = chart.series.map { key($0.name, $0.fill, at: place) }
        case .treemap(let chart):
            name = "treemap"
            keys = chart.groups.map { key($0.name, $0.fill, at: place) }
        case .trend: name = "trend"
        }
        return .element(
            "figure", ["class": name],
            [.element("figcaption", [.text(chart.title)])] + drawings
                + (keys.isEmpty ? [] : [.element("ul", ["class": "keys"], keys)]))
    }

    /// A fill with its meaning.
    private func key(_ name: String, _ fill: ChartFill, at place: String) -> Markup {
        .element("li", [Drawing.swatch(fill, prefix: "\(place)-key"), .text(" \(name)")])
    }

    /// What a whole is wide in a drawing; wholes are drawn in integers so that the same figures give the same bytes.
    private static let whole = 1000

    /// The letters A to G, with those that the score may have lit.
    func gradeScale(_ verdict: Verdict) -> Markup {
        .element(
            "p", ["class": "grades", "role": "img", "aria-label": verdict.gradeLabel],
            EcoscoreResult.Grade.allCases.map { grade in
                let lit = verdict.grades.contains(grade)
                return .element("span", ["class": lit ? "lit \(grade.rawValue)" : nil], [.text(grade.rawValue)])
            })
    }

    /// Where a partial score could lie between 0 and 100, and the score of what was measured.
    func scoreScale(_ interval: Verdict.Span, score: String?) -> Markup {
        let band = (interval.low / 100, interval.high / 100)
        return drawing(
            class: "scale", label: interval.label,
            [bar(from: 0, to: 1, "track"), bar(from: band.0, to: band.1, "band")]
                + (score.flatMap(Double.init).map { [mark(at: $0 / 100)] } ?? []))
    }

    /// Low to high with a mark at the central value, on a scale from nothing to the high value.
    func rangeBar(_ range: RangeFigure) -> Markup {
        drawing(
            class: "scale", label: nil,
            [bar(from: 0, to: 1, "track"), bar(from: range.lowShare, to: 1, "band"), mark(at: range.centralShare)])
    }

    /// A part of a whole.
    func shareBar(_ share: Double, label: String?) -> Markup {
        drawing(class: "bar", label: label, [bar(from: 0, to: 1, "track"), bar(from: 0, to: share, "fill")])
    }

    private func drawing(class name: String, label: String?, _ shapes: [Markup]) -> Markup {
        .element(
            "svg",
            [
                "class": name, "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(Self.whole) 10",
                "preserveAspectRatio": "none", "role": label == nil ? nil : "img", "aria-label": label,
                "aria-hidden": label == nil ? "true" : nil,
            ], shapes)
    }

    private func bar(from start: Double, to end: Double, _ name: String) -> Markup {
        let (left, right) = (position(start), position(end))
        return .empty(
            "rect", ["class": name, "x": "\(left)", "y": "0", "width": "\(max(0, right - left))", "height": "10"])
    }

    private func mark(at share: Double) -> Markup {
        let x = min(Self.whole - 8, max(0, position(share) - 4))
        return .empty("rect", ["class": "mark", "x": "\(x)", "y": "0", "width": "8", "height": "10"])
    }

    private func position(_ share: Double) -> Int {
        share.isFinite ? Int((min(1, max(0, share)) * Double(Self.whole)).rounded()) : 0
    }
}
