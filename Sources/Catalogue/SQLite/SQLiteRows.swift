import Foundation
import GRDB
import GRDBSQLite

extension SQLiteConnection {
    /// Steps through a statement's rows, each column read straight from SQLite.
    static func step(_ statement: Statement, _ body: (inout SQLRow) throws -> Void) throws {
        // Ours alone until it is reset; GRDB made it, binds its values, and finalises it.
        let handle = unsafe statement.sqliteStatement
        defer { unsafe sqlite3_reset(handle) }
        let columns = unsafe sqlite3_column_count(handle)
        var row = SQLRow()
        while true {
            let code = unsafe sqlite3_step(handle)
            guard code == SQLITE_ROW else {
                guard code == SQLITE_DONE else { throw unsafe failure(of: handle, code) }
                return
            }
            row.clear()
            for column in 0..<columns { row.append(unsafe value(of: handle, column)) }
            try body(&row)
        }
    }

    /// A column of the row that the statement stands at (sqlite.org/c3ref/column_blob.html).
    private static func value(of handle: OpaquePointer, _ column: Int32) -> SQLValue {
        switch unsafe sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            // So many bytes, asked for after the text, as SQLite wants it; copied before the next step.
            let start = unsafe sqlite3_column_text(handle, column)
            let bytes = unsafe UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
            return .text(unsafe String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            // Likewise; no address where there is no byte.
            let start = unsafe sqlite3_column_blob(handle, column)
            let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
            return .blob(unsafe Data(bytes))
        default: return .null
        }
    }

    private static func failure(of handle: OpaquePointer, _ code: Int32) -> DatabaseError {
        // The text belongs to the connection and is copied at once.
        let message = unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
}
