import Documents

/// A run with the score attached last, as tables `runs` and `scores` hold them.
struct RunRow {
    let application: String
    let version: String
    let summary: RunSummary

    /// The columns that `read` reads.
    static let columns = """
        runs.measurement, runs.application, runs.version, runs.journey, runs.started, runs.attached,
        runs.exchangedBytes, runs.quality, runs.scores,
        scores.document, scores.attached, scores.value, scores.grade, scores.partial,
        scores.intervalLow, scores.intervalHigh, scores.gradeBest, scores.gradeWorst,
        scores.ghgLow, scores.ghgCentral, scores.ghgHigh, scores.waterLow, scores.waterCentral, scores.waterHigh,
        scores.landLow, scores.landCentral, scores.landHigh, scores.factorSet, scores.factorSetVersion,
        scores.replacedFactors, scores.profile, scores.profileVersion
        """

    static let selection = "SELECT \(columns) FROM runs JOIN scores ON scores.id = runs.score"

    static func read(_ row: inout SQLRow) throws -> RunRow {
        guard let run = try readIfPresent(&row) else { throw CatalogueError(.damaged("a run without hash"), file: nil) }
        return run
    }

    /// The run of an outer join; `nil` where there is none.
    static func readIfPresent(_ row: inout SQLRow) throws -> RunRow? {
        guard let measurement = try row.optionalText() else { return nil }
        let (application, version) = (try row.text(), try row.text())
        let journey = try row.optionalText()
        let started = try row.optionalInteger().map(Timestamp.init(nanoseconds:))
        let attached = Timestamp(nanoseconds: try row.integer())
        let exchangedBytes = try row.count()
        let quality = try row.name(Quality.Grade.self)
        let scores = try row.count()
        let score = try readScore(&row, of: measurement)
        return RunRow(
            application: application, version: version,
            summary: RunSummary(
                measurement: ContentHash(rawValue: measurement), journey: journey, started: started, attached: attached,
                exchangedBytes: exchangedBytes, quality: quality, scores: scores, score: score))
    }

    private static func readScore(_ row: inout SQLRow, of run: String) throws -> ScoreSummary {
        let document = ContentHash(rawValue: try row.text())
        let attached = Timestamp(nanoseconds: try row.integer())
        let value = try row.optionalReal()
        let grade = try row.optionalName(EcoscoreResult.Grade.self)
        let partial = try row.integer() != 0
        let (low, high) = (try row.optionalReal(), try row.optionalReal())
        let best = try row.optionalName(EcoscoreResult.Grade.self)
        let worst = try row.optionalName(EcoscoreResult.Grade.self)
        guard let ghg = try readEstimate(&row) else {
            throw CatalogueError(.damaged("run \(run): greenhouse gas out of order"), file: nil)
        }
        let (water, land) = (try readEstimate(&row), try readEstimate(&row))
        let factorSet = ScoreSummary.Reference(id: try row.text(), version: try row.text())
        let replaced = try row.count()
        return ScoreSummary(
            sha256: document, attached: attached, value: value, grade: grade, partial: partial,
            interval: low.flatMap { low in high.map { EcoscoreResult.Interval(low: low, high: $0) } },
            gradeRange: best.flatMap { best in worst.map { EcoscoreResult.GradeRange(best: best, worst: $0) } },
            ghgKilograms: ghg, waterLitres: water, landSquareMetreYears: land, factorSet: factorSet,
            replacedFactors: replaced, profile: ScoreSummary.Reference(id: try row.text(), version: try row.text()))
    }

    private static func readEstimate(_ row: inout SQLRow) throws -> Estimate? {
        let (low, central, high) = (try row.optionalReal(), try row.optionalReal(), try row.optionalReal())
        guard let low, let central, let high else { return nil }
        return Estimate(low: low, central: central, high: high)
    }
}

extension RunRow {
    /// The runs whose hash begins with some hexadecimal digits, in the order of their hashes.
    static func find(prefix: String, in connection: any SQLConnection) throws -> [RunRow] {
        // "g" follows every hexadecimal digit.
        try connection.rows(
            "\(selection) WHERE runs.measurement >= ? AND runs.measurement < ? ORDER BY runs.measurement LIMIT 20",
            [prefix, prefix + "g"]
        ) { try read(&$0) }
    }
}
