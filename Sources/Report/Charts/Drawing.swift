/// A chart drawn as SVG at one size; a page has one for wide screens and paper and one for phones, so that letters keep their size.
///
/// Same chart, same bytes: coordinates are written to a tenth.
struct Drawing {
    /// Where a drawing is shown.
    enum Size: String, CaseIterable {
        case wide, narrow

        var width: Double { self == .wide ? 960 : 340 }
        /// Room for letters: their size in units of the drawing.
        var letter: Double { self == .wide ? 13 : 12 }
    }

    let chart: Chart
    let size: Size
    /// What its identifiers begin with, unlike any other drawing's of the page.
    let prefix: String

    /// The drawing, with its title and description for those who don't see it.
    var markup: Markup {
        let (height, shapes) = content
        let titleID = "\(prefix)-title"
        let descriptionID = "\(prefix)-description"
        return .element(
            "svg",
            [
                "class": size.rawValue, "xmlns": "http://www.w3.org/2000/svg", "role": "img",
                "viewBox": "0 0 \(size.width.coordinate) \(height.coordinate)",
                "aria-labelledby": titleID, "aria-describedby": descriptionID,
            ],
            [
                .element("title", ["id": titleID], [.text(chart.title)]),
                .element("desc", ["id": descriptionID], [.text(chart.description)]),
                .element("defs", fills.map { Self.pattern($0, prefix: prefix) }),
            ] + shapes)
    }

    /// A sample of a fill, to stand beside its meaning.
    static func swatch(_ fill: ChartFill, prefix: String) -> Markup {
        .element(
            "svg",
            [
                "class": "swatch", "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 16 16", "width": "16",
                "height": "16", "aria-hidden": "true",
            ],
            [
                .element("defs", [pattern(fill, prefix: prefix)]),
                .empty("rect", ["width": "16", "height": "16", "fill": "url(#\(prefix)-\(fill.rawValue))"]),
            ])
    }

    private var content: (height: Double, shapes: [Markup]) {
        switch chart {
        case .timeline(let chart): timeline(chart)
        case .treemap(let chart): treemap(chart)
        case .trend(let chart): trend(chart)
        }
    }

    private var fills: [ChartFill] {
        switch chart {
        case .timeline(let chart): chart.series.map(\.fill)
        case .treemap(let chart): chart.groups.map(\.fill)
        case .trend: []
        }
    }

    /// What a shape is filled with.
    func paint(_ fill: ChartFill) -> String { "url(#\(prefix)-\(fill.rawValue))" }

    /// A tint with its pattern; the style sheet has the colours.
    private static func pattern(_ fill: ChartFill, prefix: String) -> Markup {
        let lines: [Markup] =
            switch fill {
            case .own: []
            case .third: [.empty("path", ["d": "M0,8L8,0M-2,2L2,-2M6,10L10,6"])]
            case .background: [.empty("circle", ["cx": "2", "cy": "2", "r": "1"])]
            case .unknown: [.empty("path", ["d": "M0,0L8,8M0,8L8,0"])]
            case .other: [.empty("path", ["d": "M0,4H8"])]
            }
        return .element(
            "pattern",
            [
                "id": "\(prefix)-\(fill.rawValue)", "class": fill.rawValue, "width": "8", "height": "8",
                "patternUnits": "userSpaceOnUse",
            ], [.empty("rect", ["width": "8", "height": "8"])] + lines)
    }

    /// A rectangle.
    func rectangle(_ place: ChartRect, class name: String? = nil, fill: ChartFill? = nil) -> Markup {
        .empty(
            "rect",
            [
                "class": name, "x": place.x.coordinate, "y": place.y.coordinate, "width": place.width.coordinate,
                "height": place.height.coordinate, "fill": fill.map(paint),
            ])
    }

    /// Letters at a place, cut to a width.
    func letters(
        _ text: String, x: Double, y: Double, class name: String, width: Double = .infinity
    ) -> Markup? {
        guard let fitted = text.fitted(toWidth: width, letter: size.letter) else { return nil }
        return .element("text", ["class": name, "x": x.coordinate, "y": y.coordinate], [.text(fitted)])
    }

    /// A line across the drawing.
    func line(from: (x: Double, y: Double), to: (x: Double, y: Double), class name: String) -> Markup {
        .empty(
            "line",
            [
                "class": name, "x1": from.x.coordinate, "y1": from.y.coordinate, "x2": to.x.coordinate,
                "y2": to.y.coordinate,
            ])
    }
}

extension Double {
    /// A coordinate to a tenth; 0 where it is no number.
    var coordinate: String {
        guard isFinite else { return "0" }
        let tenths = Int((Swift.min(1e6, Swift.max(-1e6, self)) * 10).rounded())
        let whole = tenths.magnitude / 10
        let rest = tenths.magnitude % 10
        return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
    }
}

extension String {
    /// The text as far as it fits a width, by the mean width of letters in sans-serif fonts, 0.58 of their size.
    ///
    /// - Returns: the text, or its beginning and an ellipsis; `nil` where not even three letters fit.
    func fitted(toWidth width: Double, letter: Double) -> String? {
        let text = printable
        let room = width / (letter * 0.58)
        guard Double(text.displayWidth) > room else { return text }
        guard room >= 4 else { return nil }
        var kept = ""
        var used = 1
        for character in text {
            used += String(character).displayWidth
            guard Double(used) <= room else { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
