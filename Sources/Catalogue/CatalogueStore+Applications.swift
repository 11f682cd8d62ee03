public import Documents
import GRDB

extension CatalogueStore {
    /// Adds an application; one that is there with the same data, whenever it was added, is fine.
    ///
    /// - Parameter application: the application, with the moment at which it is added.
    /// - Returns: whether it is new.
    /// - Throws: `CatalogueError`: `.invalid`, or `.conflict` if it is there with other data.
    @discardableResult
    public func add(_ application: Application) throws(CatalogueError) -> Bool {
        if let violation = application.problem { throw failure(violation) }
        return try write { database in
            if var existing = try Application.find(application.id, in: database) {
                let created = existing.created
                existing.created = application.created
                guard existing == application else {
                    existing.created = created
                    throw failure(.conflict(existing: existing, given: application))
                }
                return false
            }
            try database.execute(
                sql: "INSERT INTO applications (id, title, publisher, platform, created) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    application.id, application.title, application.publisher, application.platform?.rawValue,
                    application.created.nanoseconds,
                ])
            return true
        }
    }

    /// Replaces an application's title, publisher and platform; the moment at which it was added stays.
    ///
    /// - Parameter application: the new data.
    /// - Throws: `CatalogueError`: `.invalid`, or `.unknownApplication`.
    public func update(_ application: Application) throws(CatalogueError) {
        if let violation = application.problem { throw failure(violation) }
        try write { database in
            try database.execute(
                sql: "UPDATE applications SET title = ?, publisher = ?, platform = ? WHERE id = ?",
                arguments: [
                    application.title, application.publisher, application.platform?.rawValue, application.id,
                ])
            guard database.changesCount == 1 else { throw failure(.unknownApplication(application.id)) }
        }
    }

    /// All applications by identifier, each with its newest run.
    ///
    /// - Returns: the list, empty for a new catalogue.
    /// - Throws: `CatalogueError` if the file can't be read.
    public func applications() throws(CatalogueError) -> ApplicationList {
        try read { database in
            let applications = try ApplicationRow.fetchAll(database, sql: "SELECT * FROM applications ORDER BY id")
            let counts = try CountRow.fetchAll(
                database,
                sql:
                    "SELECT application, count(DISTINCT version) AS versions, count(*) AS runs FROM runs GROUP BY application"
            )
            let latest = try RunRow.fetchLatest(in: database)
            let countsByID = Dictionary(counts.map { ($0.application, $0) }) { first, _ in first }
            let latestByID = Dictionary(latest.map { ($0.application, $0) }) { first, _ in first }
            return ApplicationList(
                applications: try applications.map { row in
                    let application = row.application
                    let count = countsByID[application.id]
                    return ApplicationList.Entry(
                        application: application, versions: count?.versions ?? 0, runs: count?.runs ?? 0,
                        latest: try latestByID[application.id].map {
                            ApplicationList.LatestRun(version: $0.version, run: try $0.summary)
                        })
                })
        }
    }

    /// An application with its versions and runs, newest first.
    ///
    /// A run is as new as its capture began, or as it was attached where that isn't known.
    ///
    /// - Parameter id: its identifier.
    /// - Returns: its sheet.
    /// - Throws: `CatalogueError`: `.unknownApplication`.
    public func application(_ id: String) throws(CatalogueError) -> ApplicationSheet {
        try read { database in
            guard let application = try Application.find(id, in: database) else {
                throw failure(.unknownApplication(id))
            }
            var versions: [ApplicationSheet.Version] = []
            for row in try RunRow.fetchAll(of: id, in: database) {
                let summary = try row.summary
                if let index = versions.firstIndex(where: { $0.version == row.version }) {
                    versions[index].runs.append(summary)
                } else {
                    versions.append(ApplicationSheet.Version(version: row.version, runs: [summary]))
                }
            }
            return ApplicationSheet(application: application, versions: versions)
        }
    }
}

extension Application {
    static func find(_ id: String, in database: Database) throws -> Application? {
        try ApplicationRow.fetchOne(database, sql: "SELECT * FROM applications WHERE id = ?", arguments: [id])?
            .application
    }
}

private struct ApplicationRow: Decodable, FetchableRecord {
    let id: String
    let title: String
    let publisher: String?
    let platform: Application.Platform?
    let created: Int64

    var application: Application {
        Application(
            id: id, title: title, publisher: publisher, platform: platform, created: Timestamp(nanoseconds: created))
    }
}

private struct CountRow: Decodable, FetchableRecord {
    let application: String
    let versions: Int
    let runs: Int
}
