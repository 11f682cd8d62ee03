public import Documents

/// A measurement to score, with the hash that the score names it by.
public struct ScoringInput: Sendable {
    /// What was observed.
    public let measurement: JourneyMeasurement
    /// The SHA-256 of its document.
    public let sha256: ContentHash

    /// A measurement and the hash of its document.
    public init(measurement: JourneyMeasurement, sha256: ContentHash) {
        self.measurement = measurement
        self.sha256 = sha256
    }
}

extension [ScoringInput] {
    /// Checks that these are walks of one journey, and that no figure leaves the range the model is made for.
    ///
    /// - Returns: the first measurement, whose identity is that of all.
    func checked() throws(ScoringError) -> JourneyMeasurement {
        guard let first = first?.measurement else { throw .noMeasurement }
        var seen: Set<ContentHash> = []
        // One that doesn't say of which kind it is goes with either.
        let kind = self.lazy.compactMap(\.measurement.cache).first
        for input in self {
            guard seen.insert(input.sha256).inserted else { throw .repeated(sha256: input.sha256.short) }
            try input.measurement.checkSameWalk(as: first)
            if let kind, let cache = input.measurement.cache, cache != kind {
                throw .mixed(.cache, first: kind.rawValue, other: cache.rawValue)
            }
            for step in input.measurement.steps { try step.checkPlausible() }
        }
        guard contains(where: { $0.measurement.steps.contains(where: \.isScored) }) else { throw .noSteps }
        return first
    }
}

extension JourneyMeasurement {
    fileprivate func checkSameWalk(as first: JourneyMeasurement) throws(ScoringError) {
        let pairs: [(ScoringError.Difference, String?, String?)] = [
            (.journey, first.journey?.id, journey?.id),
            (.application, first.journey?.application, journey?.application),
            (.version, first.journey?.version, journey?.version),
            (.journeyFile, first.journey?.sha256.short, journey?.sha256.short),
            (.device, first.device.class.rawValue, device.class.rawValue),
            (.network, first.network.rawValue, network.rawValue),
        ]
        if let (difference, one, other) = pairs.first(where: { $0.1 != $0.2 }) {
            throw .mixed(difference, first: one ?? "none", other: other ?? "none")
        }
    }
}

extension Step {
    /// Limits that keep every product finite: a petabyte, thirty years, a terajoule.
    ///
    /// They hold of a step as it was measured and as it is used: of a very short one the ratio of the two is beyond all limits.
    fileprivate func checkPlausible() throws(ScoringError) {
        let figures: [(String, Double?, Double)] = [
            ("data exchanged (bytes)", Double(exchangedBytes), 1e15), ("duration (s)", seconds, 1e9),
            ("energy (J)", energy.joules, 1e12), ("display time (s)", displayTime.seconds, 1e9),
            ("declared use (s)", useSeconds, 1e9), ("duration as used (s)", seconds * useRatio, 1e9),
            ("data exchanged as used (bytes)", Double(exchangedBytes) * useRatio, 1e15),
            ("energy as used (J)", energy.joules.map { $0 * useRatio }, 1e12),
        ]
        for case (let figure, let value?, let limit) in figures where !(0...limit).contains(value) {
            throw .implausible(step: id, figure: figure, value: value)
        }
        for host in hosts where !(0...1_000_000_000_000_000).contains(host.traffic.both.ipBytes) {
            throw .implausible(
                step: id, figure: "data of \(host.name) (bytes)", value: Double(host.traffic.both.ipBytes))
        }
    }
}
