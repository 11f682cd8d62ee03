import GRDBSQLite

/// The first bytes of a database file, by which it is recognised before anything is done to it.
///
/// Format: sqlite.org/fileformat2.html § 1.3.
struct FileHeader {
    /// The header's length.
    static let length = 100

    let bytes: [UInt8]

    /// Whether it is that of an SQLite 3 database (§ 1.3.1).
    var isDatabase: Bool { bytes.count == Self.length && bytes.starts(with: Array("SQLite format 3\0".utf8)) }

    /// Whose database it is: four bytes at offset 68, big-endian (§ 1.3.14); 0 if no program says.
    var applicationID: UInt32 {
        bytes.dropFirst(68).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
}

extension FileHeader {
    /// Reads the header through SQLite's own file handle, without asking SQLite for anything in the file.
    ///
    /// A query would already leave side files beside a stranger's database and could finish its interrupted transaction.
    /// Opening and closing the file ourselves would drop every lock that this process holds on it, and with them another
    /// connection's data (sqlite.org/howtocorrupt.html § 2.2).
    ///
    /// - Returns: its 100 bytes, zeros where the file is shorter.
    /// - Throws: the SQLite result code if the file can't be opened or read.
    static func read(path: String) throws(ResultCode) -> FileHeader {
        var connection: OpaquePointer?
        // The connection is ours alone and closed before we leave; SQLite copies the path.
        let opened = unsafe sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil)
        defer { unsafe sqlite3_close(connection) }
        guard opened == SQLITE_OK else { throw ResultCode(value: opened) }
        var file: UnsafeMutablePointer<sqlite3_file>?
        let found = unsafe sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard found == SQLITE_OK, let file = unsafe file, let methods = unsafe file.pointee.pMethods,
            let read = unsafe methods.pointee.xRead
        else { throw ResultCode(value: found) }
        var bytes = [UInt8](repeating: 0, count: length)
        // The array has exactly the length that is asked for, and lives throughout the call.
        let result = unsafe bytes.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, Int32(length), 0) }
        // SQLITE_IOERR_SHORT_READ (sqlite.org/rescode.html): fewer bytes were there, the rest is zeros.
        guard result == SQLITE_OK || result == SQLITE_IOERR | 2 << 8 else { throw ResultCode(value: result) }
        return FileHeader(bytes: bytes)
    }

    /// A result code of SQLite (sqlite.org/rescode.html).
    struct ResultCode: Error, Hashable {
        let value: Int32
    }
}
