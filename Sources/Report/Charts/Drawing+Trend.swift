extension Drawing {
    /// Runs from left to right, joined by a line; the band behind is where those lie that are counted together.
    func trend(_ chart: TrendChart) -> (height: Double, shapes: [Markup]) {
        let height = size == .wide ? 220.0 : 200
        let plot = ChartRect(x: 68, y: 12, width: size.width - 88, height: height - 44)
        func x(_ index: Int) -> Double {
            let last = max(1, chart.points.count - 1)
            return plot.x + 14 + (plot.width - 14) * (chart.points.count > 1 ? Double(index) / Double(last) : 0.5)
        }
        func y(_ value: Double) -> Double { plot.y + plot.height - min(1, max(0, value / chart.top)) * plot.height }

        var shapes: [Markup] = []
        if let band = chart.band {
            let top = y(band.upperBound)
            shapes.append(
                rectangle(
                    ChartRect(x: plot.x, y: top, width: plot.width + 14, height: max(1, y(band.lowerBound) - top)),
                    class: "noise"))
        }
        for tick in chart.ticks {
            shapes.append(
                line(from: (plot.x, y(tick.value)), to: (plot.x + plot.width + 14, y(tick.value)), class: "grid"))
            shapes += [letters(tick.label, x: plot.x - 6, y: y(tick.value) + 4, class: "end")].compactMap { $0 }
        }
        let line = chart.points.enumerated().map { "\(x($0).coordinate),\(y($1.value).coordinate)" }
        shapes.append(.empty("polyline", ["class": "run", "points": line.joined(separator: " ")]))
        for (index, point) in chart.points.enumerated() {
            shapes.append(
                .empty(
                    "circle",
                    [
                        "class": point.isCounted ? "run" : "run hollow", "cx": x(index).coordinate,
                        "cy": y(point.value).coordinate, "r": "5",
                    ]))
            if chart.points.count <= (size == .wide ? 30 : 10) {
                shapes += [letters(point.label, x: x(index), y: height - 8, class: "middle")].compactMap { $0 }
            }
        }
        return (height, shapes)
    }
}
