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
        return (hot.isEmpty ? Array(shares.prefix(1)) : hot).map { hotSpot($0.step, in: measure, share: $0.share) }
    }

    /// A hot step with what makes it so: its hosts where bytes do, its duration where time may.
    private func hotSpot(_ step: StepWalks, in measure: HotSpot.Measure, share: Double) -> HotSpot {
        let part = step.indicator(measure)?.heaviestPart
        let isByBytes = measure == .data || part?.key == .network || part?.key == .dataCentre
        let seconds = steps.reduce(0) { $0 + $1.usedSeconds }
        return HotSpot(
            step: step.id, iteration: nil, measure: measure, share: share, hosts: isByBytes ? step.heaviestHosts : [],
            parties: isByBytes ? step.shares(by: \.party.rawValue) : nil,
            purposes: isByBytes ? step.shares { $0.purpose ?? Breakdown.unknown } : nil, part: part,
            duration: measure == .data
                ? nil
                : EcoScore.part(step.usedSeconds, of: seconds).map {
                    HotSpot.Duration(seconds: step.usedSeconds, share: $0)
                })
    }
}

extension StepWalks {
    fileprivate func weight(in measure: HotSpot.Measure) -> Double? {
        switch measure {
        case .data: meanBytes
        case .energy: meanJoules
        case .ghg, .water, .land: indicator(measure)?.central
        }
    }

    fileprivate func indicator(_ measure: HotSpot.Measure) -> Indicator? {
        switch measure {
        case .data, .energy: nil
        case .ghg: indicators.ghg
        case .water: indicators.water
        case .land: indicators.land
        }
    }

    /// Seconds that its impacts count: as many as it is used, where the journey declares that.
    fileprivate var usedSeconds: Double { walks.reduce(0) { $0 + $1.step.seconds * $1.step.useRatio } / count }

    private var exchangedBytes: Double { walks.reduce(0) { $0 + Double($1.step.exchangedBytes) } }

    /// The hosts that together carry four fifths of the data, at most five: enough to know whom to ask.
    fileprivate var heaviestHosts: [HotSpot.HostShare] {
        var hosts: [HotSpot.HostShare] = []
        var covered = 0.0
        for host in shares(by: \.name).prefix(5) {
            guard covered < 0.8 else { break }
            hosts.append(HotSpot.HostShare(name: host.key, share: host.share))
            covered += host.share
        }
        return hosts
    }

    /// Parts of the data by something about its hosts, heaviest first.
    fileprivate func shares(by key: (HostTraffic) -> String) -> [HotSpot.GroupShare] {
        let total = exchangedBytes
        var bytes: [String: Double] = [:]
        for walk in walks {
            for host in walk.step.hosts where host.party != .background {
                bytes[key(host), default: 0] += Double(host.traffic.both.ipBytes)
            }
        }
        return bytes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .compactMap { key, weight in
                weight > 0 ? part(weight, of: total).map { HotSpot.GroupShare(key: key, share: $0) } : nil
            }
    }
}

extension Indicator {
    /// The life-cycle part with the greatest central value; the first of equals, `nil` where there is none.
    fileprivate var heaviestPart: HotSpot.PartShare? {
        let parts = Part.allCases.map { (key: $0, value: self.parts[$0].central) }
        guard let heaviest = parts.max(by: { $0.value < $1.value }) else { return nil }
        return part(heaviest.value, of: central).map { HotSpot.PartShare(key: heaviest.key, share: $0) }
    }
}
