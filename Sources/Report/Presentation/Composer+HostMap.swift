import Documents

extension Composer {
    /// Hosts drawn each by itself; the others of a party share an area.
    private static let drawnHosts = 40
    /// Hosts that have a column of their own beside the steps.
    private static let crossedHosts = 5
    /// Letters of a host's name in a heading; the table of hosts has it whole.
    private static let headingLetters = 32

    /// Hosts as areas, those of a party together; nothing where there are no bytes.
    func hostMap(of section: Section) -> [Block] {
        let hosts = section.hosts.filter { $0.traffic.both.ipBytes > 0 }
        let total = hosts.reduce(0.0) { $0 + Double($1.traffic.both.ipBytes) }
        guard total > 0 else { return [] }
        let drawn = Set(
            hosts.sorted { $0.traffic.both.ipBytes > $1.traffic.both.ipBytes }.prefix(Self.drawnHosts).map(\.name))
        let groups = Party.allCases.compactMap { party -> TreemapChart.Group? in
            let own = hosts.filter { $0.party == party }
            let others = own.filter { !drawn.contains($0.name) }
            var items = own.filter { drawn.contains($0.name) }.map { item($0.name, $0.traffic.both.ipBytes) }
            if !others.isEmpty {
                let bytes = others.reduce(0) { $0 &+ $1.traffic.both.ipBytes }
                items.append(item(words.otherHosts(others.count, figures), bytes))
            }
            guard !items.isEmpty else { return nil }
            let share = items.reduce(0) { $0 + $1.value } / total
            return TreemapChart.Group(
                name: "\(words.partyInFull(party)) \(figures.percent(share))", fill: fill(of: party),
                items: items.sorted { $0.value > $1.value })
        }.sorted { $0.value > $1.value }
        let chart = TreemapChart(
            title: words.hostMapTitle, description: groups.map(\.name).joined(separator: ", "), groups: groups)
        return [.chart(.treemap(chart))]
    }

    private func item(_ name: String, _ bytes: Int) -> TreemapChart.Item {
        TreemapChart.Item(name: name, figure: figures.bytes(bytes), value: max(0, Double(bytes)))
    }

    /// Bytes by step and host: the heaviest hosts have a column each.
    var stepsByHost: [Block] {
        let steps = measurement.steps
        let heaviest = measurement.hosts.filter { $0.name != HostTraffic.otherHosts }
            .sorted { $0.traffic.both.ipBytes > $1.traffic.both.ipBytes }
            .prefix(Self.crossedHosts).map(\.name)
        guard !steps.isEmpty, !heaviest.isEmpty else { return [] }
        let total = steps.reduce(0) { $0 &+ $1.traffic.both.ipBytes }
        func cell(_ bytes: Int) -> Table.Cell {
            guard bytes != 0 else { return .nothing }
            return Table.Cell(figures.bytes(bytes), share: share(bytes, of: total).map { min(1, max(0, $0)) })
        }
        func row(_ name: String, _ hosts: [HostTraffic], count: Int?) -> [Table.Cell] {
            let bytes = heaviest.map { name in
                hosts.reduce(0) { $0 &+ ($1.name == name ? $1.traffic.both.ipBytes : 0) }
            }
            let all = hosts.reduce(0) { $0 &+ $1.traffic.both.ipBytes }
            return [Table.Cell(name), count.map { Table.Cell(figures.exact($0)) } ?? .nothing] + bytes.map(cell)
                + [cell(all &- bytes.reduce(0, &+))]
        }
        return [
            .table(
                Table(
                    caption: words.stepsByHostCaption,
                    columns: [.text(words.step), .figure(words.hostsLabel)]
                        + heaviest.map { .figure(shortened($0)) } + [.figure(words.restOfHosts)],
                    rows: steps.enumerated().map {
                        row("\($0 + 1). \(name(of: $1))", $1.hosts, count: $1.hosts.count)
                    },
                    footer: [row(words.stepsTogether, steps.flatMap(\.hosts), count: nil)]))
        ]
    }

    /// A host's name that is longer than a heading can be, without its middle.
    private func shortened(_ name: String) -> String {
        guard name.count > Self.headingLetters else { return name }
        return "\(name.prefix(Self.headingLetters / 2))…\(name.suffix(Self.headingLetters / 2 - 1))"
    }

    /// The heaviest cells of that table, with their part of all steps' bytes.
    var heaviestCells: [Block] {
        let total = measurement.steps.reduce(0) { $0 &+ $1.traffic.both.ipBytes }
        guard total > 0 else { return [] }
        let cells = measurement.steps.flatMap { step in step.hosts.map { (step: step, host: $0) } }
            .filter { $0.host.traffic.both.ipBytes > 0 }
            .sorted { $0.host.traffic.both.ipBytes > $1.host.traffic.both.ipBytes }.prefix(Self.crossedHosts)
        guard !cells.isEmpty else { return [] }
        let rows = cells.map { step, host in
            [
                Table.Cell(name(of: step)), Table.Cell(host.name), Table.Cell(words.partyInFull(host.party)),
                Table.Cell(figures.bytes(host.traffic.both.ipBytes)),
                shareCell(share(host.traffic.both.ipBytes, of: total)),
            ]
        }
        return [
            .table(
                Table(
                    caption: words.heaviestCellsCaption,
                    columns: [
                        .text(words.step), .text(words.host), .text(words.party), .figure(words.dataExchanged),
                        .share(words.shareOfData, short: words.shareOfDataShort),
                    ], rows: rows))
        ]
    }
}
