import Documents

extension Composer {
    /// How many hosts are shown each in a row of its own; the others share one.
    private static let shownHosts = 20

    /// Every host that was measured, in steps or outside.
    var hosts: [Block] {
        if isScoreAlone { return [.paragraph(words.needsMeasurement)] }
        guard measurement.totals.packets > 0 else { return [.paragraph(words.noPackets)] }
        let section = measurement.whole
        let notes = [purposes(of: section), overhead(of: section), helloNotes(of: section)].compactMap { $0 }
        return ofOneRun + hostMap(of: section)
            + [.table(hostTable(of: section, caption: hostsCaption, hasFirstSteps: true))]
            + notes.map(Block.paragraph) + stepsByHost + wholeTable(by: .transport) + wholeTable(by: .app)
    }

    private var hostsCaption: String {
        measurement.selection == nil ? words.hostsCaption : words.hostsMeasuredCaption
    }

    /// What name resolution, and the opening of connections, took.
    private func overhead(of section: Section) -> String? {
        guard let breakdown = section.breakdown else { return nil }
        let resolution = breakdown.transports.first { $0.key == Transport.dns.rawValue }?.traffic.both.ipBytes ?? 0
        // Wrapping, here and below, as `Step.exchangedBytes` does.
        guard resolution &+ breakdown.openingBytes > 0 else { return nil }
        func phrase(_ bytes: Int) -> String {
            let share = share(bytes, of: section.traffic.both.ipBytes).map { " (\(figures.percent($0)))" } ?? ""
            return figures.bytes(bytes) + share
        }
        return words.overhead(resolution: phrase(resolution), opening: phrase(breakdown.openingBytes))
    }

    /// How many hellos name no server, or perhaps not the one meant.
    private func helloNotes(of section: Section) -> String? {
        let nameless = section.hosts.reduce(0) { $0 &+ ($1.namelessHellos ?? 0) }
        let encrypted = section.hosts.reduce(0) { $0 &+ ($1.encryptedHellos ?? 0) }
        let notes = [
            nameless > 0 ? words.namelessHellos(nameless, figures) : nil,
            encrypted > 0 ? words.encryptedHellos(encrypted, figures) : nil,
        ].compactMap { $0 }
        return notes.isEmpty ? nil : notes.joined(separator: " ")
    }

    /// What the bytes serve, where that is known, most bytes first.
    private func purposes(of section: Section) -> String? {
        var bytes: [Purpose: Int] = [:]
        for host in section.hosts {
            guard let purpose = host.purpose.flatMap(Purpose.init(rawValue:)) else { continue }
            bytes[purpose, default: 0] &+= host.traffic.both.ipBytes
        }
        let shares = bytes.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.compactMap {
            purpose, bytes in
            share(bytes, of: section.traffic.both.ipBytes).map { "\(words.name(of: purpose)) \(figures.percent($0))" }
        }
        return shares.isEmpty ? nil : words.purposesOfBytes(shares.joined(separator: ", "))
    }

    /// A host's party, and what it serves.
    private func party(of host: HostTraffic) -> String {
        let purpose = host.purpose.map(words.purpose)
        let background = host.background.map(words.name(of:))
        return [words.name(of: host.party), purpose, background].compactMap { $0 }.joined(separator: ", ")
    }

    /// Hosts, then what has no host, then all of it; the rows above add up to the last (frames without IP have no IP bytes).
    ///
    /// - Parameters:
    ///   - section: whose hosts.
    ///   - caption: what the table is called.
    ///   - hasFirstSteps: whether to say in which step each host was met first.
    /// - Returns: the table.
    func hostTable(of section: Section, caption: String, hasFirstSteps: Bool = false) -> Table {
        let total = section.traffic.both.ipBytes
        let firstSteps = hasFirstSteps && !measurement.steps.isEmpty ? self.firstSteps : nil
        func row(_ name: String, _ party: String, _ flows: Int?, _ traffic: Traffic) -> [Table.Cell] {
            [
                Table.Cell(name), Table.Cell(party), Table.Cell(figures.bytes(traffic.up.ipBytes)),
                Table.Cell(figures.bytes(traffic.down.ipBytes)), Table.Cell(figures.exact(traffic.both.ipBytes)),
                flows.map { Table.Cell(figures.exact($0)) } ?? .nothing,
                shareCell(share(traffic.both.ipBytes, of: total)),
            ] + (firstSteps.map { [$0[name].map { Table.Cell($0) } ?? .nothing] } ?? [])
        }
        var rows = section.hosts.prefix(Self.shownHosts).map { host in
            row(host.name, party(of: host), host.flows, host.traffic)
        }
        let others = section.hosts.dropFirst(Self.shownHosts)
        if !others.isEmpty {
            let traffic = others.reduce(into: Traffic.zero) { $0 += $1.traffic }
            let name = words.otherHosts(others.count, figures)
            rows.append(row(name, Figures.nothing, others.reduce(0) { $0 &+ $1.flows }, traffic))
        }
        if section.otherIP.both.packets > 0 {
            rows.append(row(words.otherIP, Figures.nothing, nil, section.otherIP))
        }
        let flows = section.hosts.reduce(0) { $0 &+ $1.flows }
        return Table(
            caption: caption,
            columns: [
                .text(words.host), .text(words.party), .figure(words.up), .figure(words.down), .figure(words.ipBytes),
                .figure(words.flows), .share(words.shareOfData, short: words.shareOfDataShort),
            ] + (firstSteps == nil ? [] : [.text(words.firstMet)]),
            rows: rows, footer: [row(words.total, Figures.nothing, flows, section.traffic)])
    }

    /// The number and title of the step that each host was met in first.
    private var firstSteps: [String: String] {
        var first: [String: String] = [:]
        for (index, step) in measurement.steps.enumerated() {
            for host in step.hosts where first[host.name] == nil {
                first[host.name] = "\(index + 1). \(name(of: step))"
            }
        }
        return first
    }
}
