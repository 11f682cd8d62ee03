import Documents
import Foundation

extension CatalogueStore {
    /// What was changed, newest first.
    ///
    /// - Parameters:
    ///   - application: only what was done to this application and its runs; one that isn't there any more may be given.
    ///   - limit: so many changes at most.
    /// - Returns: the changes.
    /// - Throws: `CatalogueError` if the catalogue can't be read.
    public func history(
        of application: String? = nil, limit: Int? = nil
    ) throws(CatalogueError) -> AuditTrail {
        try read { connection in
            let entries = try connection.rows(
                """
                SELECT time, who, action, application, version, run, details FROM audit
                \(application == nil ? "" : "WHERE application = ?")
                ORDER BY id DESC LIMIT ?
                """, application.map { [$0, limit ?? .max] } ?? [limit ?? .max]
            ) { row in
                AuditTrail.Entry(
                    time: Timestamp(nanoseconds: try row.integer()), who: try row.text(),
                    action: try row.name(AuditTrail.Action.self), application: try row.optionalText() ?? "",
                    version: try row.optionalText(),
                    run: try row.optionalText().map(ContentHash.init(rawValue:)),
                    details: try [String: String](jsonText: row.text()))
            }
            return AuditTrail(entries: entries)
        }
    }

    /// Writes what was done to an application into the audit: each field that is no longer what it was.
    func record(
        _ action: AuditTrail.Action, of new: Application, since old: Application?, at time: Timestamp,
        in connection: any SQLConnection
    ) throws {
        let before = old?.fields ?? [:]
        var details = new.fields.filter { before[$0.key] != $0.value }
        for field in before.keys where new.fields[field] == nil { details[field] = "" }
        try record(
            AuditTrail.Entry(time: time, who: user, action: action, application: new.id, details: details),
            in: connection)
    }

    /// Writes a change into the audit.
    func record(_ entry: AuditTrail.Entry, in connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO audit (time, who, action, application, version, run, details) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.time.nanoseconds, entry.who, entry.action.rawValue, entry.application, entry.version,
                entry.run?.rawValue, entry.details.jsonText,
            ])
    }
}

extension Application {
    /// What the audit tells of an application.
    fileprivate var fields: [String: String] {
        var fields = ["title": title]
        fields["publisher"] = publisher
        fields["platform"] = platform?.rawValue
        fields["category"] = category
        fields["url"] = url
        for (scheme, value) in identifiers { fields["identifier.\(scheme)"] = value }
        return fields
    }
}

extension [String: String] {
    /// As JSON with sorted keys: the same texts are the same column.
    var jsonText: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// Reads `jsonText`.
    init(jsonText: String) throws {
        self = jsonText == "{}" ? [:] : try JSONDecoder().decode(Self.self, from: Data(jsonText.utf8))
    }
}
