import CPostgreSQL
import Foundation

/// libpq's connection: the only file that speaks with it beside the one that reads addresses.
///
/// Values go out and come in in PostgreSQL's binary format, so that none is rounded or escaped.
@safe final class PostgresHandle {
    // Ours alone from PQconnectdbParams to PQfinish; results are cleared in the function that got them.
    private let connection: OpaquePointer?
    private let address: PostgresAddress

    /// Connects, within ten seconds unless the address says otherwise.
    init(_ address: PostgresAddress) throws(PostgresError) {
        self.address = address
        // Later ones win, and the address is unfolded where it stands.
        let options = [
            ("connect_timeout", "10"), ("fallback_application_name", "ecoproxy"), ("dbname", address.text),
            ("client_encoding", "UTF8"),
        ]
        unsafe connection = withCStrings(options.map(\.0)) { keywords in
            unsafe withCStrings(options.map(\.1)) { values in unsafe PQconnectdbParams(keywords, values, 1) }
        }
        // Notices would be written to standard error.
        unsafe PQsetNoticeProcessor(connection, { _, _ in }, nil)
        guard unsafe PQstatus(connection) == CONNECTION_OK else {
            let needsPassword = unsafe PQconnectionNeedsPassword(connection) == 1
            let usedPassword = unsafe PQconnectionUsedPassword(connection) == 1
            let message = message
            // The server's SQLSTATE of a connection that failed isn't told by libpq 15; these are what it can be.
            let state =
                if needsPassword || usedPassword && message.contains("authentication failed") {
                    "28P01"
                } else if message.contains("does not exist"), message.contains("database") {
                    "3D000"
                } else if message.contains("no pg_hba.conf entry") || message.contains("authentication failed")
                    || message.contains("role")
                {
                    "28000"
                } else {
                    "08001"
                }
            throw PostgresError(state: state, message: message, isLost: true)
        }
    }

    deinit {
        unsafe PQfinish(connection)
    }

    /// Runs statements without values.
    func run(_ sql: String) throws(PostgresError) {
        // The text is copied by the call.
        let result = unsafe PQexec(connection, sql)
        defer { unsafe PQclear(result) }
        try unsafe check(result)
    }

    /// Runs a statement.
    ///
    /// - Returns: the number of rows that it changed.
    func run(_ sql: String, _ values: [SQLValue]) throws(PostgresError) -> Int {
        let parameters = PostgresParameters(values)
        let result = unsafe parameters.withPointers { types, pointers, lengths, formats in
            unsafe PQexecParams(connection, sql, Int32(values.count), types, pointers, lengths, formats, 1)
        }
        defer { unsafe PQclear(result) }
        try unsafe check(result)
        // Digits, or nothing, that live as long as the result.
        return unsafe PQcmdTuples(result).flatMap { unsafe Int(String(cString: $0)) } ?? 0
    }

    /// Runs a statement and shows its rows as they come, one in memory at a time.
    func query(_ sql: String, _ values: [SQLValue], _ body: (inout SQLRow) throws -> Void) throws {
        let parameters = PostgresParameters(values)
        let sent = unsafe parameters.withPointers { types, pointers, lengths, formats in
            unsafe PQsendQueryParams(connection, sql, Int32(values.count), types, pointers, lengths, formats, 1)
        }
        guard sent == 1 else { throw failure(state: nil) }
        unsafe PQsetSingleRowMode(connection)
        var row = SQLRow()
        var failure: (any Error)?
        while let result = unsafe PQgetResult(connection) {
            defer { unsafe PQclear(result) }
            // The rest is drained, so that the connection can go on.
            guard failure == nil else { continue }
            do {
                try unsafe check(result)
                if unsafe PQntuples(result) == 1 {
                    row.clear()
                    try unsafe read(result, into: &row)
                    try body(&row)
                }
            } catch {
                failure = error
                cancel()
            }
        }
        if let failure { throw failure }
    }
}

extension PostgresHandle {
    private var message: String {
        // The text belongs to the connection, and is copied at once.
        let text = unsafe PQerrorMessage(connection).map { unsafe String(cString: $0) } ?? ""
        return address.redacted(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private func failure(state: String?) -> PostgresError {
        PostgresError(state: state, message: message, isLost: unsafe PQstatus(connection) != CONNECTION_OK)
    }

    private func check(_ result: OpaquePointer?) throws(PostgresError) {
        switch unsafe PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY: return
        default:
            // PG_DIAG_SQLSTATE is 'C'; the field lives as long as the result.
            let field = unsafe PQresultErrorField(result, Int32(UInt8(ascii: "C")))
            throw failure(state: unsafe field.map { unsafe String(cString: $0) })
        }
    }

    /// Asks the server to leave the statement off.
    private func cancel() {
        var reason = [CChar](repeating: 0, count: 256)
        let cancel = unsafe PQgetCancel(connection)
        // Whether it came in time doesn't matter: what comes is drained.
        _ = unsafe PQcancel(cancel, &reason, Int32(reason.count))
        unsafe PQfreeCancel(cancel)
    }

    /// Reads the first row's columns.
    private func read(_ result: OpaquePointer, into row: inout SQLRow) throws(PostgresError) {
        for column in 0..<(unsafe PQnfields(result)) {
            guard unsafe PQgetisnull(result, 0, column) == 0 else {
                row.append(.null)
                continue
            }
            let type = unsafe PQftype(result, column)
            // libpq promises so many bytes for as long as the result lives.
            let bytes = unsafe UnsafeRawBufferPointer(
                start: PQgetvalue(result, 0, column), count: Int(PQgetlength(result, 0, column)))
            guard let value = unsafe PostgresType(rawValue: type).value(bytes) else {
                throw PostgresError(state: nil, message: "a column has type \(type)")
            }
            row.append(value)
        }
    }
}

/// Lends texts as C does: pointers to each, and a null one at the end.
private func withCStrings<Value>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
) -> Value {
    // Copies that live until we leave.
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    let pointers = unsafe copies.map { unsafe UnsafePointer<CChar>($0) } + [nil]
    return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
}
