/// A connection within a transaction. Statements are written once for both engines, with `?` for each value.
protocol SQLConnection {
    /// What the engines say differently.
    var dialect: SQLDialect { get }

    /// Runs a statement without result, and gives the number of rows that it changed.
    @discardableResult
    func execute(_ sql: String, _ values: [(any SQLBindable)?]) throws -> Int

    /// Runs a statement and shows its rows to `body` one by one as they come; memory doesn't grow with their number.
    ///
    /// No other statement may run meanwhile.
    func query(_ sql: String, _ values: [(any SQLBindable)?], _ body: (inout SQLRow) throws -> Void) throws
}

extension SQLConnection {
    @discardableResult
    func execute(_ sql: String) throws -> Int { try execute(sql, []) }

    /// All rows.
    func rows<Value>(
        _ sql: String, _ values: [(any SQLBindable)?] = [], _ decode: (inout SQLRow) throws -> Value
    ) throws -> [Value] {
        var found: [Value] = []
        try query(sql, values) { found.append(try decode(&$0)) }
        return found
    }

    /// The first row, of a statement that gives one at most.
    func first<Value>(
        _ sql: String, _ values: [(any SQLBindable)?] = [], _ decode: (inout SQLRow) throws -> Value
    ) throws -> Value? {
        try rows(sql, values, decode).first
    }

    /// The figure of a statement that counts.
    func count(_ sql: String, _ values: [(any SQLBindable)?] = []) throws -> Int {
        try first(sql, values) { try $0.count() } ?? 0
    }
}

/// A database that holds a catalogue: SQLite's or PostgreSQL's.
protocol SQLDatabase: Sendable {
    /// Where it is, without any password; absent when it is held in memory.
    var place: String? { get }

    /// Runs `body` on what the database holds at one moment.
    func read<Value: Sendable>(_ body: (any SQLConnection) throws -> Value) throws -> Value

    /// Runs `body` in a transaction that no other writer runs beside, kept on disk when it returns, undone if `body` throws.
    func write<Value: Sendable>(_ body: (any SQLConnection) throws -> Value) throws -> Value

    /// What is wrong with how the database itself is kept, as it says; empty if nothing is.
    func integrityFaults() throws -> [String]

    /// Writes all that it holds at one moment as a catalogue's SQLite file.
    func backUp(to path: String) throws
}
