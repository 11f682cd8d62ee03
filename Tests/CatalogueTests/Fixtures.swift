import Catalogue
import Documents
import Foundation
import TestSupport
import Testing

/// Any function of the bytes will do for a hash: FNV-1a (draft-eastlake-fnv § 6), four times over.
func exampleHash(_ data: Data) -> ContentHash {
    let value = data.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(value, radix: 16)
    return ContentHash(
        rawValue: String(repeating: String(repeating: "0", count: 16 - digits.count) + digits, count: 4))
}

/// SHA-256 by coreutils, for files that the program wrote.
@Sendable func sha256(_ data: Data) -> ContentHash {
    let digits = try? run("sha256sum", [], input: data).text.prefix(64)
    return ContentHash(rawValue: digits.map(String.init) ?? "")
}

extension Application {
    static let sante = Application(
        id: "fr.exemple.sante", title: "Santé", publisher: "Exemple SA", platform: .android, created: .nine)
}

/// What a catalogue is kept in; the tests of the store run on each.
enum Engine: CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres

    static let all = PostgresServer.isPossible ? allCases : [.sqlite]

    var testDescription: String { self == .sqlite ? "SQLite" : "PostgreSQL" }

    /// An empty catalogue.
    func store(hash: @escaping CatalogueStore.Hash = exampleHash) throws -> CatalogueStore {
        switch self {
        case .sqlite: return try .inMemory(user: "tester@bench", hash: hash)
        case .postgres:
            let server = try PostgresServer.shared.get()
            return try .open(
                .server(server.address(server.newDatabase())), creating: true, user: "tester@bench", hash: hash)
        }
    }

    /// A catalogue with `Application.sante`.
    func storeOfSante() throws -> CatalogueStore {
        let store = try store()
        try store.add(.sante)
        return store
    }
}

extension CatalogueStore {
    static func open(
        _ file: URL, busyTimeout: Double = 10, hash: @escaping Hash
    ) throws(CatalogueError) -> CatalogueStore {
        try open(.file(file), creating: false, user: "tester@bench", busyTimeout: busyTimeout, hash: hash)
    }

    static func openOrCreate(
        _ file: URL, busyTimeout: Double = 10, hash: @escaping Hash
    ) throws(CatalogueError) -> CatalogueStore {
        try open(.file(file), creating: true, user: "tester@bench", busyTimeout: busyTimeout, hash: hash)
    }
}

/// The documents of a run of `fr.exemple.sante`, distinct by `label`.
func exampleRun(
    _ label: String = "banc 3", version: String? = "2.4.0", started: Timestamp? = .nine, factorSet: String = "1.0.0",
    change: (inout JourneyMeasurement, inout JourneyScore) -> Void = { _, _ in }
) throws -> RunDocuments {
    var measurement = JourneyMeasurement.full
    measurement.device.label = label
    measurement.journey?.version = version
    measurement.totals.first = started
    var score = JourneyScore.full(of: .repeating("0"))
    score.factorSet.version = factorSet
    change(&measurement, &score)
    let json = try CanonicalJSON.encode(measurement)
    if score.measurements.map(\.sha256) == [.repeating("0")] { score.measurements[0].sha256 = exampleHash(json) }
    return RunDocuments(measurement: json, score: try CanonicalJSON.encode(score))
}

extension TemporaryFolder {
    func file(_ name: String = "catalogue.sqlite") -> URL { url.appending(path: name) }
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() } }
}

/// What Python's sqlite3 says of a file: a line a row, columns joined by a bar.
func python(_ file: URL, _ sql: String) throws -> [String] {
    let script = """
        import sqlite3, sys
        connection = sqlite3.connect(sys.argv[1], timeout=10)
        for row in connection.execute(sys.argv[2]):
            print("|".join("" if value is None else str(value) for value in row))
        connection.commit()
        """
    let result = try run("/usr/bin/python3", ["-c", script, file.path, sql])
    try #require(result.status == 0, "\(result.errors)")
    return result.text.split(separator: "\n").map(String.init)
}
