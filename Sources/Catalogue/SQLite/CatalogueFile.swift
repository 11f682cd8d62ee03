import Foundation
import GRDB

/// Where a catalogue lies, and how it is recognised, made and opened.
struct CatalogueFile {
    let path: String

    init(_ file: URL) {
        path = file.standardizedFileURL.resolvingSymlinksInPath().path
    }

    /// Opens the file after checking that it is a catalogue; makes it before if it isn't there and `creating`.
    func open(creating: Bool, busyTimeout: Double) throws -> SQLiteDatabase {
        switch try content() {
        case .missing:
            guard creating else { throw failure(.missing) }
            try create()
        case .empty:
            guard creating else { throw failure(.empty) }
        case .database(let applicationID) where applicationID != Migrations.applicationID:
            throw failure(.foreign(applicationID: applicationID))
        case .database:
            break
        case .other:
            throw failure(.notADatabase)
        }
        let database = try SQLiteDatabase(path: path, busyTimeout: busyTimeout)
        try prepare(database, creating: creating)
        return database
    }
}

extension CatalogueFile {
    private enum Content {
        case missing, empty, other
        case database(applicationID: UInt32)
    }

    /// What the file holds, found without changing anything.
    private func content() throws -> Content {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: path)
        } catch let error as CocoaError where error.code == .fileReadNoPermission {
            throw failure(.noPermission)
        } catch {
            return .missing
        }
        // Not opened unless it is a file: opening a pipe would wait for someone to write to it.
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw failure(.notAFile) }
        if attributes[.size] as? Int == 0 { return .empty }
        let header: FileHeader
        do {
            header = try FileHeader.read(path: path)
        } catch {
            throw DatabaseError(resultCode: ResultCode(rawValue: error.value))
        }
        return header.isDatabase ? .database(applicationID: header.applicationID) : .other
    }

    /// Makes an empty file for its owner alone; SQLite gives its side files the same permissions.
    ///
    /// One that another process makes at the same moment is as good.
    func create() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch let error as CocoaError where error.code == .fileWriteNoPermission {
            throw failure(.noPermission)
        } catch {
            throw failure(.cannotCreate(error.localizedDescription))
        }
        // The path is copied by the call.
        let descriptor = unsafe Foundation.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        let code = errno
        guard descriptor < 0 else {
            _ = close(descriptor)  // nothing was written that could fail to be
            return
        }
        switch code {
        case EEXIST: return
        case EACCES, EPERM: throw failure(.noPermission)
        case ENOSPC, EDQUOT: throw failure(.diskFull)
        default:
            // The text belongs to the C library and is copied at once.
            throw failure(.cannotCreate(unsafe String(cString: strerror(code))))
        }
    }

    private func failure(_ problem: CatalogueError.Problem) -> CatalogueError {
        CatalogueError(problem, file: path)
    }
}

extension CatalogueFile {
    /// Brings an opened file to the state that the store works with; one that is there already is only read.
    private func prepare(_ database: SQLiteDatabase, creating: Bool) throws {
        let (isOurs, applied) = try database.queue.read { connection in
            // Seen through the journal: a creation that was interrupted has been undone by now. In one transaction, so that another
            // process makes no table between two looks.
            (try hasOurMark(connection), try Migrations.applied(in: SQLiteConnection(database: connection)))
        }
        let unknown = Migrations.unknown(among: applied)
        guard unknown.isEmpty else { throw failure(.newer(migrations: unknown)) }
        if isOurs, applied.count == Migrations.all.count { return }
        // The mark comes before the write-ahead log, so that it is in the file itself, where `content()` reads it.
        try database.queue.write { connection in
            guard try !hasOurMark(connection) else { return }
            guard creating, try isBlank(connection) else { throw failure(.empty) }
            try connection.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
        }
        // Readers don't stop the writer, nor a writer the readers (sqlite.org/wal.html); the file remembers the mode.
        _ = try database.queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
        try Migrations.apply(to: database)
    }

    private func hasOurMark(_ database: Database) throws -> Bool {
        try UInt32.fetchOne(database, sql: "PRAGMA application_id") == Migrations.applicationID
    }

    private func isBlank(_ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql:
                "SELECT NOT EXISTS (SELECT * FROM sqlite_schema) AND (SELECT application_id FROM pragma_application_id) = 0"
        ) ?? false
    }
}
