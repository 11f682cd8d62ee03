public import Documents

/// A catalogue in long format (RFC 4180): a line for each run, and one for each application that has none.
///
/// What is the application's is repeated in each of its lines. Times are UTC (RFC 3339), bytes IP bytes both ways, scores 0 to
/// 100, greenhouse gas in kgCO2e, water in L, land in m2.year, each of the latter with its range; `docs/catalogue.md` has all columns.
public enum CatalogueCSV {
    /// The line of headings.
    public static var header: String {
        CSVRecord.line(
            [
                "id", "name", "publisher", "platform", "category", "url", "identifiers", "added", "version", "run",
                "journey", "started", "attached", "quality", "exchanged_ip_bytes", "score", "grade", "grade_best",
                "grade_worst", "partial", "score_low", "score_high",
            ]
                + ["ghg_kgco2e", "water_l", "land_m2_year"].flatMap { name in
                    ["low", "central", "high"].map { "\(name)_\($0)" }
                } + [
                    "factor_set", "factor_set_version", "replaced_factors", "profile", "profile_version",
                    "score_sha256",
                    "scores",
                ])
    }

    /// The lines of an application.
    public static func lines(_ sheet: ApplicationSheet) -> String {
        let application = sheet.application
        let identifiers = application.identifiers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let fields =
            [
                application.id, application.title, application.publisher ?? "", application.platform?.rawValue ?? "",
                application.category ?? "", application.url ?? "", identifiers.joined(separator: "; "),
            ].map(CSVRecord.plain) + [application.created.description]
        let runs = sheet.versions.flatMap { version in
            version.runs.map { run in
                CSVRecord.line(fields + [CSVRecord.plain(version.version)] + Self.fields(of: run))
            }
        }
        guard runs.isEmpty else { return runs.joined() }
        let columns = header.split(separator: ",").count
        return CSVRecord.line(fields + Array(repeating: "", count: columns - fields.count))
    }

    private static func fields(of run: RunSummary) -> [String] {
        let score = run.score
        let grades = [score.grade, score.gradeRange?.best, score.gradeRange?.worst].map { $0?.rawValue ?? "" }
        return [
            run.measurement.rawValue, CSVRecord.plain(run.journey ?? ""), run.started?.description ?? "",
            run.attached.description, run.quality.rawValue, "\(run.exchangedBytes)", number(score.value),
        ] + grades + ["\(score.partial)", number(score.interval?.low), number(score.interval?.high)]
            + [score.ghgKilograms, score.waterLitres, score.landSquareMetreYears].flatMap { estimate in
                [number(estimate?.low), number(estimate?.central), number(estimate?.high)]
            } + [
                CSVRecord.plain(score.factorSet.id), CSVRecord.plain(score.factorSet.version),
                "\(score.replacedFactors)", CSVRecord.plain(score.profile.id), CSVRecord.plain(score.profile.version),
                score.sha256.rawValue, "\(run.scores)",
            ]
    }

    /// The shortest decimal that reads back to the same number.
    private static func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
