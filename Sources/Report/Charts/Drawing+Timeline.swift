extension Drawing {
    /// Bands of the steps, the series as stacked areas, then axes: areas are steps, for bytes were counted by bin.
    func timeline(_ chart: TimelineChart) -> (height: Double, shapes: [Markup]) {
        let height = size == .wide ? 320.0 : 260
        let plot = ChartRect(x: 68, y: 26, width: size.width - 76, height: height - 54)
        func x(_ seconds: Double) -> Double { plot.x + min(1, max(0, seconds / chart.end)) * plot.width }
        func y(_ rate: Double) -> Double { plot.y + plot.height - min(1, max(0, rate / chart.top)) * plot.height }

        var shapes: [Markup] = []
        for (index, band) in chart.bands.enumerated() {
            let place = ChartRect(
                x: x(band.start), y: 0, width: x(band.end) - x(band.start), height: plot.y + plot.height)
            shapes.append(rectangle(place, class: index.isMultiple(of: 2) ? "step" : "step even"))
            let middle = place.x + place.width / 2
            let label = "\(band.number). \(band.title)"
            let fitted = label.fitted(toWidth: place.width - 8, letter: size.letter)
            // A title that is cut to a few letters says less than the number, which the table explains.
            let text = fitted.map { $0.count >= 12 || $0 == label ? $0 : band.number } ?? band.number
            if let letters = letters(text, x: middle, y: 17, class: "middle", width: max(place.width, 0)) {
                shapes.append(letters)
            }
        }
        for tick in chart.rates {
            shapes.append(line(from: (plot.x, y(tick.value)), to: (plot.x + plot.width, y(tick.value)), class: "grid"))
            shapes += [letters(tick.label, x: plot.x - 6, y: y(tick.value) + 4, class: "end")].compactMap { $0 }
        }
        var below = [Double](repeating: 0, count: max(0, chart.edges.count - 1))
        for series in chart.series {
            let above = zip(below, series.rates).map { $0 + $1 }
            shapes.append(
                .empty(
                    "path",
                    [
                        "class": "area", "fill": paint(series.fill),
                        "d": outline(above.map(y), over: below.map(y), edges: chart.edges.map(x)),
                    ]))
            below = above
        }
        let axis = plot.y + plot.height
        shapes.append(line(from: (plot.x, axis), to: (plot.x + plot.width, axis), class: "axis"))
        let stride = size == .wide ? 1 : max(1, (chart.times.count + 3) / 4)
        for tick in chart.times.enumerated() where tick.offset.isMultiple(of: stride) {
            let place = x(tick.element.value)
            shapes.append(line(from: (place, axis), to: (place, axis + 5), class: "axis"))
            let isLast = place > size.width - 30
            shapes += [
                letters(
                    tick.element.label, x: isLast ? size.width : place, y: axis + 20, class: isLast ? "end" : "middle")
            ].compactMap { $0 }
        }
        return (height, shapes)
    }

    /// The outline of a stacked area: along its upper edge from bin to bin, and back along the lower one.
    private func outline(_ upper: [Double], over lower: [Double], edges: [Double]) -> String {
        guard let first = edges.first, let base = lower.first, edges.count > upper.count else { return "" }
        var path = "M\(first.coordinate),\(base.coordinate)"
        for (bin, height) in upper.enumerated() { path += "V\(height.coordinate)H\(edges[bin + 1].coordinate)" }
        for (bin, height) in lower.enumerated().reversed() {
            path += "V\(height.coordinate)H\(edges[bin].coordinate)"
        }
        return path + "Z"
    }
}
