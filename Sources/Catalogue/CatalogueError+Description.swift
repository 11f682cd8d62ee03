import Documents

extension CatalogueError: CustomStringConvertible {
    /// What, where, and what to do, as a sentence for a person.
    public var description: String {
        "\(file ?? "catalogue in memory"): \(problem.sentence)"
    }
}

extension CatalogueError.Problem {
    /// What is wrong and what to do, without the place.
    var sentence: String {
        switch self {
        case .missing:
            "there is no such file; \(adding) makes one, or name another with --catalogue"
        case .notAFile:
            "this is a folder or a device where a catalogue file was expected; \(elsewhere)"
        case .empty:
            "this file is empty, no catalogue was ever written to it; \(adding) makes one of it"
        case .notADatabase:
            "this is no SQLite database, so it can't be a catalogue; it was left as it is; \(elsewhere)"
        case .foreign(let applicationID):
            "this SQLite database is another program's (application_id \(hexadecimal(applicationID)), a catalogue has "
                + "\(hexadecimal(Migrations.applicationID))); it was left as it is; \(elsewhere)"
        case .newer(let migrations):
            "a later version of ecoproxy changed this catalogue (\(migrations.joined(separator: ", "))); "
                + "it was left as it is; use that version"
        case .damaged(let message):
            "this catalogue is damaged (\(message)); restore it from a backup"
        case .noPermission:
            "no permission to read and write this catalogue (a file with its folder, or a schema of a database); "
                + "ask its owner, or name another with --catalogue"
        case .cannotCreate(let reason):
            "the catalogue can't be made: \(reason); \(elsewhere)"
        case .busy:
            "another program keeps this catalogue locked; try again when it is done"
        case .diskFull:
            "no space is left on this disk; nothing was changed; free some and try again"
        case .inputOutput(let message):
            "reading or writing failed (\(message)); nothing was changed; check the disk"
        case .unexpected(let message):
            "unexpected database error (\(message)); nothing was changed; this is a bug of ecoproxy, please report it"
        case .isThere:
            "this file is there already and was left as it is; name another"
        case .badAddress:
            "this is no address of a PostgreSQL database; expected postgresql://USER@HOST:PORT/DATABASE, with reserved "
                + "characters percent-encoded (the address isn't shown, because it may hold a password)"
        case .connectionLost(let message):
            "the database server doesn't answer (\(message)); what it hadn't confirmed is undone; "
                + "see whether it runs, then run the command again: nothing is done twice"
        case .refused(let message):
            "the database server doesn't let you in (\(message)); check user and password; a password is best kept in "
                + "~/.pgpass, readable by you alone"
        case .noDatabase(let message):
            "the server has no such database (\(message)); have its administrator make one: createdb NAME"
        case .noCatalogue:
            "there is no catalogue in this database; \(adding) makes one"
        case .foreignDatabase:
            "this database holds another program's tables; it was left as it is; use a database of its own, or, to have the "
                + "catalogue beside them, make an empty schema for it: CREATE SCHEMA \(PostgresDatabase.schema)"
        case .invalid(let field, let value, let rule):
            "\"\(value.printable)\" can't be the \(field): expected \(rule)"
        case .unknownApplication(let id):
            "there is no application \"\(id.printable)\"; add it with: ecoproxy catalogue add \(id.printable) --title NAME"
        case .conflict(let existing, let given):
            "application \"\(existing.id)\" is there with other data (\(Self.differences(existing, given))); "
                + "nothing was changed; leave the data out, or change it with: ecoproxy catalogue edit \(existing.id)"
        case .otherApplication(let measured?, let given):
            "the measurement is of application \"\(measured.printable)\", not of \"\(given.printable)\"; "
                + "attach it there, or say explicitly that it is the same"
        case .otherApplication(nil, let given):
            "the measurement was made without a journey, so that nothing says it is of application \"\(given.printable)\"; "
                + "measure with --journey, or say explicitly that it is"
        case .otherVersion(let measured, let given):
            "the measurement is of version \(measured.printable), not of \(given.printable); "
                + "leave the version out, or say explicitly that it is right"
        case .otherJourney(let measured, let given):
            "the measurement is of journey \"\(measured.printable)\", not of \"\(given.printable)\"; "
                + "leave the journey out, or say explicitly that it is right"
        case .noVersion:
            "nothing says which version was measured; give it with --version, or as `version` in journey.yaml"
        case .unreadable(let document, let error):
            "this is no usable \(document.rawValue): \(error.description.printable)"
        case .scoreOfOther(let measurement, let scored):
            "the score follows from \(scored.map(\.short.printable).joined(separator: ", ")), not from this measurement "
                + "(\(measurement.short)); compute it again with: ecoproxy score"
        case .attachedElsewhere(let run, let application, let version):
            "run \(run.short) is attached to application \"\(application)\", version \(version), already; "
                + "nothing was changed"
        case .noRun(let application, let version, let journey):
            "application \"\(application.printable)\" has no run"
                + (version.map { " of version \($0.printable)" } ?? "")
                + (journey.map { " of journey \"\($0.printable)\"" } ?? "")
                + "; see those it has with: ecoproxy catalogue show \(application.printable)"
        case .unknownRun(let prefix):
            "no run's hash begins with \"\(prefix.printable)\"; give 4 to 64 hexadecimal digits as "
                + "ecoproxy catalogue show prints them"
        case .ambiguousRun(let prefix, let runs):
            "\(runs.count) runs begin with \"\(prefix)\": \(runs.map(\.short).joined(separator: ", ")); give more digits"
        }
    }

    private var adding: String { "ecoproxy catalogue add ID --title NAME" }
    private var elsewhere: String { "name another file with --catalogue" }

    private static func listed(_ identifiers: [String: String]) -> String {
        identifiers.isEmpty
            ? "none" : identifiers.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " ")
    }

    private static func differences(_ existing: Application, _ given: Application) -> String {
        [
            ("title", existing.title, given.title),
            ("publisher", existing.publisher ?? "none", given.publisher ?? "none"),
            ("platform", existing.platform?.rawValue ?? "none", given.platform?.rawValue ?? "none"),
            ("category", existing.category ?? "none", given.category ?? "none"),
            ("url", existing.url ?? "none", given.url ?? "none"),
            ("identifiers", Self.listed(existing.identifiers), Self.listed(given.identifiers)),
        ]
        .filter { $0.1 != $0.2 }
        .map { "\($0.0): \($0.1.printable) there, \($0.2.printable) given" }
        .joined(separator: "; ")
    }
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
}

extension String {
    /// Itself without control characters, shortened to 200 scalars: texts from files may not steer a terminal.
    var printable: String {
        let scalars = unicodeScalars.filter { $0.properties.generalCategory != .control }
        return String(String.UnicodeScalarView(scalars.prefix(200))) + (scalars.count > 200 ? "…" : "")
    }
}
