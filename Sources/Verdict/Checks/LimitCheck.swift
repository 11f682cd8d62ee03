import Documents

/// Holds limits against runs.
struct LimitCheck {
    let runs: RunGroup
    let baseline: RunGroup?

    /// How many hosts a broken limit names.
    private static let hostsNamed = 3

    /// What comes of a limit: one result, or one a step where it holds for each.
    func results(of limit: Limit) -> [LimitResult] {
        let steps = runs.stepNames
        switch limit.scope {
        case .journey: return [result(of: limit, step: nil)]
        case .step(let id): return [result(of: limit, step: id)]
        case .alias(let alias):
            return [result(of: limit, step: StepAlias.step(alias, in: steps) ?? alias)]
        case .eachStep(let aliases):
            let excepted = Set(aliases.compactMap { StepAlias.step($0, in: steps) })
            // A journey without steps passes no limit of them.
            guard !steps.isEmpty else { return [unchecked(limit, step: nil, .noCompleteRun)] }
            return steps.filter { !excepted.contains($0.id) }.map { result(of: limit, step: $0.id) }
        }
    }

    private func unchecked(_ limit: Limit, step: String?, _ obstacle: Obstacle) -> LimitResult {
        var metric: Metric?
        if case .metric(let known) = limit.target { metric = known }
        let isLeast =
            switch limit.bound {
            case .atLeast: true
            case .atMost, .unstated: false
            case .worseBy, .worseByPart: metric?.isBetterHigher ?? false
            }
        var stated: Double?
        if case .atMost(let value) = limit.bound { stated = value }
        if case .atLeast(let value) = limit.bound { stated = value }
        return LimitResult(
            step: step, stepTitle: step.flatMap { runs.titles[$0] }, metric: metric, origin: limit.origin,
            level: limit.level, bound: isLeast ? .atLeast : .atMost, limit: stated, statistic: limit.statistic,
            status: .unchecked, obstacle: obstacle)
    }

    private func result(of limit: Limit, step: String?) -> LimitResult {
        switch limit.target {
        case .other(let obstacle): return unchecked(limit, step: step, obstacle)
        case .metric(let metric):
            if let step, runs.titles[step] == nil {
                return unchecked(limit, step: step, .stepMissing)
            }
            switch bound(limit, metric, step: step) {
            case .failure(let obstacle): return unchecked(limit, step: step, obstacle)
            case .success(let bound): return result(of: limit, metric, step: step, bound: bound)
            }
        }
    }

    private enum Found<Value> {
        case success(Value)
        case failure(Obstacle)
    }

    /// The figure that a limit comes to, and the baseline's that it is relative to.
    private func bound(_ limit: Limit, _ metric: Metric, step: String?) -> Found<(limit: Double, baseline: Double?)> {
        let sign: Double = metric.isBetterHigher ? -1 : 1
        func relative(_ worse: (Double) -> Double) -> Found<(limit: Double, baseline: Double?)> {
            guard let baseline else { return .failure(.baselineMissing) }
            let readings = baseline.readings(metric, step: step)
            guard !readings.isEmpty, let sample = Sample(readings.compactMap(\.exact)), sample.runs == readings.count
            else { return .failure(.baselineUnknown) }
            let limit = sample.mean + sign * worse(sample.mean)
            return limit.isFinite ? .success((limit, sample.mean)) : .failure(.baselineUnknown)
        }
        return switch limit.bound {
        case .atMost(let value), .atLeast(let value): .success((value, nil))
        case .worseBy(let amount): relative { _ in amount }
        case .worseByPart(let part): relative { abs($0) * part }
        case .unstated: .failure(.noLimit)
        }
    }

    private func result(
        of limit: Limit, _ metric: Metric, step: String?, bound: (limit: Double, baseline: Double?)
    ) -> LimitResult {
        var result = unchecked(limit, step: step, .noCompleteRun)
        result.limit = bound.limit
        result.baseline = bound.baseline
        result.bound = metric.isBetterHigher ? .atLeast : .atMost
        let readings = runs.readings(metric, step: step)
        guard let bounds = RunBounds(readings) else {
            result.obstacle = readings.compactMap(\.obstacle).first ?? missing(metric, step: step)
            return result
        }
        let judged = LimitVerdict(bounds, result.bound, limit: bound.limit, statistic: limit.statistic)
        result.value = judged.value
        result.status = judged.status
        result.undecided = judged.isUndecided
        result.interval = judged.interval
        result.runsNeeded = judged.runsNeeded
        result.obstacle = bounds.obstacle
        result.sample = judged.sample
        if judged.status == .broken { result.hosts = heaviest(metric, step: step) }
        return result
    }

    /// Why no run can tell a figure at all.
    private func missing(_ metric: Metric, step: String?) -> Obstacle {
        if metric.quantity == .requests { return .requests }
        return step == nil ? .noCompleteRun : .stepMissing
    }

    private func heaviest(_ metric: Metric, step: String?) -> [LimitResult.HeavyHost]? {
        let hosts = HostRuns(runs, step: step, direction: metric.direction)
            .heaviest(Self.hostsNamed, of: metric.side.parties)
        return hosts.isEmpty ? nil : hosts
    }
}

extension Reading {
    /// Why it is missing; `nil` where it is there.
    fileprivate var obstacle: Obstacle? {
        if case .missing(let obstacle) = self { obstacle } else { nil }
    }
}
