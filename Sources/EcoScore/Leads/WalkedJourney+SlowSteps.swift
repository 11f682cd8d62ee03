import Documents

extension WalkedJourney {
    /// Steps whose time to display (measured, or modelled where that is accepted) has a poor grade; avoidable is what lies above the longest
    /// time that has a better one.
    func slowStepLead(_ rule: LeadRules.Rule, _ profile: ScoreProfile) -> Lead {
        let screens = steps.filter(\.hasScreen)
        guard !screens.isEmpty, let grade = rule.fromGrade else { return rule.notObservable(.stepAbsent) }
        var evidence: [Lead.Evidence] = []
        var avoidable = Avoidable()
        var isWhole = true
        for step in screens {
            let times = step.walks.compactMap(\.figures.displaySeconds)
            guard times.count == step.walks.count, let type = step.walks.first?.step.type else {
                isWhole = false
                continue
            }
            let limit = profile.longestDisplay(type, model.device, betterThan: grade)
            let mean = times.reduce(0, +) / step.count
            guard mean > limit else { continue }
            avoidable.addDisplay(step, mean, above: limit)
            evidence.append(Lead.Evidence(step: step.id, value: mean, unit: .seconds, above: limit))
        }
        guard evidence.isEmpty else { return rule.lead(evidence, gains: gains(avoidable, profile)) }
        return isWhole ? rule.lead([]) : rule.notObservable(.displayTimeAbsent)
    }
}

extension ScoreProfile {
    /// The longest time to display, in whole milliseconds, that has a better grade than this.
    ///
    /// The curve falls, so that halving the stretch in which it must lie finds it.
    func longestDisplay(
        _ type: StepType, _ device: DeviceClass, betterThan grade: EcoscoreResult.Grade
    ) -> Double {
        let curve = curve(of: .time, type, device)
        // At p10 there are 90 points; at a thousand medians none.
        var (good, poor) = (0, Int(curve.median * 1000 * 1000))
        while poor - good > 1 {
            let middle = (good + poor) / 2
            if grades.grade(curve.points(Double(middle) / 1000)).rawValue < grade.rawValue {
                good = middle
            } else {
                poor = middle
            }
        }
        return Double(good) / 1000
    }
}
