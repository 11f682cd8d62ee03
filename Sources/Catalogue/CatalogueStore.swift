public import Documents
public import Foundation
import GRDB

/// Applications and the runs attached to them, in an SQLite file or in memory.
///
/// Each operation is one transaction: it happens wholly or not at all. Several processes may use a file at once; one that
/// finds it locked waits. A value is safe to share between threads.
public struct CatalogueStore: Sendable {
    /// The hash of a document, SHA-256 in the program; handed in, because this module has no cryptography.
    public typealias Hash = @Sendable (Data) -> ContentHash

    let database: any DatabaseWriter
    let hash: Hash
    /// The file's path; absent when the catalogue is held in memory.
    public let file: String?

    /// Opens a catalogue file, and brings its tables up to date if an earlier version made it.
    ///
    /// - Parameters:
    ///   - file: the catalogue's file.
    ///   - busyTimeout: how long to wait for a file that another process has locked, in seconds.
    ///   - hash: the hash that documents are known by.
    /// - Returns: the catalogue.
    /// - Throws: `CatalogueError`; a file that isn't a catalogue is left as it is.
    public static func open(
        _ file: URL, busyTimeout: Double = 10, hash: @escaping Hash
    ) throws(CatalogueError) -> CatalogueStore {
        try CatalogueStore(CatalogueFile(file), creating: false, busyTimeout: busyTimeout, hash: hash)
    }

    /// Opens a catalogue file, or makes one, readable by its owner alone, with the folders that it lies in.
    ///
    /// - Parameters:
    ///   - file: the catalogue's file; one without a byte is taken for a new one.
    ///   - busyTimeout: how long to wait for a file that another process has locked, in seconds.
    ///   - hash: the hash that documents are known by.
    /// - Returns: the catalogue.
    /// - Throws: `CatalogueError`; a file that isn't a catalogue is left as it is.
    public static func openOrCreate(
        _ file: URL, busyTimeout: Double = 10, hash: @escaping Hash
    ) throws(CatalogueError) -> CatalogueStore {
        try CatalogueStore(CatalogueFile(file), creating: true, busyTimeout: busyTimeout, hash: hash)
    }

    /// A new catalogue that ends with the value.
    ///
    /// - Parameter hash: the hash that documents are known by.
    /// - Returns: an empty catalogue.
    /// - Throws: `CatalogueError` if SQLite can't.
    public static func inMemory(hash: @escaping Hash) throws(CatalogueError) -> CatalogueStore {
        do {
            let database = try DatabaseQueue()
            try Migrations.apply(to: database)
            return CatalogueStore(database: database, hash: hash, file: nil)
        } catch {
            throw CatalogueError(error, file: nil)
        }
    }

    private init(database: any DatabaseWriter, hash: @escaping Hash, file: String?) {
        (self.database, self.hash, self.file) = (database, hash, file)
    }

    private init(
        _ file: CatalogueFile, creating: Bool, busyTimeout: Double, hash: @escaping Hash
    ) throws(CatalogueError) {
        do {
            let database = try file.open(creating: creating, busyTimeout: busyTimeout)
            self.init(database: database, hash: hash, file: file.path)
        } catch {
            throw CatalogueError(error, file: file.path)
        }
    }
}

extension CatalogueStore {
    func failure(_ problem: CatalogueError.Problem) -> CatalogueError {
        CatalogueError(problem, file: file)
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(CatalogueError) -> Value {
        do { return try database.read(body) } catch { throw CatalogueError(error, file: file) }
    }

    /// Runs `body` in a transaction that is rolled back if it throws.
    func write<Value>(_ body: (Database) throws -> Value) throws(CatalogueError) -> Value {
        do { return try database.write(body) } catch { throw CatalogueError(error, file: file) }
    }
}
