import Documents

extension Composer {
    /// How many hosts are shown each in a row of its own; the others share one.
    private static let shownHosts = 20

    /// Every host of the capture, in steps or outside.
    var hosts: [Block] {
        guard measurement.totals.packets > 0 else { return [] }
        let traffic = measurement.hosts.reduce(into: Traffic.zero) { $0 += $1.traffic }
        var everything = traffic
        everything += measurement.otherIP
        everything += measurement.nonIP
        let section = Section(
            traffic: everything, hosts: measurement.hosts, otherIP: measurement.otherIP, nonIP: measurement.nonIP)
        return [.table(hostTable(of: section, caption: words.hostsCaption))]
    }

    /// What fell in no step, by host.
    var outside: [Block] {
        guard !measurement.steps.isEmpty else { return [] }
        guard measurement.outside.traffic.both.packets > 0 else { return [.paragraph(words.nothingOutside)] }
        let bytes = measurement.outside.traffic.both.ipBytes
        var sentence = words.outsideExplained(figures.bytes(bytes))
        if let share = share(bytes, of: measurement.totals.ipBytes) {
            sentence += " (\(figures.percent(share)))"
        }
        return [
            .paragraph(sentence + "."), .table(hostTable(of: measurement.outside, caption: words.outsideCaption)),
        ]
    }

    /// Hosts, then what has no host, then all of it; the rows above add up to the last (frames without IP have no IP bytes).
    private func hostTable(of section: Section, caption: String) -> Table {
        let total = section.traffic.both.ipBytes
        func row(_ name: String, _ party: String, _ flows: Int?, _ traffic: Traffic) -> [Table.Cell] {
            [
                Table.Cell(name), Table.Cell(party), Table.Cell(figures.bytes(traffic.up.ipBytes)),
                Table.Cell(figures.bytes(traffic.down.ipBytes)), Table.Cell(figures.exact(traffic.both.ipBytes)),
                flows.map { Table.Cell(figures.exact($0)) } ?? .nothing,
                shareCell(share(traffic.both.ipBytes, of: total)),
            ]
        }
        var rows = section.hosts.prefix(Self.shownHosts).map { host in
            let party = [words.name(of: host.party), host.purpose].compactMap { $0 }.joined(separator: ", ")
            return row(host.name, party, host.flows, host.traffic)
        }
        let others = section.hosts.dropFirst(Self.shownHosts)
        if !others.isEmpty {
            let traffic = others.reduce(into: Traffic.zero) { $0 += $1.traffic }
            let name = words.otherHosts(others.count, figures)
            rows.append(row(name, Figures.nothing, others.reduce(0) { $0 + $1.flows }, traffic))
        }
        if section.otherIP.both.packets > 0 {
            rows.append(row(words.otherIP, Figures.nothing, nil, section.otherIP))
        }
        let flows = section.hosts.reduce(0) { $0 + $1.flows }
        return Table(
            caption: caption,
            columns: [
                .text(words.host), .text(words.party), .figure(words.up), .figure(words.down), .figure(words.ipBytes),
                .figure(words.flows), .share(words.shareOfData, short: words.shareOfDataShort),
            ],
            rows: rows, footer: [row(words.total, Figures.nothing, flows, section.traffic)])
    }
}
