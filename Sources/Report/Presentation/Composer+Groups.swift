import Documents

extension Composer {
    /// How many groups are shown each in a row of its own; the others share one.
    private static let shownGroups = 40

    /// Traffic by something, in all, then step by step, then outside.
    ///
    /// - Parameters:
    ///   - grouping: what it is by.
    ///   - flows: the flows, where it is by flow.
    /// - Returns: a table each.
    func tables(by grouping: TrafficGrouping, flows: FlowList?) -> [Block] {
        var blocks: [Block] = [table(everything, groups(measurement.whole, grouping, flows, nil), grouping)]
        guard !measurement.steps.isEmpty else { return blocks }
        for step in measurement.steps {
            let section = Section(
                traffic: step.traffic, hosts: step.hosts, otherIP: step.otherIP, nonIP: step.nonIP,
                breakdown: step.breakdown)
            let groups = groups(section, grouping, flows) { $0.step == step.id && $0.iteration == step.iteration }
            blocks.append(table(name(of: step), groups, grouping))
        }
        let outside = groups(measurement.outside, grouping, flows) { $0.step == nil }
        if !outside.isEmpty { blocks.append(table(words.outsideSteps, outside, grouping)) }
        return blocks
    }

    /// All traffic by something, where the measurement tells it; nothing else.
    func wholeTable(by grouping: TrafficGrouping) -> [Block] {
        let told =
            switch grouping {
            case .transport: measurement.breakdown?.transports
            case .app: measurement.breakdown?.apps
            default: nil as [GroupTraffic]?
            }
        guard let told, !told.isEmpty else { return [] }
        return [table(words.heading(by: grouping), groups(measurement.whole, grouping, nil, nil), grouping)]
    }

    private func groups(
        _ section: Section, _ grouping: TrafficGrouping, _ flows: FlowList?, _ isIn: ((FlowEntry.Slice) -> Bool)?
    ) -> [GroupTraffic] {
        let groups =
            switch grouping {
            case .host:
                section.hosts.map {
                    GroupTraffic(
                        key: $0.name, traffic: $0.traffic, flows: $0.flows, connections: $0.connections ?? $0.flows)
                }
            case .party: section.breakdown?.parties ?? []
            case .purpose: section.breakdown?.purposes ?? []
            case .transport: section.breakdown?.transports ?? []
            case .ipVersion: section.breakdown?.ipVersions ?? []
            case .app: section.breakdown?.apps ?? [unlabelled(section.hosts)]
            case .flow: flows?.flows.compactMap { group(of: $0, isIn) } ?? []
            }
        let others = [(words.otherIP, section.otherIP), (words.framesWithoutIP, section.nonIP)].filter {
            $0.1.both.packets > 0
        }
        return groups.filter { $0.traffic.both.packets > 0 }.map { named($0, grouping) }
            .sorted { $0.traffic.both.ipBytes > $1.traffic.both.ipBytes }
            + others.map { GroupTraffic(key: $0.0, traffic: $0.1) }
    }

    /// All hosts' traffic as that of an app that isn't known, where the capture names none.
    private func unlabelled(_ hosts: [HostTraffic]) -> GroupTraffic {
        GroupTraffic(
            key: Breakdown.unknown, traffic: hosts.reduce(into: Traffic.zero) { $0 += $1.traffic },
            // Wrapping, here and below, as `Step.exchangedBytes` does.
            flows: hosts.reduce(0) { $0 &+ $1.flows },
            connections: hosts.reduce(0) { $0 &+ ($1.connections ?? $1.flows) })
    }

    /// What a flow carried in some slices; `nil` if it wasn't there.
    private func group(of flow: FlowEntry, _ isIn: ((FlowEntry.Slice) -> Bool)?) -> GroupTraffic? {
        let slices = flow.slices.filter { isIn?($0) ?? true }
        guard !slices.isEmpty else { return nil }
        let server = flow.names.name ?? flow.server.address
        return GroupTraffic(
            key: "\(flow.transport.rawValue) \(flow.device.port) → \(server):\(flow.server.port)",
            traffic: slices.reduce(into: Traffic.zero) { $0 += $1.traffic }, flows: 1,
            connections: flow.slices.first == slices.first ? 1 : 0)
    }

    /// A group whose key is in words.
    private func named(_ group: GroupTraffic, _ grouping: TrafficGrouping) -> GroupTraffic {
        var named = group
        switch grouping {
        case .party: named.key = Party(rawValue: group.key).map(words.name(of:)) ?? group.key
        case .purpose: named.key = words.purpose(group.key)
        case .transport: named.key = Transport(rawValue: group.key).map(words.name(of:)) ?? group.key
        case .ipVersion: named.key = group.key == "ipv6" ? "IPv6" : "IPv4"
        case .app: named.key = group.key == Breakdown.unknown ? words.notKnown : group.key
        case .host, .flow: break
        }
        return named
    }

    private func table(_ title: String, _ groups: [GroupTraffic], _ grouping: TrafficGrouping) -> Block {
        let total = groups.reduce(into: Traffic.zero) { $0 += $1.traffic }
        func row(_ group: GroupTraffic) -> [Table.Cell] {
            [
                Table.Cell(group.key), Table.Cell(figures.bytes(group.traffic.up.ipBytes)),
                Table.Cell(figures.bytes(group.traffic.down.ipBytes)),
                Table.Cell(figures.exact(group.traffic.both.ipBytes)), Table.Cell(figures.exact(group.flows)),
                Table.Cell(figures.exact(group.connections)),
                shareCell(share(group.traffic.both.ipBytes, of: total.both.ipBytes)),
            ]
        }
        func together(_ name: String, _ groups: ArraySlice<GroupTraffic>) -> [Table.Cell] {
            row(
                GroupTraffic(
                    key: name, traffic: groups.reduce(into: Traffic.zero) { $0 += $1.traffic },
                    flows: groups.reduce(0) { $0 &+ $1.flows },
                    connections: groups.reduce(0) { $0 &+ $1.connections }))
        }
        var rows = groups.prefix(Self.shownGroups).map(row)
        let others = groups.dropFirst(Self.shownGroups)
        if !others.isEmpty { rows.append(together(words.others(others.count, figures), others)) }
        return .table(
            Table(
                caption: title,
                columns: [
                    .text(title), .figure(words.up), .figure(words.down), .figure(words.ipBytes), .figure(words.flows),
                    .figure(words.connections, short: words.connectionsShort),
                    .share(words.shareOfData, short: words.shareOfDataShort),
                ],
                rows: rows, footer: [together(words.total, groups[...])]))
    }
}
