import Documents
import Foundation

extension CatalogueStore {
    /// Looks at everything: the database itself, references, each document's hash, each score against its measurement and its
    /// document, and the counts.
    ///
    /// - Returns: what was looked at, and all that is wrong.
    /// - Throws: `CatalogueError` if the catalogue can't be read at all.
    public func check() throws(CatalogueError) -> CatalogueCheck {
        do {
            var faults = try database.integrityFaults().map { CatalogueCheck.Fault(.database, $0) }
            let check = try database.read { connection in
                var check = CatalogueCheck(
                    applications: try connection.count("SELECT count(*) FROM applications"),
                    runs: try connection.count("SELECT count(*) FROM runs"),
                    scores: try connection.count("SELECT count(*) FROM scores"), documents: 0, faults: [])
                check.faults += try orphans(connection) + wrongCounters(connection)
                try checkDocuments(&check, connection)
                check.faults += try wrongScores(connection)
                return check
            }
            faults += check.faults
            return CatalogueCheck(
                applications: check.applications, runs: check.runs, scores: check.scores, documents: check.documents,
                faults: faults)
        } catch {
            throw CatalogueError(error, file: file)
        }
    }

    /// Rows whose owner isn't there. Foreign keys keep them from arising; another program may not have held to them.
    private func orphans(_ connection: any SQLConnection) throws -> [CatalogueCheck.Fault] {
        let questions = [
            (
                "version without application",
                "SELECT application FROM versions WHERE application NOT IN (SELECT id FROM applications)"
            ),
            (
                "run without version",
                """
                SELECT measurement FROM runs WHERE NOT EXISTS (
                    SELECT 1 FROM versions
                    WHERE versions.application = runs.application AND versions.version = runs.version)
                """
            ),
            (
                "run without measurement",
                "SELECT measurement FROM runs WHERE measurement NOT IN (SELECT sha256 FROM documents)"
            ),
            ("run without score", "SELECT measurement FROM runs WHERE measurement NOT IN (SELECT run FROM scores)"),
            ("score without run", "SELECT document FROM scores WHERE run NOT IN (SELECT measurement FROM runs)"),
            (
                "score without document",
                "SELECT document FROM scores WHERE document NOT IN (SELECT sha256 FROM documents)"
            ),
            (
                "document that nothing refers to",
                """
                SELECT sha256 FROM documents WHERE sha256 NOT IN (SELECT measurement FROM runs)
                    AND sha256 NOT IN (SELECT document FROM scores)
                """
            ),
        ]
        return try questions.flatMap { name, sql in
            try connection.rows(sql) { CatalogueCheck.Fault(.references, "\(name): \(try $0.text())") }
        }
    }

    private func wrongCounters(_ connection: any SQLConnection) throws -> [CatalogueCheck.Fault] {
        let applications = try connection.rows(
            """
            SELECT id FROM applications
            WHERE runs <> (SELECT count(*) FROM runs WHERE application = id)
                OR versions <> (SELECT count(DISTINCT version) FROM runs WHERE application = id)
                OR coalesce(latest, '') <> coalesce((
                    SELECT measurement FROM runs WHERE application = id ORDER BY \(Counters.newestFirst) LIMIT 1), '')
            """
        ) { CatalogueCheck.Fault(.counters, "application \(try $0.text()) doesn't show the runs that it has") }
        let runs = try connection.rows(
            """
            SELECT measurement FROM runs
            WHERE scores <> (SELECT count(*) FROM scores WHERE run = measurement)
                OR coalesce(score, 0) <> coalesce((SELECT max(id) FROM scores WHERE run = measurement), 0)
            """
        ) { CatalogueCheck.Fault(.counters, "run \(try $0.text()) doesn't show the score attached last") }
        return applications + runs
    }

    private func checkDocuments(_ check: inout CatalogueCheck, _ connection: any SQLConnection) throws {
        try StoredDocument.forEach(in: connection) { hash, stored in
            check.documents += 1
            do {
                guard self.hash(try stored.plain()).rawValue != hash else { return }
                check.faults.append(.init(.document, "document \(hash) isn't what was stored"))
            } catch let damage as StoredDocument.Damage {
                check.faults.append(.init(.document, "document \(hash): \(damage.reason)"))
            }
        }
    }

    /// Scores that are of other measurements than those they are attached to, or whose rows don't tell what they say.
    private func wrongScores(_ connection: any SQLConnection) throws -> [CatalogueCheck.Fault] {
        var faults: [CatalogueCheck.Fault] = []
        try connection.query(
            """
            SELECT scores.run, scores.value, scores.grade, scores.ghgCentral, scores.factorSet,
                documents.sha256, documents.content, documents.compression, documents.bytes
            FROM scores JOIN documents ON documents.sha256 = scores.document
            ORDER BY scores.id
            """, []
        ) { row in
            let run = ContentHash(rawValue: try row.text())
            let figures = (try row.optionalReal(), try row.optionalText(), try row.real(), try row.text())
            let document = try row.text()
            // One that isn't what was stored has been told of.
            guard let json = try? StoredDocument(&row).plain(), hash(json).rawValue == document else { return }
            do {
                let score = try CheckedScore(json, of: run, hash: hash)
                let ecoscore = score.value.ecoscore
                if figures
                    != (ecoscore.value, ecoscore.grade?.rawValue, score.ghg.central, score.value.factorSet.id)
                {
                    faults.append(.init(.score, "the figures of run \(run) aren't those of its score \(document)"))
                }
            } catch let error as CheckedRun.Refusal {
                let reason = error.problem.sentence
                faults.append(.init(.score, "score \(document) of run \(run): \(reason)"))
            }
        }
        return faults
    }
}
