public import Documents
public import Foundation

extension CatalogueStore {
    /// Scores all attached measurements again; the scores they have are kept, and the new ones are shown.
    ///
    /// Not one transaction: runs are done some at a time, so that others can go on. One that is interrupted goes on where it was
    /// when it is called again, because the same score of a run is one.
    ///
    /// - Parameters:
    ///   - application: only its runs.
    ///   - time: the moment of scoring.
    ///   - score: makes the score document of a measurement; what it throws is told as that run's failure.
    /// - Returns: what it came to.
    /// - Throws: `CatalogueError` if the catalogue can't be read or changed.
    public func rescore(
        _ application: String? = nil, at time: Timestamp,
        score: (_ measurement: Data, ContentHash) throws -> Data
    ) throws(CatalogueError) -> Rescoring {
        if let application { _ = try self.application(application) }
        let runs = try read { connection in
            try connection.rows(
                "SELECT measurement FROM runs \(application == nil ? "" : "WHERE application = ?") ORDER BY measurement",
                application.map { [$0] } ?? []
            ) { ContentHash(rawValue: try $0.text()) }
        }
        var result = Rescoring()
        let batch = 50
        for start in stride(from: 0, to: runs.count, by: batch) {
            var scored: [Scored] = []
            for run in runs[start..<min(start + batch, runs.count)] {
                do {
                    let measurement = try read { try document(run, in: $0) }
                    let json = try score(measurement, run)
                    scored.append(
                        Scored(
                            run: run, score: try CheckedScore(json, of: run, hash: hash),
                            document: try stored(json, .score)))
                } catch {
                    result.failures.append(Rescoring.Failure(run: run, reason: Self.reason(error)))
                }
            }
            let changed = try write { connection in
                try scored.filter { try attach($0, at: time, in: connection) }.count
            }
            result.rescored += changed
            result.unchanged += scored.count - changed
        }
        return result
    }

    private struct Scored {
        let run: ContentHash
        let score: CheckedScore
        let document: StoredDocument
    }

    /// Whether the score is new; a run that was detached meanwhile takes none.
    private func attach(_ scored: Scored, at time: Timestamp, in connection: any SQLConnection) throws -> Bool {
        let owner = try connection.first(
            "SELECT application, version FROM runs WHERE measurement = ?", [scored.run.rawValue]
        ) { (try $0.text(), try $0.text()) }
        guard let owner else { return false }
        try insertDocument(scored.document, scored.score.hash, in: connection)
        guard try insertScore(scored.score, of: scored.run, at: time, in: connection) else { return false }
        try record(
            AuditTrail.Entry(
                time: time, who: user, action: .rescore, application: owner.0, version: owner.1, run: scored.run,
                details: scored.score.details), in: connection)
        return true
    }

    private static func reason(_ error: any Error) -> String {
        (error as? CheckedRun.Refusal).map { $0.problem.sentence } ?? "\(error)"
    }
}
