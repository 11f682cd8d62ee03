import Foundation

/// A PostgreSQL server of the tests' own: Debian's programs, a new cluster in a temporary folder, on a socket in it only.
///
/// It ends and its folder goes away with the process that started it, however that ends: a shell waits for its input to close.
public final class PostgresServer: Sendable {
    /// Where Debian keeps the server's programs, the newest version's; `nil` where it isn't installed.
    public static let programs: String? = {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return versions.compactMap(Int.init).max().map { "\(root)/\($0)/bin" }
    }()

    /// Whether tests can have one; root needs another user for it, which the package makes.
    public static let isPossible = programs != nil && (geteuid() != 0 || isInstalled("setpriv"))

    /// The server that all tests share, started when the first asks for it.
    public static let shared = Result { try PostgresServer() }

    /// The user that owns all databases.
    public static let user = "tester"
    /// Its password; a text that nothing else contains.
    public static let password = "open-sesame-4711"

    private let folder: URL
    private let shell: Process
    private let input = Pipe()

    /// It couldn't be started.
    public struct Failure: Error, CustomStringConvertible {
        /// What it said.
        public let description: String
    }

    private init() throws {
        guard let programs = Self.programs else { throw Failure(description: "Debian's postgresql isn't installed") }
        folder = try temporaryFolder()
        try Data(Self.password.utf8).write(to: folder.appending(path: "password"))
        if geteuid() == 0 {
            let owned = try run("chown", ["-R", "postgres", folder.path])
            guard owned.status == 0 else { throw Failure(description: owned.errors) }
        }
        shell = Process()
        shell.executableURL = URL(filePath: "/usr/bin/env")
        // PostgreSQL refuses to run as root.
        let user = geteuid() == 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : []
        shell.arguments = user + ["sh", "-c", Self.script, "postgres", folder.path, programs, Self.user]
        shell.standardInput = input
        shell.standardOutput = FileHandle.nullDevice
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        for _ in 0..<1200 {
            if try sql("SELECT 1", in: "postgres").status == 0 { return }
            guard shell.isRunning else { break }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw Failure(description: "the server didn't start")
    }

    // What is written needn't outlive the machine: the server's own durability isn't what is tested.
    private static let script = """
        "$2/initdb" -D "$1/data" -U "$3" --auth=scram-sha-256 --pwfile="$1/password" --no-sync --locale=C -E UTF8 &&
        { "$2/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c fsync=off -c max_connections=200 & } &&
        server=$! && cat >/dev/null
        kill -INT $server && wait $server
        rm -rf "$1"
        """

    /// The address of a database.
    public func address(_ database: String, user: String = user, password: String? = password) -> String {
        let host = folder.path.replacing("/", with: "%2F")
        return "postgresql://\(user)\(password.map { ":\($0)" } ?? "")@\(host)/\(database)"
    }

    /// Makes an empty database and gives its name.
    public func newDatabase() throws -> String {
        let name = "t" + UUID().uuidString.replacing("-", with: "").lowercased()
        let made = try sql("CREATE DATABASE \(name)", in: "postgres")
        guard made.status == 0 else { throw Failure(description: made.errors) }
        return name
    }

    /// What PostgreSQL's own client says: a line a row, columns joined by a bar.
    @discardableResult
    public func sql(_ statement: String, in database: String) throws -> RunResult {
        try run(
            "psql",
            [
                "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", folder.path, "-U", Self.user, "-d", database,
                "-c", statement,
            ],
            environment: ["PGPASSWORD": Self.password])
    }
}
