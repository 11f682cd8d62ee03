import Documents

extension WalkedJourney {
    /// The steps that weigh more than their part, measure by measure, heaviest first.
    ///
    /// A step is hot above `hotTimesMean` times the mean share; where none is, the heaviest is named.
    func hotSpots(_ profile: ScoreProfile) -> [HotSpot] {
        HotSpot.Measure.allCases.flatMap { hotSpots(in: $0, threshold: profile.hotTimesMean / Double(steps.count)) }
    }

    private func hotSpots(in measure: HotSpot.Measure, threshold: Double) -> [HotSpot] {
        let weights = steps.compactMap { step in step.weight(in: measure).map { (step: step, weight: $0) } }
        // Shares of the steps that happen to be measured would mislead.
        guard weights.count == steps.count else { return [] }
        let total = weights.reduce(0) { $0 + $1.weight }
        let shares = weights.enumerated()
            .compactMap { index, each in part(each.weight, of: total).map { (step: each.step, share: $0, index: index) }
            }
            .sorted { ($1.share, $0.index) < ($0.share, $1.index) }
        let hot = shares.filter { $0.share > threshold }
        return (hot.isEmpty ? Array(shares.prefix(1)) : hot).map { each in
            HotSpot(
                step: each.step.id, iteration: nil, measure: measure, share: each.share,
                hosts: measure == .data ? each.step.heaviestHosts : [])
        }
    }
}

extension StepWalks {
    fileprivate func weight(in measure: HotSpot.Measure) -> Double? {
        switch measure {
        case .data: meanBytes
        case .energy: meanJoules
        case .ghg: indicators.ghg.central
        case .water: indicators.water.central
        case .land: indicators.land.central
        }
    }

    /// The hosts that together carry four fifths of the data, at most five: enough to know whom to ask.
    fileprivate var heaviestHosts: [HotSpot.HostShare] {
        let total = walks.reduce(0) { $0 + Double($1.step.exchangedBytes) }
        var bytes: [String: Double] = [:]
        for host in walks.flatMap(\.step.hosts) where host.party != .background {
            bytes[host.name, default: 0] += Double(host.traffic.both.ipBytes)
        }
        var hosts: [HotSpot.HostShare] = []
        var covered = 0.0
        for (name, weight) in bytes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(5) {
            guard covered < 0.8, weight > 0, let share = part(weight, of: total) else { break }
            hosts.append(HotSpot.HostShare(name: name, share: share))
            covered += share
        }
        return hosts
    }
}
