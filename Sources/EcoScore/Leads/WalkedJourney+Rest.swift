import Documents

extension WalkedJourney {
    /// Data exchanged while nobody acts, once the first seconds are over.
    ///
    /// A measurement has a total per step. So a rest shows it only where it follows another rest that was long enough; other rests that
    /// exchanged something may have done so in their first seconds, and can't be judged.
    func idleLead(_ rule: LeadRules.Rule, _ profile: ScoreProfile) -> Lead {
        let pauses = walked.filter { $0.step.type == .pause }
        guard !pauses.isEmpty, let start = rule.afterSeconds else { return rule.notObservable(.stepAbsent) }
        var bytes: [String: Double] = [:]
        var avoidable = Avoidable()
        for walk in pauses where restBefore(walk) >= start {
            let count = steps.first { $0.id == walk.step.id }?.count ?? 1
            bytes[walk.step.id, default: 0] += Double(walk.step.exchangedBytes) / count
            avoidable.add(walk, .all)
        }
        let evidence = steps.compactMap { step -> Lead.Evidence? in
            guard let bytes = bytes[step.id], rule.threshold(passedBy: bytes) != nil else { return nil }
            return Lead.Evidence(step: step.id, value: bytes, unit: .bytes)
        }
        guard evidence.isEmpty else { return rule.lead(evidence, gains: gains(avoidable, profile)) }
        return pauses.contains { $0.step.exchangedBytes > 0 } ? rule.notObservable(.timingAbsent) : rule.lead([])
    }

    /// Seconds that the rests last which lead up to a walk of a step without a gap.
    private func restBefore(_ walk: WalkedStep) -> Double {
        var (seconds, start) = (0.0, walk.step.start)
        for earlier in walked[..<walk.index].reversed() {
            guard earlier.walk == walk.walk, earlier.step.type == .pause, earlier.step.end == start else { break }
            seconds += earlier.step.seconds
            start = earlier.step.start
        }
        return seconds
    }
}
