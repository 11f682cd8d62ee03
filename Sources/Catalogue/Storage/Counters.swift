/// What is kept beside the rows that it follows from, so that lists are read rather than counted.
enum Counters {
    /// The order of runs, newest first; the hash decides between runs of one moment, so that it is always the same.
    static let newestFirst = "coalesce(runs.started, runs.attached) DESC, runs.attached DESC, runs.measurement"

    /// Brings an application's number of runs and versions and its newest run up to date.
    static func refresh(_ application: String, in connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE applications SET
                runs = (SELECT count(*) FROM runs WHERE application = ?),
                versions = (SELECT count(DISTINCT version) FROM runs WHERE application = ?),
                latest = (SELECT measurement FROM runs WHERE application = ? ORDER BY \(newestFirst) LIMIT 1)
            WHERE id = ?
            """, [application, application, application, application])
    }
}
