public import Documents
import Foundation

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
    ///   - journey: the journey that it counts as in rankings; the measurement's own unless given.
    ///   - time: the moment of attaching.
    ///   - acceptingOther: whether to take the caller's word for the application, version and journey where the
    ///     measurement says another, or none.
    /// - Returns: what changed.
    /// - Throws: `CatalogueError`, with nothing changed: `.unreadable`, `.scoreOfOther`, `.unknownApplication`,
    ///   `.otherApplication`, `.otherVersion`, `.otherJourney`, `.noVersion`, `.attachedElsewhere`.
    @discardableResult
    public func attach(
        _ documents: RunDocuments, to id: String, version: String? = nil, journey: String? = nil, at time: Timestamp,
        acceptingOther: Bool = false
    ) throws(CatalogueError) -> Attachment {
        let run: CheckedRun
        do { run = try CheckedRun(documents, hash: hash) } catch { throw failure(error.problem) }
        // Compressed before the catalogue is locked.
        let (measurement, score) = (
            try stored(documents.measurement, .measurement), try stored(documents.score, .score)
        )
        return try write { connection in
            guard try ApplicationRow.find(id, in: connection) != nil else { throw failure(.unknownApplication(id)) }
            let subject = try subject(
                of: run, given: Subject(application: id, version: version, journey: journey),
                acceptingOther: acceptingOther)
            guard let version = subject.version else { throw failure(.noVersion) }
            try insertDocument(measurement, run.measurementHash, in: connection)
            let isNew = try insertRun(run, subject, version: version, at: time, in: connection)
            try insertDocument(score, run.score.hash, in: connection)
            let isScored = try insertScore(run.score, of: run.measurementHash, at: time, in: connection)
            if isNew { try Counters.refresh(id, in: connection) }
            if isNew || isScored {
                try record(
                    AuditTrail.Entry(
                        time: time, who: user, action: isNew ? .attach : .rescore, application: id, version: version,
                        run: run.measurementHash, details: run.score.details), in: connection)
            }
            return Attachment(
                outcome: isNew ? .attached : isScored ? .rescored : .alreadyAttached, run: run.measurementHash,
                version: version)
        }
    }

    /// Takes a run away, with its scores and documents; the audit keeps what it was.
    ///
    /// - Parameters:
    ///   - prefix: the first 4 to 64 hexadecimal digits of the measurement's hash.
    ///   - time: the moment of the change.
    ///   - reason: why, for the audit.
    /// - Returns: what was taken away.
    /// - Throws: `CatalogueError`: `.unknownRun`, `.ambiguousRun`, `.invalid` for a reason that isn't one line.
    @discardableResult
    public func detach(
        _ prefix: String, at time: Timestamp, reason: String? = nil
    ) throws(CatalogueError) -> DetachedRun {
        if let reason, !reason.isOneLine { throw failure(.invalid("reason", reason, rule: String.oneLineRule)) }
        return try write { connection in
            let run = try find(prefix, in: connection)
            let hash = run.summary.measurement.rawValue
            let scores = try connection.rows("SELECT document FROM scores WHERE run = ?", [hash]) { try $0.text() }
            try connection.execute("DELETE FROM scores WHERE run = ?", [hash])
            try connection.execute("DELETE FROM runs WHERE measurement = ?", [hash])
            for document in [hash] + scores {
                // One score may be of several runs.
                try connection.execute(
                    "DELETE FROM documents WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM scores WHERE document = ?)",
                    [document, document])
            }
            try connection.execute(
                """
                DELETE FROM versions WHERE application = ? AND version = ?
                    AND NOT EXISTS (SELECT 1 FROM runs WHERE application = ? AND version = ?)
                """, [run.application, run.version, run.application, run.version])
            try Counters.refresh(run.application, in: connection)
            var details = run.summary.score.details
            details["reason"] = reason
            details["journey"] = run.summary.journey
            details["attached"] = run.summary.attached.description
            details["scores"] = "\(scores.count)"
            try record(
                AuditTrail.Entry(
                    time: time, who: user, action: .detach, application: run.application, version: run.version,
                    run: run.summary.measurement, details: details), in: connection)
            return DetachedRun(application: run.application, version: run.version, run: run.summary)
        }
    }
}

extension CatalogueStore {
    /// What a run is of.
    private struct Subject {
        var application: String
        var version: String?
        var journey: String?
    }

    private func subject(
        of run: CheckedRun, given: Subject, acceptingOther: Bool
    ) throws(CatalogueError) -> Subject {
        let measured = run.measurement.journey
        if measured?.application != given.application, !acceptingOther {
            throw failure(.otherApplication(measured: measured?.application, given: given.application))
        }
        let version = given.version ?? measured?.version
        if let version {
            guard version.isOneLine else { throw failure(.invalid("version", version, rule: String.oneLineRule)) }
            if let other = measured?.version, other != version, !acceptingOther {
                throw failure(.otherVersion(measured: other, given: version))
            }
        }
        let journey = given.journey ?? measured?.id
        if let journey {
            guard journey.isOneLine else { throw failure(.invalid("journey", journey, rule: String.oneLineRule)) }
            if let other = measured?.id, other != journey, !acceptingOther {
                throw failure(.otherJourney(measured: other, given: journey))
            }
        }
        return Subject(application: given.application, version: version, journey: journey)
    }

    func stored(
        _ document: Data, _ kind: CatalogueError.Document
    ) throws(CatalogueError) -> StoredDocument {
        do { return try StoredDocument(compressing: document) } catch {
            throw failure(.unreadable(kind, DocumentError(path: "", reason: error.reason)))
        }
    }

    /// Stores the run unless it is there.
    private func insertRun(
        _ run: CheckedRun, _ subject: Subject, version: String, at time: Timestamp, in connection: any SQLConnection
    ) throws -> Bool {
        let existing = try connection.first(
            "SELECT application, version FROM runs WHERE measurement = ?", [run.measurementHash.rawValue]
        ) { (try $0.text(), try $0.text()) }
        if let existing {
            guard existing == (subject.application, version) else {
                throw failure(
                    .attachedElsewhere(run: run.measurementHash, application: existing.0, version: existing.1))
            }
            return false
        }
        try connection.execute(
            "INSERT INTO versions (application, version) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [subject.application, version])
        try connection.execute(
            """
            INSERT INTO runs (measurement, application, version, journey, started, attached, exchangedBytes, quality)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                run.measurementHash.rawValue, subject.application, version, subject.journey,
                run.measurement.totals.first?.nanoseconds, time.nanoseconds, run.exchangedBytes,
                run.measurement.quality.grade.rawValue,
            ])
        return true
    }

    func insertDocument(_ document: StoredDocument, _ hash: ContentHash, in connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO documents (sha256, content, compression, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """, [hash.rawValue, document.content, document.compression.rawValue, document.bytes])
    }

    /// Stores the score unless the run has it.
    func insertScore(
        _ score: CheckedScore, of run: ContentHash, at time: Timestamp, in connection: any SQLConnection
    ) throws -> Bool {
        let ecoscore = score.value.ecoscore
        let id = try connection.first(
            """
            INSERT INTO scores (run, document, attached, value, grade, partial, intervalLow, intervalHigh,
                gradeBest, gradeWorst, ghgLow, ghgCentral, ghgHigh, waterLow, waterCentral, waterHigh,
                landLow, landCentral, landHigh, factorSet, factorSetVersion, replacedFactors, profile, profileVersion)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (run, document) DO NOTHING
            RETURNING id
            """,
            [
                run.rawValue, score.hash.rawValue, time.nanoseconds, ecoscore.value,
                ecoscore.grade?.rawValue, ecoscore.partial, ecoscore.interval?.low, ecoscore.interval?.high,
                ecoscore.gradeRange?.best.rawValue, ecoscore.gradeRange?.worst.rawValue,
                score.ghg.low, score.ghg.central, score.ghg.high,
                score.water.low, score.water.central, score.water.high,
                score.land.low, score.land.central, score.land.high,
                score.value.factorSet.id, score.value.factorSet.version, score.value.factorSet.replaced.count,
                score.value.profile.id, score.value.profile.version,
            ]
        ) { try $0.integer() }
        guard let id else { return false }
        try connection.execute(
            "UPDATE runs SET score = ?, scores = scores + 1 WHERE measurement = ?", [id, run.rawValue])
        return true
    }
}

extension CheckedScore {
    /// What the audit tells of a score.
    var details: [String: String] {
        ScoreSummary.details(
            hash: hash, value: value.ecoscore.value, grade: value.ecoscore.grade,
            factorSet: "\(value.factorSet.id) \(value.factorSet.version)")
    }
}

extension ScoreSummary {
    fileprivate var details: [String: String] {
        Self.details(hash: sha256, value: value, grade: grade, factorSet: "\(factorSet.id) \(factorSet.version)")
    }

    fileprivate static func details(
        hash: ContentHash, value: Double?, grade: EcoscoreResult.Grade?, factorSet: String
    ) -> [String: String] {
        var details = ["score": hash.rawValue, "factors": factorSet]
        details["value"] = value.map { "\($0)" }
        details["grade"] = grade?.rawValue
        return details
    }
}
