import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalogue

/// What a server that isn't as it should be is answered with.
@Suite(.enabled(if: PostgresServer.isPossible, "Debian's postgresql isn't installed: make test installs it"))
struct CatalogueServerTests {
    private let server: PostgresServer
    private let database: String

    init() throws {
        server = try PostgresServer.shared.get()
        database = try server.newDatabase()
    }

    private func open(_ address: String, creating: Bool = true, busyTimeout: Double = 10) throws -> CatalogueStore {
        try CatalogueStore.open(
            .server(address), creating: creating, user: "tester@bench", busyTimeout: busyTimeout, hash: exampleHash)
    }

    private func refusal(_ address: String, creating: Bool = true) -> CatalogueError.Problem? {
        let error = #expect(throws: CatalogueError.self) { try open(address, creating: creating) }
        #expect(error?.description.contains(PostgresServer.password) == false)
        #expect(error?.file?.hasPrefix("postgresql://") == true)
        return error?.problem
    }

    @Test("a server that isn't there doesn't answer")
    func unreachable() throws {
        for address in [
            "postgresql://tester@%2Fnonexistent/x", "postgresql://tester:\(PostgresServer.password)@127.0.0.1:1/x",
        ] {
            guard case .connectionLost = refusal(address) else {
                Issue.record("\(address)")
                continue
            }
        }
    }

    @Test("a wrong password, none, or an unknown user isn't let in")
    func wrongPassword() throws {
        for address in [
            server.address(database, password: "\(PostgresServer.password)x"), server.address(database, password: nil),
            server.address(database, user: "nobody"),
        ] {
            guard case .refused = refusal(address) else {
                Issue.record("\(address)")
                continue
            }
        }
    }

    @Test("a database that isn't there is told")
    func noDatabase() throws {
        guard case .noDatabase = refusal(server.address("absent")) else {
            Issue.record("not told")
            return
        }
    }

    @Test("an empty database holds no catalogue until one is made")
    func empty() throws {
        #expect(refusal(server.address(database), creating: false) == .noCatalogue)
        #expect(
            try server.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'ecoproxy'", in: database).text == "0\n")
        _ = try open(server.address(database))
        _ = try open(server.address(database), creating: false)
    }

    @Test("another program's database is left as it is, unless somebody made a schema for the catalogue")
    func foreign() throws {
        try server.sql("CREATE TABLE bookmark (url text)", in: database)
        for creating in [true, false] {
            #expect(refusal(server.address(database), creating: creating) == .foreignDatabase)
        }
        try server.sql("CREATE SCHEMA ecoproxy", in: database)
        try open(server.address(database)).add(.sante)
        #expect(try server.sql("SELECT id FROM ecoproxy.applications", in: database).text == "fr.exemple.sante\n")
        let other = try server.newDatabase()
        try server.sql("CREATE SCHEMA ecoproxy; CREATE TABLE ecoproxy.bookmark (url text)", in: other)
        #expect(refusal(server.address(other)) == .foreignDatabase)
    }

    @Test("a catalogue that a later version has changed is left as it is")
    func newer() throws {
        _ = try open(server.address(database))
        try server.sql("INSERT INTO ecoproxy.grdb_migrations VALUES ('99 moons')", in: database)
        #expect(refusal(server.address(database)) == .newer(migrations: ["99 moons"]))
    }

    @Test("a user who may only read reads, and is told that no more is permitted")
    func readOnly() throws {
        try open(server.address(database)).add(.sante)
        let user = "reader_\(database)"
        try server.sql(
            """
            CREATE USER \(user) PASSWORD 'read'; GRANT USAGE ON SCHEMA ecoproxy TO \(user);
            GRANT SELECT ON ALL TABLES IN SCHEMA ecoproxy TO \(user)
            """, in: database)
        let store = try open(server.address(database, user: user, password: "read"), creating: false)
        #expect(try store.applications().applications.count == 1)
        #expect(throws: CatalogueError(.noPermission, file: store.file)) {
            try store.add(Application(id: "b", title: "B", created: .nine))
        }
    }

    @Test("a catalogue that another program keeps locked is waited for, then said to be locked")
    func busy() throws {
        let holder = try open(server.address(database))
        let waiting = try open(server.address(database), busyTimeout: 0.05)
        _ = try holder.write { _ in
            #expect(throws: CatalogueError(.busy, file: waiting.file)) { try waiting.add(.sante) }
        }
        #expect(try waiting.add(.sante))
    }

    @Test("a connection that breaks in the middle is told, and nothing is half done")
    func broken() throws {
        let store = try open(server.address(database))
        try store.add(.sante)
        let end = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """
        let error = #expect(throws: CatalogueError.self) {
            _ = try store.write { connection in
                try connection.execute(
                    "INSERT INTO versions (application, version) VALUES (?, ?)", ["fr.exemple.sante", "1"])
                try server.sql(end, in: database)
                return try connection.execute("DELETE FROM versions WHERE version = ?", ["2"])
            }
        }
        guard case .connectionLost = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(throws: CatalogueError.self) { try store.applications() }
        let again = try open(server.address(database))
        #expect(try again.read { try $0.count("SELECT count(*) FROM versions") } == 0)
        #expect(try again.check().faults == [])
    }

    @Test("what is confirmed is on the server's disk, whatever the server's own setting")
    func durable() throws {
        try server.sql("ALTER DATABASE \(database) SET synchronous_commit TO off", in: database)
        let store = try open(server.address(database))
        #expect(try store.read { try $0.first("SHOW synchronous_commit") { try $0.text() } } == "on")
    }

    @Test("several that make the same catalogue at once all get the same")
    func creationRace() throws {
        let address = server.address(database)
        DispatchQueue.concurrentPerform(iterations: 4) { index in
            do {
                let store = try CatalogueStore.open(.server(address), creating: true, user: "tester", hash: exampleHash)
                try store.add(Application(id: "app\(index)", title: "App", created: .nine))
            } catch {
                Issue.record(error)
            }
        }
        #expect(try server.sql("SELECT count(*) FROM ecoproxy.applications", in: database).text == "4\n")
    }
}
