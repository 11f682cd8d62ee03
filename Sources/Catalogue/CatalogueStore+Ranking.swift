import Documents

extension CatalogueStore {
    /// The applications that walked a journey, best score first, each with its newest run of it.
    ///
    /// - Parameters:
    ///   - category: only applications of this category.
    ///   - journey: the journey's identifier.
    /// - Returns: the ranking, without places if none walked it.
    /// - Throws: `CatalogueError` if the catalogue can't be read.
    public func ranking(category: String?, journey: String) throws(CatalogueError) -> Ranking {
        try read { connection in
            let found = try connection.rows(
                """
                SELECT \(ApplicationRow.columns), \(RunRow.columns)
                FROM applications
                    JOIN runs ON runs.measurement = (
                        SELECT measurement FROM runs
                        WHERE runs.application = applications.id AND runs.journey = ?
                        ORDER BY \(Counters.newestFirst) LIMIT 1)
                    JOIN scores ON scores.id = runs.score
                \(category == nil ? "" : "WHERE applications.category = ?")
                ORDER BY scores.value DESC NULLS LAST, applications.id
                """, [journey] + (category.map { [$0] } ?? [])
            ) { (try ApplicationRow.read(&$0), try RunRow.read(&$0)) }
            var places: [Ranking.Place] = []
            for (index, (application, run)) in found.enumerated() {
                let last = places.last
                let rank =
                    run.summary.score.value == nil
                    ? nil : last?.run.score.value == run.summary.score.value ? last?.rank : index + 1
                places.append(
                    Ranking.Place(rank: rank, application: application, version: run.version, run: run.summary))
            }
            return Ranking(category: category, journey: journey, places: places)
        }
    }

    /// What there is to rank: each journey that was walked, within each category, by category and journey.
    ///
    /// - Returns: the journeys, those of applications without category first.
    /// - Throws: `CatalogueError` if the catalogue can't be read.
    public func journeys() throws(CatalogueError) -> [RankedJourney] {
        try read { connection in
            try connection.rows(
                """
                SELECT applications.category, runs.journey, count(DISTINCT applications.id)
                FROM runs JOIN applications ON applications.id = runs.application
                WHERE runs.journey IS NOT NULL
                GROUP BY applications.category, runs.journey
                ORDER BY applications.category NULLS FIRST, runs.journey
                """
            ) { row in
                RankedJourney(
                    category: try row.optionalText(), journey: try row.text(), applications: try row.count())
            }
        }
    }
}
