import Documents
import Foundation

extension CatalogueStore {
    /// A run with its documents.
    ///
    /// - Parameter prefix: the first 4 to 64 hexadecimal digits of the measurement's hash.
    /// - Returns: the run, with the score attached last.
    /// - Throws: `CatalogueError`: `.unknownRun`, `.ambiguousRun`, or `.damaged` if a document's bytes no longer have
    ///   the hash that it was stored by.
    public func run(_ prefix: String) throws(CatalogueError) -> AttachedRun {
        try read { connection in try attachedRun(find(prefix, in: connection), in: connection) }
    }

    /// The newest run of an application, with its documents.
    ///
    /// - Parameters:
    ///   - application: its identifier.
    ///   - version: of this version only.
    ///   - journey: of this journey only.
    /// - Returns: the run, with the score attached last.
    /// - Throws: `CatalogueError`: `.unknownApplication`, `.noRun` if none is attached that fits, or `.damaged`.
    public func lastRun(
        of application: String, version: String? = nil, journey: String? = nil
    ) throws(CatalogueError) -> AttachedRun {
        try read { connection in
            guard try ApplicationRow.find(application, in: connection) != nil else {
                throw failure(.unknownApplication(application))
            }
            let conditions = [("version", version), ("journey", journey)].filter { $0.1 != nil }
            let run = try connection.first(
                """
                \(RunRow.selection) WHERE runs.application = ?\(conditions.map { " AND runs.\($0.0) = ?" }.joined())
                ORDER BY \(Counters.newestFirst) LIMIT 1
                """, [application] + conditions.map(\.1)
            ) { try RunRow.read(&$0) }
            guard let run else {
                throw failure(.noRun(application: application, version: version, journey: journey))
            }
            return try attachedRun(run, in: connection)
        }
    }

    /// The run that a reference names, with its documents.
    ///
    /// - Parameter reference: `APP`, `APP@VERSION` or `APP@VERSION#RUN`.
    /// - Returns: the run, with the score attached last.
    /// - Throws: `CatalogueError` as `run` and `lastRun` do; `.unknownRun` for a run that is of another application.
    public func run(at reference: RunReference) throws(CatalogueError) -> AttachedRun {
        guard let prefix = reference.run else {
            return try lastRun(of: reference.application, version: reference.version)
        }
        let found = try run(prefix)
        guard found.application.id == reference.application, reference.version.map({ $0 == found.version }) ?? true
        else { throw failure(.unknownRun(prefix)) }
        return found
    }
}

extension CatalogueStore {
    func find(_ prefix: String, in connection: any SQLConnection) throws -> RunRow {
        let digits = prefix.lowercased()
        guard (4...64).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isHexadecimal) else {
            throw failure(.unknownRun(prefix))
        }
        let runs = try RunRow.find(prefix: digits, in: connection)
        guard let run = runs.first else { throw failure(.unknownRun(prefix)) }
        guard runs.count == 1 else { throw failure(.ambiguousRun(digits, runs.map(\.summary.measurement))) }
        return run
    }

    private func attachedRun(_ run: RunRow, in connection: any SQLConnection) throws -> AttachedRun {
        guard let application = try ApplicationRow.find(run.application, in: connection) else {
            throw failure(.damaged("run \(run.summary.measurement) has no application"))
        }
        return AttachedRun(
            application: application, version: run.version, summary: run.summary,
            documents: RunDocuments(
                measurement: try document(run.summary.measurement, in: connection),
                score: try document(run.summary.score.sha256, in: connection)))
    }

    /// A document, after comparing it with the hash that it is stored by.
    func document(_ hash: ContentHash, in connection: any SQLConnection) throws -> Data {
        guard let stored = try StoredDocument.find(hash.rawValue, in: connection) else {
            throw failure(.damaged("document \(hash) is missing"))
        }
        let content: Data
        do { content = try stored.plain() } catch { throw failure(.damaged("document \(hash): \(error.reason)")) }
        guard self.hash(content) == hash else {
            throw failure(.damaged("document \(hash) isn't what was stored"))
        }
        return content
    }
}

extension UInt8 {
    var isHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
