import Documents

extension Step {
    /// A figure that was measured; hosts are counted over steps, see `[Step].hostCount`.
    func reading(_ metric: Metric) -> Reading {
        switch metric.quantity {
        case .bytes: bytes(metric.side, metric.direction)
        case .connections: connections(metric.side)
        case .hosts: [self].hostCount(metric.side)
        case .duration: .exactly(seconds)
        // Told from traffic alone, display time is a model of what a screen shows.
        case .displayTime:
            if type.hasNoDisplay {
                .exactly(0)
            } else {
                .known(displayTime.basis == .measured ? displayTime.seconds : nil, else: .displayTimeAbsent)
            }
        case .energy: .known(energy.basis == .measured ? energy.joules : nil, else: .energyAbsent)
        case .requests: .missing(.requests)
        case .ghg, .water, .land, .score, .grade: .missing(.scoreMissing)
        }
    }

    private func bytes(_ side: Metric.Side, _ direction: Metric.Direction) -> Reading {
        func part(_ traffic: Traffic) -> Double { Double(direction.counts(of: traffic).ipBytes) }
        return groups.reading(of: side, all: part(traffic)) { part($0.traffic) }
    }

    private func connections(_ side: Metric.Side) -> Reading {
        // Documents of earlier versions don't give the connections of each host.
        if breakdown == nil, side != .all, hosts.contains(where: { $0.connections == nil }) {
            return .missing(.notStated)
        }
        return groups.reading(of: side, all: Double(connections)) { Double($0.connections) }
    }

    /// Traffic by party: as the document sums it up, else from its hosts.
    private var groups: [Party: GroupTraffic] {
        let stated = breakdown?.parties.compactMap { group in Party(rawValue: group.key).map { ($0, group) } }
        if let stated { return Dictionary(stated, uniquingKeysWith: { first, _ in first }) }
        var groups: [Party: GroupTraffic] = [:]
        for host in hosts {
            groups[host.party, default: GroupTraffic(key: host.party.rawValue)].traffic += host.traffic
            // Wrapping: a document can come from anyone.
            groups[host.party]?.connections &+= host.connections ?? 0
        }
        return groups
    }
}

extension [Party: GroupTraffic] {
    /// What a side carries: known between bounds where hosts of nobody in particular may be its own.
    fileprivate func reading(of side: Metric.Side, all: Double, _ amount: (GroupTraffic) -> Double) -> Reading {
        func of(_ party: Party) -> Double { self[party].map(amount) ?? 0 }
        return switch side {
        case .all: .exactly(all)
        case .app: .exactly(all - of(.background))
        case .background: .exactly(of(.background))
        case .unknown: .exactly(of(.unknown))
        case .first: .bounds(of(.first), of(.first) + of(.unknown), .partyUnknown)
        case .third: .bounds(of(.third), of(.third) + of(.unknown), .partyUnknown)
        }
    }
}

extension [Step] {
    /// The hosts of a side, each counted once.
    func hostCount(_ side: Metric.Side) -> Reading {
        let hosts = flatMap(\.hosts)
        let names = { (parties: [Party]) in Set(hosts.filter { parties.contains($0.party) }.map(\.name)) }
        let listed = Double(names(side.parties).count)
        // Behind the name under which light hosts are listed are two at least, and no one knows of whom.
        if hosts.contains(where: { $0.name == HostTraffic.otherHosts }) {
            return .between(low: listed, high: .infinity, .hostsTogether)
        }
        guard side == .first || side == .third else { return .exactly(listed) }
        return .bounds(listed, Double(names(side.parties + [.unknown]).count), .partyUnknown)
    }
}

extension Metric.Side {
    /// The parties whose hosts it counts.
    var parties: [Party] {
        switch self {
        case .app: [.first, .third, .unknown]
        case .all: Party.allCases
        case .first: [.first]
        case .third: [.third]
        case .background: [.background]
        case .unknown: [.unknown]
        }
    }
}

extension Metric.Direction {
    func counts(of traffic: Traffic) -> TrafficCounts {
        switch self {
        case .both: traffic.both
        case .up: traffic.up
        case .down: traffic.down
        }
    }
}

extension StepType {
    /// Whether it ends without a screen to wait for: those that the score's time axis leaves out.
    fileprivate var hasNoDisplay: Bool { self == .pause || self == .media }
}
