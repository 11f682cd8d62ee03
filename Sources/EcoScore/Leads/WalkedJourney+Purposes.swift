import Documents

extension WalkedJourney {
    /// Fonts by the hosts that serve nothing else; those of other hosts are hidden, so that it is never said that there are few.
    func fontsLead(_ rule: LeadRules.Rule, _ profile: ScoreProfile) -> Lead {
        let fonts = TrafficPart.purpose(Purpose.fonts.rawValue)
        var evidence: [Lead.Evidence] = []
        var avoidable = Avoidable()
        for step in steps where step.hasScreen {
            let bytes = step.meanBytes(of: fonts)
            guard let threshold = rule.threshold(passedBy: bytes) else { continue }
            avoidable.add(step, fonts, above: rule.above)
            evidence.append(
                Lead.Evidence(
                    step: step.id, purpose: Purpose.fonts.rawValue, value: bytes, unit: .bytes, above: threshold))
        }
        return evidence.isEmpty ? rule.notObservable(.encrypted) : rule.lead(evidence, gains: gains(avoidable, profile))
    }

    /// Data of video players in steps where the script plays none; media of other hosts are hidden.
    func mediaLead(_ rule: LeadRules.Rule, _ profile: ScoreProfile) -> Lead {
        let video = TrafficPart.purpose(Purpose.video.rawValue)
        var evidence: [Lead.Evidence] = []
        var avoidable = Avoidable()
        for step in steps where !step.walks.contains(where: { $0.step.type == .media }) {
            var bytes: [String: Double] = [:]
            for walk in step.walks {
                for host in walk.step.hosts where video.holds(host) {
                    bytes[host.name, default: 0] += Double(host.traffic.both.ipBytes) / step.count
                }
            }
            guard rule.threshold(passedBy: bytes.values.reduce(0, +)) != nil else { continue }
            for walk in step.walks { avoidable.add(walk, video) }
            evidence += bytes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map {
                    Lead.Evidence(
                        step: step.id, host: $0.key, purpose: Purpose.video.rawValue, value: $0.value, unit: .bytes)
                }
        }
        return evidence.isEmpty ? rule.notObservable(.encrypted) : rule.lead(evidence, gains: gains(avoidable, profile))
    }
}
