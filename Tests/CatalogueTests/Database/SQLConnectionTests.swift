import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct SQLConnectionTests {
    @Test("values go in and come out as they are, on both engines", arguments: Engine.all)
    func values(_ engine: Engine) throws {
        let integers: [Int64] = [0, -1, .max, .min]
        let reals = [0.1, -0.0, 1e308, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1.0 / 3]
        let texts = ["", "é", "🩺 ' \" \\ $1 %", String(repeating: "x", count: 100_000)]
        let blobs = [Data(), Data([0]), Data(0...255), Data(repeating: 7, count: 1 << 20)]
        let store = try engine.store()
        _ = try store.write { connection in
            let sql = connection.dialect
            try connection.execute(
                "CREATE TABLE t (k \(sql.serial), i \(sql.integer), r \(sql.real), s \(sql.text), b \(sql.blob))")
            for index in 0..<6 {
                try connection.execute(
                    "INSERT INTO t (i, r, s, b) VALUES (?, ?, ?, ?)",
                    [integers[index % 4], reals[index], texts[index % 4], blobs[index % 4]])
            }
            return try connection.execute("INSERT INTO t (i, r, s, b) VALUES (?, ?, ?, ?)", [nil, nil, nil, nil])
        }
        let rows = try store.read { connection in
            try connection.rows("SELECT i, r, s, b FROM t ORDER BY k") { row in row.values }
        }
        for index in 0..<6 {
            #expect(
                rows[index] == [
                    .integer(integers[index % 4]), .real(reals[index]), .text(texts[index % 4]),
                    .blob(blobs[index % 4]),
                ])
        }
        #expect(rows[1][1] == .real(-0.0))
        #expect(rows[6] == [.null, .null, .null, .null])
    }

    @Test("a row that is thrown at ends the statement, and the connection goes on", arguments: Engine.all)
    func stopped(_ engine: Engine) throws {
        struct Enough: Error {}
        let store = try engine.store()
        for number in 0..<50 { try store.add(Application(id: "a\(number)", title: "A", created: .nine)) }
        let count = try store.read { connection in
            #expect(throws: Enough.self) {
                try connection.query("SELECT id FROM applications", []) { _ in throw Enough() }
            }
            return engine == .sqlite ? try connection.count("SELECT count(*) FROM applications") : 50
        }
        #expect(count == 50)
        #expect(try store.applications().applications.count == 50)
    }

    @Test("a column of another kind is said to be damaged, never a crash", arguments: Engine.all)
    func mismatch(_ engine: Engine) throws {
        let store = try engine.store()
        let error = #expect(throws: CatalogueError.self) {
            try store.read { try $0.rows("SELECT 'text'") { row in try row.integer() } }
        }
        guard case .damaged = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("columns that aren't there are said to be damage", arguments: Engine.all)
    func short(_ engine: Engine) throws {
        let error = #expect(throws: CatalogueError.self) {
            try engine.store().read { connection in
                try connection.rows("SELECT 1") { row in [try row.optionalInteger(), try row.optionalInteger()] }
            }
        }
        guard case .damaged = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
