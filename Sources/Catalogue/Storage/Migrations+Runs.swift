extension Migrations {
    /// Applications, versions, runs and their documents. Released with 0.1.
    ///
    /// Times are nanoseconds since the Unix epoch, UTC. Documents are the bytes that were given, by their SHA-256.
    static let applicationsAndRuns = Step(name: "1 applications, versions, runs, scores") { connection in
        let sql = connection.dialect
        try connection.execute(
            """
            CREATE TABLE applications (
                id \(sql.text) NOT NULL PRIMARY KEY
                    CHECK (length(id) BETWEEN 1 AND 200 AND \(sql.consists("id", "A-Za-z0-9._-"))),
                title \(sql.text) NOT NULL CHECK (trim(title) <> ''),
                publisher \(sql.text) CHECK (trim(publisher) <> ''),
                platform \(sql.text) CHECK (platform IN ('web', 'android', 'ios')),
                created \(sql.integer) NOT NULL
            ) \(sql.table);

            CREATE TABLE versions (
                application \(sql.text) NOT NULL REFERENCES applications (id),
                version \(sql.text) NOT NULL CHECK (trim(version) <> ''),
                PRIMARY KEY (application, version)
            ) \(sql.keyedTable);

            CREATE TABLE documents (
                sha256 \(sql.text) NOT NULL PRIMARY KEY
                    CHECK (length(sha256) = 64 AND \(sql.consists("sha256", "0-9a-f"))),
                content \(sql.blob) NOT NULL
            ) \(sql.table);

            CREATE TABLE runs (
                measurement \(sql.text) NOT NULL PRIMARY KEY REFERENCES documents (sha256),
                application \(sql.text) NOT NULL,
                version \(sql.text) NOT NULL,
                journey \(sql.text),
                started \(sql.integer),
                attached \(sql.integer) NOT NULL,
                exchangedBytes \(sql.integer) NOT NULL CHECK (exchangedBytes >= 0),
                quality \(sql.text) NOT NULL CHECK (quality IN ('good', 'fair', 'untrusted')),
                FOREIGN KEY (application, version) REFERENCES versions (application, version)
            ) \(sql.table);
            CREATE INDEX runs_newest ON runs (
                application, (coalesce(started, attached)) DESC, attached DESC, measurement
            );

            CREATE TABLE scores (
                id \(sql.serial),
                run \(sql.text) NOT NULL REFERENCES runs (measurement) ON DELETE CASCADE,
                document \(sql.text) NOT NULL REFERENCES documents (sha256),
                attached \(sql.integer) NOT NULL,
                value \(sql.real) CHECK (value BETWEEN 0 AND 100),
                grade \(sql.text) CHECK (grade IN ('A', 'B', 'C', 'D', 'E', 'F', 'G')),
                partial \(sql.integer) NOT NULL CHECK (partial IN (0, 1)),
                intervalLow \(sql.real),
                intervalHigh \(sql.real) CHECK (intervalLow <= intervalHigh),
                gradeBest \(sql.text) CHECK (gradeBest IN ('A', 'B', 'C', 'D', 'E', 'F', 'G')),
                gradeWorst \(sql.text) CHECK (gradeWorst IN ('A', 'B', 'C', 'D', 'E', 'F', 'G')),
                ghgLow \(sql.real) NOT NULL,
                ghgCentral \(sql.real) NOT NULL CHECK (ghgLow <= ghgCentral),
                ghgHigh \(sql.real) NOT NULL CHECK (ghgCentral <= ghgHigh),
                factorSet \(sql.text) NOT NULL,
                factorSetVersion \(sql.text) NOT NULL,
                replacedFactors \(sql.integer) NOT NULL CHECK (replacedFactors >= 0),
                profile \(sql.text) NOT NULL,
                profileVersion \(sql.text) NOT NULL,
                UNIQUE (run, document)
            ) \(sql.table);
            """)
    }
}
