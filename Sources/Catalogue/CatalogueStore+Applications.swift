public import Documents

/// What became of an application that a list brought.
public enum UpsertOutcome: String, Codable, Sendable {
    case new, changed, unchanged
}

extension CatalogueStore {
    /// Adds an application; one that is there with the same data, whenever it was added, is fine.
    ///
    /// - Parameter application: the application, with the moment at which it is added.
    /// - Returns: whether it is new.
    /// - Throws: `CatalogueError`: `.invalid`, or `.conflict` if it is there with other data.
    @discardableResult
    public func add(_ application: Application) throws(CatalogueError) -> Bool {
        if let problem = application.problem { throw failure(problem) }
        return try write { connection in
            if var existing = try ApplicationRow.find(application.id, in: connection) {
                let created = existing.created
                existing.created = application.created
                guard existing == application else {
                    existing.created = created
                    throw failure(.conflict(existing: existing, given: application))
                }
                return false
            }
            try ApplicationRow.insert(application, in: connection)
            try record(.add, of: application, since: nil, at: application.created, in: connection)
            return true
        }
    }

    /// Replaces an application's data; the moment at which it was added stays.
    ///
    /// - Parameters:
    ///   - application: the new data.
    ///   - time: the moment of the change.
    /// - Returns: whether anything changed.
    /// - Throws: `CatalogueError`: `.invalid`, or `.unknownApplication`.
    @discardableResult
    public func update(_ application: Application, at time: Timestamp) throws(CatalogueError) -> Bool {
        if let problem = application.problem { throw failure(problem) }
        return try edit(application.id, at: time) { $0 = application }
    }

    /// Changes some of an application's data.
    ///
    /// - Parameters:
    ///   - id: its identifier, which stays, as does the moment at which it was added.
    ///   - time: the moment of the change.
    ///   - change: the change.
    /// - Returns: whether anything changed.
    /// - Throws: `CatalogueError`: `.invalid`, or `.unknownApplication`.
    @discardableResult
    public func edit(
        _ id: String, at time: Timestamp, _ change: (inout Application) -> Void
    ) throws(CatalogueError) -> Bool {
        try write { connection in
            guard let old = try ApplicationRow.find(id, in: connection) else { throw failure(.unknownApplication(id)) }
            var new = old
            change(&new)
            (new.id, new.created) = (old.id, old.created)
            if let problem = new.problem { throw failure(problem) }
            guard new != old else { return false }
            try ApplicationRow.update(new, in: connection)
            try record(.edit, of: new, since: old, at: time, in: connection)
            return true
        }
    }

    /// Takes a list of applications over: those that aren't there are added, the others get what the list says of them.
    ///
    /// What a row leaves out (`nil`, an identifier's scheme) stays as it is; the same list twice changes nothing.
    ///
    /// - Parameters:
    ///   - applications: the rows.
    ///   - time: the moment of the change.
    ///   - dryRun: whether only to say what would change.
    /// - Returns: what became of each row, in the same order.
    /// - Throws: `CatalogueError` with nothing changed: `.invalid`.
    @discardableResult
    public func upsert(
        _ applications: [Application], at time: Timestamp, dryRun: Bool = false
    ) throws(CatalogueError) -> [UpsertOutcome] {
        for application in applications {
            if let problem = application.problem { throw failure(problem) }
        }
        func merge(_ connection: any SQLConnection) throws -> [UpsertOutcome] {
            var known: [String: Application] = [:]
            return try applications.map { given in
                guard let old = try known[given.id] ?? ApplicationRow.find(given.id, in: connection) else {
                    var new = given
                    new.created = time
                    known[given.id] = new
                    if !dryRun {
                        try ApplicationRow.insert(new, in: connection)
                        try record(.import, of: new, since: nil, at: time, in: connection)
                    }
                    return .new
                }
                let new = old.updated(by: given)
                known[given.id] = new
                guard new != old else { return .unchanged }
                if !dryRun {
                    try ApplicationRow.update(new, in: connection)
                    try record(.import, of: new, since: old, at: time, in: connection)
                }
                return .changed
            }
        }
        return dryRun ? try read(merge) : try write(merge)
    }

    /// The applications, each with its newest run.
    ///
    /// - Parameters:
    ///   - filter: which of them; all unless given.
    ///   - order: in which order.
    /// - Returns: the list, empty for a new catalogue.
    /// - Throws: `CatalogueError` if the catalogue can't be read.
    public func applications(
        _ filter: ApplicationFilter = ApplicationFilter(), by order: ApplicationOrder = .id
    ) throws(CatalogueError) -> ApplicationList {
        let condition = filter.condition
        return try read { connection in
            let entries = try connection.rows(
                """
                SELECT \(ApplicationRow.columns), applications.versions, applications.runs, \(RunRow.columns)
                FROM applications
                    LEFT JOIN runs ON runs.measurement = applications.latest
                    LEFT JOIN scores ON scores.id = runs.score
                \(condition.sql)
                ORDER BY \(order.sql)
                """, condition.values
            ) { row in
                let application = try ApplicationRow.read(&row)
                let (versions, runs) = (try row.count(), try row.count())
                let latest = try RunRow.readIfPresent(&row)
                return ApplicationList.Entry(
                    application: application, versions: versions, runs: runs,
                    latest: latest.map { ApplicationList.LatestRun(version: $0.version, run: $0.summary) })
            }
            return ApplicationList(applications: entries)
        }
    }
}
