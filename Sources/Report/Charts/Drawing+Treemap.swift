extension Drawing {
    /// A block a party with its name at the top, in it its hosts.
    func treemap(_ chart: TreemapChart) -> (height: Double, shapes: [Markup]) {
        let height = size == .wide ? 320.0 : 420
        let bounds = ChartRect(x: 0, y: 0, width: size.width, height: height)
        let places = Squarify.layout(chart.groups.map(\.value), in: bounds)
        let shapes = zip(chart.groups, places).flatMap { group, place in
            let strip = size.letter + 9
            let hasName = place.height > 2 * strip && place.width > 40
            let name =
                hasName
                ? [letters(group.name, x: place.x + 3, y: place.y + strip - 6, class: "party", width: place.width - 6)]
                : []
            let inner = place.inset(by: 1, top: hasName ? strip - 1 : 0)
            let items = zip(group.items, Squarify.layout(group.items.map(\.value), in: inner))
            return name.compactMap { $0 } + items.flatMap { cell($0, $1, group.fill) }
        }
        return (height, shapes)
    }

    /// A host: its area, and its name and figure where they fit.
    private func cell(_ item: TreemapChart.Item, _ place: ChartRect, _ fill: ChartFill) -> [Markup] {
        let box = place.inset(by: 1)
        guard box.width >= 1, box.height >= 1 else { return [] }
        let shape = rectangle(box, class: "host \(fill.rawValue)", fill: fill)
        let line = size.letter + 4
        guard box.height > line + 4 else { return [shape] }
        let room = box.width - 12
        // A figure that is cut would be another one, and a name cut to a few letters none.
        guard let name = item.name.fitted(toWidth: room, letter: size.letter),
            name.count > 6 || name == item.name.printable
        else { return [shape] }
        var lines = [letters(name, x: 6, y: line, class: "name")].compactMap { $0 }
        if box.height > 2 * line + 4, item.figure.fitted(toWidth: room, letter: size.letter) == item.figure {
            lines += [letters(item.figure, x: 6, y: 2 * line, class: "figure")].compactMap { $0 }
        }
        guard !lines.isEmpty else { return [shape] }
        // A view of its own cuts off what a font wider than most would let stand out.
        return [
            shape,
            .element(
                "svg",
                [
                    "x": box.x.coordinate, "y": box.y.coordinate, "width": box.width.coordinate,
                    "height": box.height.coordinate, "aria-hidden": "true",
                ], lines),
        ]
    }
}
