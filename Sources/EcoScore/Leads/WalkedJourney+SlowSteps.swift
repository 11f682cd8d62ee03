import Documents

extension WalkedJourney {
    /// Steps whose measured time to display has a poor grade; avoidable is what lies above the time that has a better one.
    func slowStepLead(_ rule: LeadRules.Rule, _ profile: ScoreProfile) -> Lead {
        let screens = steps.filter(\.hasScreen)
        guard !screens.isEmpty, let grade = rule.fromGrade else { return rule.notObservable(.stepAbsent) }
        let limit = profile.longestDisplay(model.device, betterThan: grade)
        var evidence: [Lead.Evidence] = []
        var avoidable = Avoidable()
        var isWhole = true
        for step in screens {
            let times = step.walks.compactMap(\.step.measuredDisplaySeconds)
            guard times.count == step.walks.count else {
                isWhole = false
                continue
            }
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
    func longestDisplay(_ device: DeviceClass, betterThan grade: EcoscoreResult.Grade) -> Double {
        let curve = time(device)
        // At p10 there are 90 points; at a thousand medians none.
        var (good, poor) = (0, Int(curve.median * 1_000_000))
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
