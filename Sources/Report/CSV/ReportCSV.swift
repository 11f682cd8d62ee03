import Documents

/// What a report is of, in long format (RFC 4180): one figure a line.
///
/// The columns and metrics are in `docs/report.md`.
public enum ReportCSV {
    private static let header = [
        "journey", "application", "version", "run", "scope", "step", "iteration", "host", "party", "metric", "value",
        "low", "high", "unit", "basis",
    ]

    /// All lines, the header first.
    public static func text(_ subject: ReportSubject) -> String {
        var text = CSVRecord.line(header)
        for run in subject.runs { text += FigureLines(run).text }
        // Of one run the score has been said.
        if subject.runs.count != 1, let score = subject.score {
            let place = Place(journey: subject.runs.first?.measurement.journey, score: score, run: "")
            text += ScoreLines(score, place: place, iterations: [:]).text
        }
        return text
    }

    /// The first columns of a line.
    struct Place {
        let journey: String
        let application: String
        let version: String
        let run: String

        init(journey: JourneyIdentity?, score: JourneyScore?, run: String) {
            self.journey = journey?.id ?? score?.measurements.first?.journey ?? ""
            application = journey?.application ?? score?.measurements.first?.application ?? ""
            version = journey?.version ?? ""
            self.run = run
        }

        /// A line.
        ///
        /// - Parameters:
        ///   - scope: `run`, `step` or `outside`.
        ///   - step: the step with its iteration, where it is of one.
        ///   - host: the host with its party, where it is of one.
        ///   - metric: what the figure is.
        ///   - value: the figure, with its range where it is modelled.
        ///   - unit: its unit.
        ///   - basis: `measured`, `modelled` or `computed`.
        /// - Returns: the line with its end.
        func line(
            _ scope: String, step: (id: String, iteration: Int?)? = nil, host: HostTraffic? = nil, _ metric: String,
            _ value: (String, low: String, high: String), _ unit: String, _ basis: String
        ) -> String {
            CSVRecord.line(
                [journey, application, version, run].map(CSVRecord.plain) + [
                    scope, CSVRecord.plain(step?.id ?? ""), step?.iteration.map(String.init) ?? "",
                    CSVRecord.plain(host?.name ?? ""), host?.party.rawValue ?? "", metric, value.0, value.low,
                    value.high,
                    unit, basis,
                ])
        }
    }
}

/// A run's measurement, then its score.
private struct FigureLines {
    private let run: ReportedRun
    private let place: ReportCSV.Place

    init(_ run: ReportedRun) {
        self.run = run
        place = ReportCSV.Place(journey: run.measurement.journey, score: run.score, run: run.name)
    }

    var text: String {
        let measurement = run.measurement
        var text =
            lines("run", nil, measurement.measured) + exact("run", nil, "walked_bytes", measurement.walkedBytes, "B")
        for host in measurement.hosts { text += lines("run", nil, host.traffic, of: host) }
        for step in measurement.steps {
            let name = (step.id, Optional(step.iteration))
            text += seconds("step", name, "duration", step.seconds, "measured") + lines("step", name, step.traffic)
            text += exact("step", name, "exchanged_bytes", step.exchangedBytes, "B")
            text += exact("step", name, "connections", step.connections, "count")
            if let joules = step.energy.joules {
                text += place.line("step", step: name, "energy", ("\(joules)", "", ""), "J", step.energy.basis.rawValue)
            }
            if let time = step.displayTime.seconds {
                text += seconds("step", name, "display_time", time, step.displayTime.basis.rawValue)
            }
            for host in step.hosts { text += lines("step", name, host.traffic, of: host) }
        }
        text += lines("outside", nil, measurement.outside.traffic)
        for host in measurement.outside.hosts { text += lines("outside", nil, host.traffic, of: host) }
        guard let score = run.score else { return text }
        let iterations = Dictionary(uniqueKeysWithValues: zip(1..., measurement.scoredIterations))
        return text + ScoreLines(score, place: place, iterations: iterations).text
    }

    private func lines(_ scope: String, _ step: (String, Int?)?, _ traffic: Traffic, of host: HostTraffic? = nil)
        -> String
    {
        let figures = [
            ("ip_bytes_up", traffic.up.ipBytes, "B"), ("ip_bytes_down", traffic.down.ipBytes, "B"),
            ("packets", traffic.both.packets, "count"),
        ]
        return figures.map { exact(scope, step, $0.0, $0.1, $0.2, of: host) }.joined()
    }

    private func exact(
        _ scope: String, _ step: (String, Int?)?, _ metric: String, _ value: Int, _ unit: String,
        of host: HostTraffic? = nil
    ) -> String {
        place.line(
            scope, step: step.map { (id: $0.0, iteration: $0.1) }, host: host, metric, ("\(value)", "", ""), unit,
            "measured")
    }

    private func seconds(_ scope: String, _ step: (String, Int?), _ metric: String, _ value: Double, _ basis: String)
        -> String
    {
        place.line(scope, step: (id: step.0, iteration: step.1), metric, ("\(value)", "", ""), "s", basis)
    }
}

/// A score's figures, of all of it and step by step.
private struct ScoreLines {
    let text: String

    /// - Parameters:
    ///   - score: the score.
    ///   - place: what it is of.
    ///   - iterations: the iteration of a walk by the place that the score names it by; the place itself where it isn't here.
    init(_ score: JourneyScore, place: ReportCSV.Place, iterations: [Int: Int]) {
        func lines(
            _ scope: String, _ step: (id: String, iteration: Int?)?, _ indicators: Indicators, _ result: EcoscoreResult
        ) -> String {
            let impacts = [("ghg", indicators.ghg), ("water", indicators.water), ("land", indicators.land)].map {
                place.line(
                    scope, step: step, $0.0, ("\($0.1.central)", low: "\($0.1.low)", high: "\($0.1.high)"), $0.1.unit,
                    "modelled")
            }
            guard let value = result.value else { return impacts.joined() }
            let interval = result.interval
            return impacts.joined()
                + place.line(
                    scope, step: step, "ecoscore",
                    ("\(value)", low: interval.map { "\($0.low)" } ?? "", high: interval.map { "\($0.high)" } ?? ""),
                    "points", "computed")
        }
        text =
            lines("run", nil, score.indicators, score.ecoscore)
            + score.steps.map { step in
                let walk = step.iteration ?? 1
                return lines("step", (step.id, iterations[walk] ?? walk), step.indicators, step.ecoscore)
            }.joined()
    }
}
