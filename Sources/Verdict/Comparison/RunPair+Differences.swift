import Documents

extension RunPair {
    /// What differs between the sides beside the app.
    var differences: [ConditionDifference] {
        identity + conditions + scoring + trust
    }

    private var identity: [ConditionDifference] {
        let journey = { (measurement: JourneyMeasurement) in measurement.journey?.id }
        let application = { (measurement: JourneyMeasurement) in measurement.journey?.application }
        let found = [
            difference(.application, measured: application) { $0.measurements.first?.application },
            difference(.journey, measured: journey) { $0.measurements.first?.journey },
        ].compactMap { $0 }
        let sameJourney = !found.contains { $0.condition == .journey }
        let file = sameJourney ? difference(.journeyFile, measured: { $0.journey?.sha256.short }) : nil
        return found + (file.map { [$0] } ?? [])
    }

    private var conditions: [ConditionDifference] {
        [
            difference(.device, measured: { $0.device.class.rawValue }),
            difference(.network, measured: { $0.network.rawValue }),
            difference(.cache, measured: { $0.cache?.rawValue }),
            difference(.trust, measured: { $0.sources.first?.trust.rawValue }),
            difference(
                .selection, measured: { $0.selection.map { ($0.only ?? []) + ($0.app.map { [$0] } ?? []) }?.joinedOnce }
            ),
            haveSameEnergyPart
                ? nil
                : ConditionDifference(.energyPart, base: base.energyParts.joinedOnce, new: new.energyParts.joinedOnce),
            difference(.tool, measured: { $0.tool.version }) { $0.tool.version },
        ].compactMap { $0 }
    }

    private var scoring: [ConditionDifference] {
        var found: [ConditionDifference] = []
        if base.isMeasured != new.isMeasured || !base.isMeasured {
            found.append(
                ConditionDifference(
                    .measurementMissing, base: base.isMeasured ? nil : "score", new: new.isMeasured ? nil : "score"))
        }
        if base.scores.isEmpty || new.scores.isEmpty {
            found.append(
                ConditionDifference(
                    .scoreMissing, base: base.scores.isEmpty ? "missing" : nil,
                    new: new.scores.isEmpty ? "missing" : nil))
        }
        if !haveSameFactors {
            found.append(.init(.factorSet, base: base.factorSets, new: new.factorSets))
        }
        if !haveSameProfile {
            found.append(.init(.profile, base: base.profiles, new: new.profiles))
        }
        if !(base.rescored + new.rescored).isEmpty {
            found.append(.init(.rescored, base: base.rescored.joinedOnce, new: new.rescored.joinedOnce))
        }
        return found
    }

    private var trust: [ConditionDifference] {
        var found: [ConditionDifference] = []
        let untrusted = [base, new].map(\.isUntrusted)
        if untrusted.contains(true) {
            let word = Quality.Grade.untrusted.rawValue
            found.append(.init(.untrusted, base: untrusted[0] ? word : nil, new: untrusted[1] ? word : nil))
        }
        let hashes = [base, new].map { Set($0.scores.flatMap(\.measurements).map(\.sha256)) }
        if let shared = hashes[0].intersection(hashes[1]).map(\.short).min() {
            found.append(.init(.sameRun, base: shared, new: shared))
        }
        return found
    }

    /// What one side's documents say and the other's don't; `nil` where both say the same, or a side has none to say it.
    private func difference(
        _ condition: ConditionDifference.Condition, measured: (JourneyMeasurement) -> String?,
        scored: ((JourneyScore) -> String?)? = nil
    ) -> ConditionDifference? {
        func values(_ group: RunGroup) -> String?? {
            if group.isMeasured { return .some(group.measurements.compactMap(measured).joinedOnce) }
            return scored.map { scored in group.scores.compactMap(scored).joinedOnce }
        }
        guard let old = values(base), let now = values(new), old != now else { return nil }
        return ConditionDifference(condition, base: old, new: now)
    }
}

extension RunGroup {
    /// The parts of the device that measured energy is of.
    var energyParts: [String] {
        let measured = measurements.flatMap(\.steps).map(\.energy).filter { $0.basis == .measured }
        return Set(measured.map { $0.part?.rawValue ?? "device" }).sorted()
    }

    fileprivate var factorSets: String? {
        scores.map { "\($0.factorSet.id) \($0.factorSet.version) (\($0.factorSet.sha256.short))" }.joinedOnce
    }

    fileprivate var profiles: String? {
        scores.map { "\($0.profile.id) \($0.profile.version) (\($0.profile.sha256.short))" }.joinedOnce
    }
}

extension [String] {
    /// Each once, sorted, in one phrase; `nil` of none.
    fileprivate var joinedOnce: String? {
        isEmpty ? nil : Set(self).sorted().joined(separator: ", ")
    }
}
