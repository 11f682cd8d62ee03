import GRDB

/// The catalogue's tables and how they came to be.
enum Migrations {
    /// What marks a database file as a catalogue: `ecop` in ASCII, in the header's `application_id`.
    ///
    /// sqlite.org/fileformat2.html § 1.3.14: four bytes at offset 68, for programs that use SQLite as their file format.
    static let applicationID: UInt32 = 0x6563_6F70

    /// Every step there ever was, in order. Append only: a released step is never changed, later ones amend it.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 applications, versions, runs, scores", migrate: applicationsAndRuns)
        return migrator
    }

    /// Brings the tables up to date; a step is wholly done or not at all.
    ///
    /// Another process may do the same at the same moment. GRDB looks outside the step's transaction whether it is still to
    /// be done, so the slower process may fail on what the faster one made: if steps were made meanwhile, it looks again.
    static func apply(to database: some DatabaseWriter) throws {
        var applied = try database.read(migrator.appliedIdentifiers).count
        while true {
            do {
                return try migrator.migrate(database)
            } catch {
                let now = try database.read(migrator.appliedIdentifiers).count
                guard now > applied else { throw error }
                applied = now
            }
        }
    }

    // Times are nanoseconds since the Unix epoch, UTC. Documents are the bytes that were given, by their SHA-256.
    @Sendable private static func applicationsAndRuns(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE applications (
                    id TEXT NOT NULL PRIMARY KEY
                        CHECK (length(id) BETWEEN 1 AND 200 AND id NOT GLOB '*[^A-Za-z0-9._-]*'),
                    title TEXT NOT NULL CHECK (trim(title) <> ''),
                    publisher TEXT CHECK (trim(publisher) <> ''),
                    platform TEXT CHECK (platform IN ('web', 'android', 'ios')),
                    created INTEGER NOT NULL
                ) STRICT;

                CREATE TABLE versions (
                    application TEXT NOT NULL REFERENCES applications (id),
                    version TEXT NOT NULL CHECK (trim(version) <> ''),
                    PRIMARY KEY (application, version)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE documents (
                    sha256 TEXT NOT NULL PRIMARY KEY
                        CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
                    content BLOB NOT NULL
                ) STRICT;

                CREATE TABLE runs (
                    measurement TEXT NOT NULL PRIMARY KEY REFERENCES documents (sha256),
                    application TEXT NOT NULL,
                    version TEXT NOT NULL,
                    journey TEXT,
                    started INTEGER,
                    attached INTEGER NOT NULL,
                    exchangedBytes INTEGER NOT NULL CHECK (exchangedBytes >= 0),
                    quality TEXT NOT NULL CHECK (quality IN ('good', 'fair', 'untrusted')),
                    FOREIGN KEY (application, version) REFERENCES versions (application, version)
                ) STRICT;
                CREATE INDEX runs_newest ON runs (
                    application, coalesce(started, attached) DESC, attached DESC, measurement
                );

                CREATE TABLE scores (
                    id INTEGER PRIMARY KEY,
                    run TEXT NOT NULL REFERENCES runs (measurement) ON DELETE CASCADE,
                    document TEXT NOT NULL REFERENCES documents (sha256),
                    attached INTEGER NOT NULL,
                    value REAL CHECK (value BETWEEN 0 AND 100),
                    grade TEXT CHECK (grade IN ('A', 'B', 'C', 'D', 'E', 'F', 'G')),
                    partial INTEGER NOT NULL CHECK (partial IN (0, 1)),
                    intervalLow REAL,
                    intervalHigh REAL CHECK (intervalLow <= intervalHigh),
                    gradeBest TEXT CHECK (gradeBest IN ('A', 'B', 'C', 'D', 'E', 'F', 'G')),
                    gradeWorst TEXT CHECK (gradeWorst IN ('A', 'B', 'C', 'D', 'E', 'F', 'G')),
                    ghgLow REAL NOT NULL,
                    ghgCentral REAL NOT NULL CHECK (ghgLow <= ghgCentral),
                    ghgHigh REAL NOT NULL CHECK (ghgCentral <= ghgHigh),
                    factorSet TEXT NOT NULL,
                    factorSetVersion TEXT NOT NULL,
                    replacedFactors INTEGER NOT NULL CHECK (replacedFactors >= 0),
                    profile TEXT NOT NULL,
                    profileVersion TEXT NOT NULL,
                    UNIQUE (run, document)
                ) STRICT;
                """)
    }
}
