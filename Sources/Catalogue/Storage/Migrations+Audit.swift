import Documents
import Foundation

extension Migrations {
    /// What a publisher's catalogue says of its applications, compressed documents, the audit, and what lists are read from.
    ///
    /// `folded` is what texts are searched and titles sorted by (`Application.folded`); `latest`, `runs` and `versions` of an
    /// application, `score` and `scores` of a run follow from the rows below them, kept so that a list needn't count.
    static let detailsAndAudit = Step(name: "2 details, audit, compressed documents") { connection in
        let sql = connection.dialect
        try connection.execute(
            """
            ALTER TABLE applications ADD COLUMN category \(sql.text) CHECK (trim(category) <> '');
            ALTER TABLE applications ADD COLUMN identifiers \(sql.text) NOT NULL DEFAULT '';
            ALTER TABLE applications ADD COLUMN url \(sql.text) CHECK (trim(url) <> '');
            ALTER TABLE applications ADD COLUMN folded \(sql.text) NOT NULL DEFAULT '';
            ALTER TABLE applications ADD COLUMN versions \(sql.integer) NOT NULL DEFAULT 0 CHECK (versions >= 0);
            ALTER TABLE applications ADD COLUMN runs \(sql.integer) NOT NULL DEFAULT 0 CHECK (runs >= versions);
            ALTER TABLE applications ADD COLUMN latest \(sql.text);
            CREATE INDEX applications_category ON applications (category, id);

            ALTER TABLE documents ADD COLUMN compression \(sql.text) NOT NULL DEFAULT 'none'
                CHECK (compression IN ('none', 'zstd'));
            ALTER TABLE documents ADD COLUMN bytes \(sql.integer) NOT NULL DEFAULT 0 CHECK (bytes >= 0);

            ALTER TABLE runs ADD COLUMN scores \(sql.integer) NOT NULL DEFAULT 0 CHECK (scores >= 0);
            ALTER TABLE runs ADD COLUMN score \(sql.integer);
            CREATE INDEX runs_journey ON runs (journey, application);

            ALTER TABLE scores ADD COLUMN waterLow \(sql.real);
            ALTER TABLE scores ADD COLUMN waterCentral \(sql.real) CHECK (waterLow <= waterCentral);
            ALTER TABLE scores ADD COLUMN waterHigh \(sql.real) CHECK (waterCentral <= waterHigh);
            ALTER TABLE scores ADD COLUMN landLow \(sql.real);
            ALTER TABLE scores ADD COLUMN landCentral \(sql.real) CHECK (landLow <= landCentral);
            ALTER TABLE scores ADD COLUMN landHigh \(sql.real) CHECK (landCentral <= landHigh);
            CREATE INDEX scores_document ON scores (document);

            CREATE TABLE audit (
                id \(sql.serial),
                time \(sql.integer) NOT NULL,
                who \(sql.text) NOT NULL,
                action \(sql.text) NOT NULL,
                application \(sql.text),
                version \(sql.text),
                run \(sql.text),
                details \(sql.text) NOT NULL
            ) \(sql.table);
            CREATE INDEX audit_application ON audit (application, id);
            """)
        try fold(connection)
        try compress(connection)
        try readWaterAndLand(connection)
        try connection.execute(
            """
            UPDATE runs SET scores = (SELECT count(*) FROM scores WHERE run = measurement),
                score = (SELECT max(id) FROM scores WHERE run = measurement)
            """)
        for id in try connection.rows("SELECT id FROM applications", [], { try $0.text() }) {
            try Counters.refresh(id, in: connection)
        }
    }

    private static func fold(_ connection: any SQLConnection) throws {
        let known = try connection.rows("SELECT id, title, publisher FROM applications") { row in
            Application(
                id: try row.text(), title: try row.text(), publisher: try row.optionalText(),
                created: Timestamp(nanoseconds: 0))
        }
        for application in known {
            try connection.execute(
                "UPDATE applications SET folded = ? WHERE id = ?", [application.folded, application.id])
        }
    }

    /// One document in memory at a time.
    private static func compress(_ connection: any SQLConnection) throws {
        for hash in try connection.rows("SELECT sha256 FROM documents", [], { try $0.text() }) {
            let content = try connection.first("SELECT content FROM documents WHERE sha256 = ?", [hash]) {
                try $0.blob()
            }
            guard let content else { continue }
            let stored = try StoredDocument(compressing: content)
            try connection.execute(
                "UPDATE documents SET content = ?, compression = ?, bytes = ? WHERE sha256 = ?",
                [stored.content, stored.compression.rawValue, stored.bytes, hash])
        }
    }

    /// What the first release didn't keep beside the documents; left out where a document can't be read, which `check` then tells.
    private static func readWaterAndLand(_ connection: any SQLConnection) throws {
        for (id, hash) in try connection.rows(
            "SELECT id, document FROM scores", [], { (try $0.integer(), try $0.text()) })
        {
            guard let stored = try StoredDocument.find(hash, in: connection), let json = try? stored.plain(),
                let score = try? JourneyScore(json: json)
            else { continue }
            let (water, land) = (Estimate(score.indicators.water), Estimate(score.indicators.land))
            try connection.execute(
                """
                UPDATE scores SET waterLow = ?, waterCentral = ?, waterHigh = ?,
                    landLow = ?, landCentral = ?, landHigh = ?
                WHERE id = ?
                """,
                [water?.low, water?.central, water?.high, land?.low, land?.central, land?.high, id])
        }
    }
}

extension Estimate {
    /// An indicator's range; `nil` if its figures aren't in order.
    init?(_ indicator: Indicator) {
        self.init(low: indicator.low, central: indicator.central, high: indicator.high)
    }
}
