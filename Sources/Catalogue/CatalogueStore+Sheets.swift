public import Documents

extension CatalogueStore {
    /// An application with its versions and runs, newest first.
    ///
    /// A run is as new as its capture began, or as it was attached where that isn't known.
    ///
    /// - Parameter id: its identifier.
    /// - Returns: its sheet.
    /// - Throws: `CatalogueError`: `.unknownApplication`.
    public func application(_ id: String) throws(CatalogueError) -> ApplicationSheet {
        try read { connection in
            guard let application = try ApplicationRow.find(id, in: connection) else {
                throw failure(.unknownApplication(id))
            }
            var sheet = ApplicationSheet(application: application, versions: [])
            try connection.query(
                "\(RunRow.selection) WHERE runs.application = ? ORDER BY \(Counters.newestFirst)", [id]
            ) { sheet.append(try RunRow.read(&$0)) }
            return sheet
        }
    }

    /// Shows every application's sheet, by identifier, as the catalogue holds them at one moment.
    ///
    /// One sheet is in memory at a time.
    ///
    /// - Parameter body: what is done with a sheet. It may not use this store: open another for more.
    /// - Throws: `CatalogueError`, or what `body` throws.
    public func forEachSheet(_ body: (ApplicationSheet) throws -> Void) throws {
        var thrown: (any Error)?
        do {
            try database.read { connection in
                var sheet: ApplicationSheet?
                func finish() throws {
                    guard let complete = sheet else { return }
                    do { try body(complete) } catch {
                        thrown = error
                        throw error
                    }
                }
                try connection.query(
                    """
                    SELECT \(ApplicationRow.columns), \(RunRow.columns)
                    FROM applications
                        LEFT JOIN runs ON runs.application = applications.id
                        LEFT JOIN scores ON scores.id = runs.score
                    ORDER BY applications.id, \(Counters.newestFirst)
                    """, []
                ) { row in
                    let application = try ApplicationRow.read(&row)
                    if sheet?.application.id != application.id {
                        try finish()
                        sheet = ApplicationSheet(application: application, versions: [])
                    }
                    if let run = try RunRow.readIfPresent(&row) { sheet?.append(run) }
                }
                try finish()
            }
        } catch {
            if let thrown { throw thrown }
            throw CatalogueError(error, file: file)
        }
    }
}

extension ApplicationSheet {
    /// Adds a run that is older than those added before.
    fileprivate mutating func append(_ run: RunRow) {
        if let index = versions.firstIndex(where: { $0.version == run.version }) {
            versions[index].runs.append(run.summary)
        } else {
            versions.append(Version(version: run.version, runs: [run.summary]))
        }
    }
}
