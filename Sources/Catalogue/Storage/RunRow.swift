import Documents
import GRDB

/// A run joined with the score attached last, as the tables hold them.
struct RunRow: Decodable, FetchableRecord {
    let measurement: String
    let application: String
    let version: String
    let journey: String?
    let started: Int64?
    let attached: Int64
    let exchangedBytes: Int
    let quality: Quality.Grade
    let scores: Int
    let score: String
    let scoreAttached: Int64
    let value: Double?
    let grade: EcoscoreResult.Grade?
    let partial: Bool
    let intervalLow: Double?
    let intervalHigh: Double?
    let gradeBest: EcoscoreResult.Grade?
    let gradeWorst: EcoscoreResult.Grade?
    let ghgLow: Double
    let ghgCentral: Double
    let ghgHigh: Double
    let factorSet: String
    let factorSetVersion: String
    let replacedFactors: Int
    let profile: String
    let profileVersion: String

    var summary: RunSummary {
        get throws {
            guard let ghg = Estimate(low: ghgLow, central: ghgCentral, high: ghgHigh) else {
                throw CatalogueError(.damaged("run \(measurement): greenhouse gas out of order"), file: nil)
            }
            return RunSummary(
                measurement: ContentHash(rawValue: measurement), journey: journey,
                started: started.map(Timestamp.init), attached: Timestamp(nanoseconds: attached),
                exchangedBytes: exchangedBytes, quality: quality, scores: scores,
                score: ScoreSummary(
                    sha256: ContentHash(rawValue: score), attached: Timestamp(nanoseconds: scoreAttached), value: value,
                    grade: grade, partial: partial, interval: interval, gradeRange: gradeRange, ghgKilograms: ghg,
                    waterLitres: nil, landSquareMetreYears: nil,
                    factorSet: ScoreSummary.Reference(id: factorSet, version: factorSetVersion),
                    replacedFactors: replacedFactors,
                    profile: ScoreSummary.Reference(id: profile, version: profileVersion)))
        }
    }

    private var interval: EcoscoreResult.Interval? {
        guard let intervalLow, let intervalHigh else { return nil }
        return EcoscoreResult.Interval(low: intervalLow, high: intervalHigh)
    }

    private var gradeRange: EcoscoreResult.GradeRange? {
        guard let gradeBest, let gradeWorst else { return nil }
        return EcoscoreResult.GradeRange(best: gradeBest, worst: gradeWorst)
    }
}

extension RunRow {
    /// Newest first; the hash decides between runs of one moment, so that the order is always the same.
    private static let newestFirst = "coalesce(runs.started, runs.attached) DESC, runs.attached DESC, runs.measurement"

    private static let joined = """
        SELECT runs.*, (SELECT count(*) FROM scores WHERE run = runs.measurement) AS scores,
            scores.document AS score, scores.attached AS scoreAttached, scores.value, scores.grade, scores.partial,
            scores.intervalLow, scores.intervalHigh, scores.gradeBest, scores.gradeWorst,
            scores.ghgLow, scores.ghgCentral, scores.ghgHigh, scores.factorSet, scores.factorSetVersion,
            scores.replacedFactors, scores.profile, scores.profileVersion
        FROM runs JOIN scores ON scores.id = (SELECT max(id) FROM scores WHERE run = runs.measurement)
        """

    /// An application's runs, newest first.
    static func fetchAll(of application: String, in database: Database) throws -> [RunRow] {
        try fetchAll(
            database, sql: "\(joined) WHERE runs.application = ? ORDER BY \(newestFirst)", arguments: [application])
    }

    /// The newest run of each application that has one.
    static func fetchLatest(in database: Database) throws -> [RunRow] {
        try fetchAll(
            database,
            sql: """
                \(joined) WHERE runs.measurement IN (
                    SELECT (SELECT measurement FROM runs WHERE application = applications.id
                        ORDER BY \(newestFirst) LIMIT 1)
                    FROM applications)
                """)
    }

    /// The runs whose hash begins with some hexadecimal digits, in the order of their hashes.
    static func fetchAll(prefix: String, in database: Database) throws -> [RunRow] {
        // "g" follows every hexadecimal digit.
        try fetchAll(
            database,
            sql: "\(joined) WHERE runs.measurement >= ? AND runs.measurement < ? ORDER BY runs.measurement LIMIT 20",
            arguments: [prefix, prefix + "g"])
    }
}
