import GRDB

extension CatalogueError {
    /// The error for whatever GRDB, libpq, the databases or the catalogue's own code threw.
    init(_ error: any Error, file: String?) {
        switch error {
        case let error as CatalogueError:
            self.init(error.problem, file: error.file ?? file)
        case let error as DatabaseError:
            self.init(Problem(error), file: file)
        case let error as PostgresError:
            self.init(Problem(error), file: file)
        case let error as SQLRow.Mismatch:
            self.init(.damaged("column \(error.column) of a row can't be read"), file: file)
        case let error as StoredDocument.Damage:
            self.init(.damaged("a document: \(error.reason)"), file: file)
        case is DecodingError:
            self.init(.damaged("details of a change that aren't JSON"), file: file)
        default:
            self.init(.unexpected("\(error)"), file: file)
        }
    }
}

extension CatalogueError.Problem {
    /// What an SQLite result code (sqlite.org/rescode.html) means to a person.
    fileprivate init(_ error: DatabaseError) {
        let message = "\(error.message ?? "no message"), SQLite code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged(message)
        case .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_AUTH: self = .noPermission
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_IOERR: self = .inputOutput(message)
        default: self = .unexpected(message)
        }
    }
}
