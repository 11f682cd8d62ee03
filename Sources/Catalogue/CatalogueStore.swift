public import Documents
public import Foundation

/// Applications and the runs attached to them, in an SQLite file, in memory, or in a PostgreSQL database.
///
/// Each operation is one transaction unless it says otherwise: it happens wholly or not at all, and is on the disk when it
/// returns. Several processes may use a catalogue at once; one that finds it locked waits. A value is safe to share between threads.
public struct CatalogueStore: Sendable {
    /// The hash of a document, SHA-256 in the program; handed in, because this module has no cryptography.
    public typealias Hash = @Sendable (Data) -> ContentHash

    let database: any SQLDatabase
    let hash: Hash
    /// Who changes it: the user and the machine, for the audit.
    let user: String
    /// The file's path, or the server's address without password; absent when the catalogue is held in memory.
    public var file: String? { database.place }

    /// Opens a catalogue, and brings its tables up to date if an earlier version made it.
    ///
    /// - Parameters:
    ///   - location: the catalogue's file, or its database.
    ///   - creating: whether to make one where there is none: a file readable by its owner alone, with the folders that it lies
    ///     in; a file without a byte is taken for a new one. In a database, the schema `ecoproxy` with its tables.
    ///   - user: who changes it, `ana@banc-3`, for the audit.
    ///   - busyTimeout: how long to wait for what another process has locked, in seconds.
    ///   - hash: the hash that documents are known by.
    /// - Returns: the catalogue.
    /// - Throws: `CatalogueError`; what isn't a catalogue is left as it is.
    public static func open(
        _ location: CatalogueLocation, creating: Bool, user: String, busyTimeout: Double = 10, hash: @escaping Hash
    ) throws(CatalogueError) -> CatalogueStore {
        switch location {
        case .file(let url):
            let file = CatalogueFile(url)
            do {
                return CatalogueStore(
                    database: try file.open(creating: creating, busyTimeout: busyTimeout), hash: hash, user: user)
            } catch {
                throw CatalogueError(error, file: file.path)
            }
        case .server(let text):
            let address = try PostgresAddress(text)
            do {
                let server = CatalogueServer(address: address)
                return CatalogueStore(
                    database: try server.open(creating: creating, busyTimeout: busyTimeout), hash: hash, user: user)
            } catch {
                throw CatalogueError(error, file: address.place)
            }
        }
    }

    /// A new catalogue that ends with the value.
    ///
    /// - Parameters:
    ///   - user: who changes it, for the audit.
    ///   - hash: the hash that documents are known by.
    /// - Returns: an empty catalogue.
    /// - Throws: `CatalogueError` if SQLite can't.
    public static func inMemory(
        user: String = "nobody", hash: @escaping Hash
    ) throws(CatalogueError) -> CatalogueStore {
        do {
            let database = try SQLiteDatabase()
            try Migrations.apply(to: database)
            return CatalogueStore(database: database, hash: hash, user: user)
        } catch {
            throw CatalogueError(error, file: nil)
        }
    }
}

extension CatalogueStore {
    func failure(_ problem: CatalogueError.Problem) -> CatalogueError {
        CatalogueError(problem, file: file)
    }

    /// Runs `body` on what the catalogue holds at one moment.
    func read<Value: Sendable>(
        _ body: (any SQLConnection) throws -> Value
    ) throws(CatalogueError) -> Value {
        do { return try database.read(body) } catch { throw CatalogueError(error, file: file) }
    }

    /// Runs `body` in a transaction that is rolled back if it throws.
    func write<Value: Sendable>(
        _ body: (any SQLConnection) throws -> Value
    ) throws(CatalogueError) -> Value {
        do { return try database.write(body) } catch { throw CatalogueError(error, file: file) }
    }
}
