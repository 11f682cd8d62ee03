public import Documents
import Foundation
import GRDB

extension CatalogueStore {
    /// Attaches a measured journey to an application.
    ///
    /// A run is known by its measurement's hash: attaching it again changes nothing, and with a new score (other factors,
    /// another profile) the run keeps both and shows the one attached last.
    ///
    /// - Parameters:
    ///   - documents: its measurement and its score; kept byte for byte.
    ///   - id: the application's identifier.
    ///   - version: the application's version; the measurement's own unless given.
    ///   - time: the moment of attaching.
    ///   - acceptingOther: whether to take the caller's word for the application and version where the measurement
    ///     says another, or none.
    /// - Returns: what changed.
    /// - Throws: `CatalogueError`, with nothing changed: `.unreadable`, `.scoreOfOther`, `.unknownApplication`,
    ///   `.otherApplication`, `.otherVersion`, `.noVersion`, `.attachedElsewhere`.
    @discardableResult
    public func attach(
        _ documents: RunDocuments, to id: String, version: String? = nil, at time: Timestamp,
        acceptingOther: Bool = false
    ) throws(CatalogueError) -> Attachment {
        let run: CheckedRun
        do { run = try CheckedRun(documents, hash: hash) } catch { throw failure(error.problem) }
        return try write { database in
            guard try Application.find(id, in: database) != nil else { throw failure(.unknownApplication(id)) }
            let version = try versionMeasured(run, of: id, given: version, acceptingOther: acceptingOther)
            let isNew = try insertRun(run, application: id, version: version, at: time, in: database)
            let isScored = try insertScore(run, at: time, in: database)
            return Attachment(
                outcome: isNew ? .attached : isScored ? .rescored : .alreadyAttached, run: run.measurementHash,
                version: version)
        }
    }

    /// A run with its documents.
    ///
    /// - Parameter prefix: the first 4 to 64 hexadecimal digits of the measurement's hash.
    /// - Returns: the run, with the score attached last.
    /// - Throws: `CatalogueError`: `.unknownRun`, `.ambiguousRun`, or `.damaged` if a document's bytes no longer have
    ///   the hash that it was stored by.
    public func run(_ prefix: String) throws(CatalogueError) -> AttachedRun {
        let digits = prefix.lowercased()
        guard (4...64).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isHexadecimal) else {
            throw failure(.unknownRun(prefix))
        }
        return try read { database in
            let rows = try RunRow.fetchAll(prefix: digits, in: database)
            guard let row = rows.first, let application = try Application.find(row.application, in: database) else {
                throw failure(.unknownRun(prefix))
            }
            guard rows.count == 1 else {
                throw failure(.ambiguousRun(digits, rows.map { ContentHash(rawValue: $0.measurement) }))
            }
            return AttachedRun(
                application: application, version: row.version, summary: try row.summary,
                documents: RunDocuments(
                    measurement: try document(row.measurement, in: database),
                    score: try document(row.score, in: database)))
        }
    }
}

extension CatalogueStore {
    private func versionMeasured(
        _ run: CheckedRun, of application: String, given: String?, acceptingOther: Bool
    ) throws(CatalogueError) -> String {
        let journey = run.measurement.journey
        if journey?.application != application, !acceptingOther {
            throw failure(.otherApplication(measured: journey?.application, given: application))
        }
        guard let version = given ?? journey?.version else { throw failure(.noVersion) }
        guard version.isOneLine else { throw failure(.invalid("version", version, rule: String.oneLineRule)) }
        if let measured = journey?.version, measured != version, !acceptingOther {
            throw failure(.otherVersion(measured: measured, given: version))
        }
        return version
    }

    /// Stores the run unless it is there.
    private func insertRun(
        _ run: CheckedRun, application: String, version: String, at time: Timestamp, in database: Database
    ) throws -> Bool {
        let existing = try Row.fetchOne(
            database, sql: "SELECT application, version FROM runs WHERE measurement = ?",
            arguments: [run.measurementHash.rawValue])
        if let existing {
            let (otherApplication, otherVersion): (String, String) = (existing[0], existing[1])
            guard (otherApplication, otherVersion) == (application, version) else {
                throw failure(
                    .attachedElsewhere(
                        run: run.measurementHash, application: otherApplication, version: otherVersion))
            }
            return false
        }
        try database.execute(
            sql: "INSERT INTO versions (application, version) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [application, version])
        try insertDocument(run.documents.measurement, run.measurementHash, in: database)
        try database.execute(
            sql: """
                INSERT INTO runs (measurement, application, version, journey, started, attached, exchangedBytes, quality)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run.measurementHash.rawValue, application, version, run.measurement.journey?.id,
                run.measurement.totals.first?.nanoseconds, time.nanoseconds, run.exchangedBytes,
                run.measurement.quality.grade.rawValue,
            ])
        return true
    }

    /// Stores the score unless the run has it.
    private func insertScore(_ run: CheckedRun, at time: Timestamp, in database: Database) throws -> Bool {
        try insertDocument(run.documents.score, run.scoreHash, in: database)
        let ecoscore = run.score.ecoscore
        let ghg = run.score.indicators.ghg
        try database.execute(
            sql: """
                INSERT INTO scores (run, document, attached, value, grade, partial, intervalLow, intervalHigh,
                    gradeBest, gradeWorst, ghgLow, ghgCentral, ghgHigh, factorSet, factorSetVersion, replacedFactors,
                    profile, profileVersion)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (run, document) DO NOTHING
                """,
            arguments: [
                run.measurementHash.rawValue, run.scoreHash.rawValue, time.nanoseconds, ecoscore.value,
                ecoscore.grade?.rawValue, ecoscore.partial, ecoscore.interval?.low, ecoscore.interval?.high,
                ecoscore.gradeRange?.best.rawValue, ecoscore.gradeRange?.worst.rawValue, ghg.low, ghg.central, ghg.high,
                run.score.factorSet.id, run.score.factorSet.version, run.score.factorSet.replaced.count,
                run.score.profile.id, run.score.profile.version,
            ])
        return database.changesCount == 1
    }

    private func insertDocument(_ content: Data, _ hash: ContentHash, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO documents (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [hash.rawValue, content])
    }

    private func document(_ hash: String, in database: Database) throws -> Data {
        let content = try Data.fetchOne(
            database, sql: "SELECT content FROM documents WHERE sha256 = ?", arguments: [hash])
        guard let content, self.hash(content).rawValue == hash else {
            throw failure(.damaged("document \(hash) isn't what was stored"))
        }
        return content
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
