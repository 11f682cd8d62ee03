public import Documents

extension RunComparison {
    /// The figures that are compared, in the order they are said.
    static let metrics: [Metric] = [
        Metric(.score), Metric(.bytes), Metric(.bytes, direction: .up), Metric(.bytes, direction: .down),
        Metric(.bytes, side: .first), Metric(.bytes, side: .third), Metric(.bytes, side: .unknown),
        Metric(.bytes, side: .background), Metric(.connections), Metric(.hosts), Metric(.duration),
        Metric(.displayTime), Metric(.energy), Metric(.ghg), Metric(.water), Metric(.land),
    ]

    /// Compares two sides.
    ///
    /// Figures of the journey are judged together, those of each step together, and the hosts of each table together: within
    /// each, the chance that any is called changed though none is stays at 5 %.
    ///
    /// - Parameters:
    ///   - base: what is compared with.
    ///   - new: what is compared.
    ///   - tool: the program that the document names.
    public init(base: RunGroup, new: RunGroup, tool: Tool) {
        let pair = RunPair(base: base, new: new)
        let baseSteps = base.stepNames
        let onBase = Set(baseSteps.map(\.id))
        let steps = baseSteps + new.stepNames.filter { !onBase.contains($0.id) }
        let comparable = pair.haveSameFactors && pair.haveSameProfile
        let score = comparable ? (new.scores + base.scores).first : nil
        self.init(
            tool: tool, base: base.side, new: new.side,
            method: Method(significance: SignificanceTest.significance, correction: "holm"),
            factorSet: score?.factorSet, profile: score?.profile, differences: pair.differences,
            journey: pair.figures(step: nil),
            steps: steps.map {
                StepChange(
                    id: $0.id, title: $0.title, figures: pair.figures(step: $0.id), hosts: pair.hosts(step: $0.id))
            },
            hosts: pair.hosts(step: nil))
    }
}

/// Two sides, looked at figure by figure.
struct RunPair {
    let base: RunGroup
    let new: RunGroup

    let haveSameFactors: Bool
    let haveSameProfile: Bool
    /// Whether instruments saw the same part of the device: energies of different parts aren't the same figure.
    let haveSameEnergyPart: Bool

    init(base: RunGroup, new: RunGroup) {
        (self.base, self.new) = (base, new)
        let scores = base.scores + new.scores
        haveSameFactors = Set(scores.map(\.factorSet.sha256)).count <= 1
        haveSameProfile = Set(scores.map(\.profile.sha256)).count <= 1
        haveSameEnergyPart = Set(base.energyParts + new.energyParts).count <= 1
    }

    /// The figures of a step or of the whole journey, those that are nothing on both sides left out.
    func figures(step: String?) -> [FigureChange] {
        var changes = RunComparison.metrics.filter(isComparable).compactMap { metric in
            FigureChange(
                metric, base: base.observed(metric, step: step, beside: new),
                new: new.observed(metric, step: step, beside: base))
        }
        changes.removeAll { $0.metric.side != .app && ($0.base?.maximum ?? 0) == 0 && ($0.new?.maximum ?? 0) == 0 }
        FigureChange.judge(&changes)
        return changes
    }

    private func isComparable(_ metric: Metric) -> Bool {
        if metric.quantity == .energy { return haveSameEnergyPart }
        return !metric.isScored || haveSameFactors && (metric.isIndicator || haveSameProfile)
    }

    /// The hosts of a step or of all steps, those that changed most first.
    func hosts(step: String?) -> [HostChange] {
        guard base.isMeasured, new.isMeasured else { return [] }
        let (old, now) = (HostRuns(base, step: step), HostRuns(new, step: step))
        guard old.runs > 0, now.runs > 0 else { return [] }
        let names = Set(old.hosts.keys).union(now.hosts.keys).sorted()
        var bytes = names.compactMap { name in
            FigureChange(Metric(.bytes, side: .all), base: old.sample(name), new: now.sample(name))
        }
        FigureChange.judge(&bytes)
        let changes = zip(names, bytes).compactMap { name, bytes -> HostChange? in
            guard let host = now.hosts[name] ?? old.hosts[name] else { return nil }
            let presence: HostChange.Presence =
                old.hosts[name] == nil ? .new : now.hosts[name] == nil ? .vanished : .both
            return HostChange(name: name, party: host.party, purpose: host.purpose, presence: presence, bytes: bytes)
        }
        return changes.sorted {
            let sizes = ($0.bytes.difference?.magnitude ?? 0, $1.bytes.difference?.magnitude ?? 0)
            return sizes.0 == sizes.1 ? $0.name < $1.name : sizes.0 > sizes.1
        }
    }
}

extension RunGroup {
    /// The runs of a figure as it was seen: of parties those hosts that are known to be theirs; of a partial score what
    /// was found, where the other side measured the same axes.
    fileprivate func observed(_ metric: Metric, step: String?, beside other: RunGroup) -> Sample? {
        let walks = walks(with: step)
        if metric.quantity == .score {
            let results = walks.compactMap { $0.ecoscore(step: step) }
            let others = other.walks(with: step).compactMap { $0.ecoscore(step: step) }
            guard Set((results + others).map(\.measuredAxes)).count == 1 else { return nil }
            return Sample(results.compactMap(\.value))
        }
        // Where nobody said whose hosts are whose, no party has nothing: it isn't known what it has.
        if metric.side == .first || metric.side == .third, !tellsParties(step: step) { return nil }
        return Sample(
            walks.compactMap { walk in
                guard case .between(let low, _, _) = walk.reading(metric, step: step) else { return nil }
                return low
            })
    }
}

extension RunGroup {
    /// Whether any traffic is known to be the publisher's or a third party's, or there is none of an unknown party.
    private func tellsParties(step: String?) -> Bool {
        let hosts = walks(with: step).flatMap { $0.steps(step) ?? [] }.flatMap(\.hosts)
        return hosts.contains { $0.party == .first || $0.party == .third } || !hosts.contains { $0.party == .unknown }
    }
}

extension Walk {
    fileprivate func ecoscore(step: String?) -> EcoscoreResult? {
        guard let step else { return score?.ecoscore }
        return scores(of: step).first?.ecoscore
    }
}

extension EcoscoreResult {
    /// How much of each axis was measured: scores of other axes aren't the same figure.
    fileprivate var measuredAxes: [Double] {
        [axes.data, axes.energy, axes.time].map { $0.value == nil ? 0 : $0.coverage }
    }
}
