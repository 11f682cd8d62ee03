import Documents

/// A run as JSON Lines: the run, then each step, then each host of each step, a line each.
public enum RunLines {
    private struct Run: Encodable {
        let kind = "run"
        let journey: JourneyIdentity?
        let device: Device
        let network: NetworkKind
        let quality: Quality.Grade
        let totals: Totals
        let indicators: Indicators?
        let ecoscore: EcoscoreResult?
        let factorSet: String?
    }

    private struct Walked: Encodable {
        let kind = "step"
        let step: String
        let iteration: Int
        let title: LocalizedText
        let start: Timestamp
        let end: Timestamp
        let seconds: Double
        let traffic: Traffic
        let connections: Int
        let energy: Step.Energy
        let displayTime: Step.DisplayTime
        let indicators: Indicators?
        let ecoscore: EcoscoreResult?
    }

    private struct Host: Encodable {
        let kind = "host"
        let step: String?
        let iteration: Int?
        let host: HostTraffic
    }

    /// All lines.
    ///
    /// - Throws: `EncodingError` if a number is infinite or not a number.
    public static func text(_ run: ExportedRun) throws -> String {
        let (measurement, score) = (run.measurement, run.score)
        var text =
            try PlainJSON.line(
                Run(
                    journey: measurement.journey, device: measurement.device, network: measurement.network,
                    quality: measurement.quality.grade, totals: measurement.totals, indicators: score?.indicators,
                    ecoscore: score?.ecoscore, factorSet: score?.factorSet.id)) + "\n"
        // A score lists the steps that it scores in the order walked.
        var scored = (score?.steps ?? [])[...]
        for step in measurement.steps {
            let own = step.isScored && scored.first?.id == step.id ? scored.popFirst() : nil
            text +=
                try PlainJSON.line(
                    Walked(
                        step: step.id, iteration: step.iteration, title: step.title, start: step.start, end: step.end,
                        seconds: step.seconds, traffic: step.traffic, connections: step.connections,
                        energy: step.energy, displayTime: step.displayTime, indicators: own?.indicators,
                        ecoscore: own?.ecoscore)) + "\n"
        }
        for (step, section) in measurement.sections {
            for host in section.hosts {
                text +=
                    try PlainJSON.line(Host(step: step?.id, iteration: step?.iteration, host: host)) + "\n"
            }
        }
        return text
    }
}
