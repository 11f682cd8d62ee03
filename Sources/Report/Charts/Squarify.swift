/// A rectangle of a drawing, in its units.
struct ChartRect: Hashable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var area: Double { width * height }

    /// The rectangle without a strip at its top, and a margin all around.
    func inset(by margin: Double, top: Double = 0) -> ChartRect {
        ChartRect(
            x: x + margin, y: y + margin + top, width: max(0, width - 2 * margin),
            height: max(0, height - 2 * margin - top))
    }
}

/// Squarified treemaps: M. Bruls, K. Huizing and J. J. van Wijk, "Squarified Treemaps", Data Visualization 2000, § 3.
enum Squarify {
    /// A rectangle for each value, of an area in proportion to it, as near to squares as rows allow.
    ///
    /// - Parameters:
    ///   - values: from greatest to least, none negative.
    ///   - bounds: what they fill together.
    /// - Returns: the rectangles in the order of the values; empty ones where there is nothing to show.
    static func layout(_ values: [Double], in bounds: ChartRect) -> [ChartRect] {
        let total = values.reduce(0, +)
        guard total > 0, total.isFinite, bounds.area > 0 else {
            return values.map { _ in ChartRect(x: bounds.x, y: bounds.y, width: 0, height: 0) }
        }
        let areas = values.map { $0 / total * bounds.area }
        var rest = bounds
        var rectangles: [ChartRect] = []
        var row: [Double] = []
        for area in areas {
            let side = min(rest.width, rest.height)
            if row.isEmpty || worst(row + [area], side) <= worst(row, side) {
                row.append(area)
            } else {
                rectangles += lay(row, in: &rest)
                row = [area]
            }
        }
        return rectangles + lay(row, in: &rest)
    }

    /// The greatest ratio of sides in a row along a side (§ 3.2 of the paper).
    private static func worst(_ row: [Double], _ side: Double) -> Double {
        let sum = row.reduce(0, +)
        guard let greatest = row.max(), let least = row.min(), least > 0, side > 0 else { return .infinity }
        return max(side * side * greatest / (sum * sum), sum * sum / (side * side * least))
    }

    /// Lays a row along the shorter side, and takes its strip off what is left.
    private static func lay(_ row: [Double], in rest: inout ChartRect) -> [ChartRect] {
        let sum = row.reduce(0, +)
        guard sum > 0 else { return row.map { _ in ChartRect(x: rest.x, y: rest.y, width: 0, height: 0) } }
        var place = rest
        if rest.width >= rest.height {
            let width = rest.height > 0 ? min(rest.width, sum / rest.height) : 0
            rest.x += width
            rest.width -= width
            return row.map { area in
                let height = place.height(of: area, along: width)
                defer { place.y += height }
                return ChartRect(x: place.x, y: place.y, width: width, height: height)
            }
        }
        let height = rest.width > 0 ? min(rest.height, sum / rest.width) : 0
        rest.y += height
        rest.height -= height
        return row.map { area in
            let width = place.height(of: area, along: height)
            defer { place.x += width }
            return ChartRect(x: place.x, y: place.y, width: width, height: height)
        }
    }
}

extension ChartRect {
    /// The other side of a rectangle of an area.
    fileprivate func height(of area: Double, along side: Double) -> Double { side > 0 ? area / side : 0 }
}
