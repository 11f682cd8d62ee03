import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct CatalogueStoreRunsTests {
    private let id = "fr.exemple.sante"

    @Test("a run is found by the first digits of its hash, in either case", arguments: Engine.all)
    func prefix(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let runs = try (0..<20).map { try exampleRun("run \($0)") }
        for run in runs { try store.attach(run, to: id, at: .nine) }
        for run in runs {
            let digits = exampleHash(run.measurement).rawValue
            #expect(try store.run(String(digits.prefix(16)).uppercased()).documents == run)
            #expect(try store.run(digits).documents == run)
        }
    }

    @Test(
        "a prefix that no run can have, or has, is unknown",
        arguments: ["", "abc", "g000", "%%%%", "abc*", "0000000000000000", String(repeating: "a", count: 65), "é000"],
        Engine.all)
    func unknownRun(_ prefix: String, _ engine: Engine) throws {
        let store = try engine.storeOfSante()
        try store.attach(exampleRun(), to: id, at: .nine)
        #expect(throws: CatalogueError(.unknownRun(prefix), file: store.file)) { try store.run(prefix) }
    }

    @Test("a prefix that several runs have is ambiguous, and says which", arguments: Engine.all)
    func ambiguousRun(_ engine: Engine) throws {
        // A hash that begins alike for all, and ends with the number of bytes.
        let store = try engine.store { data in
            let digits = String(data.count, radix: 16)
            return ContentHash(rawValue: String(repeating: "a", count: 64 - digits.count) + digits)
        }
        try store.add(.sante)
        var hashes: [ContentHash] = []
        for label in ["a", "aa"] {
            let run = try exampleRun(label) { _, score in score.measurements = [] }
            let hash = store.hash(run.measurement)
            var score = try JourneyScore(json: run.score)
            score.measurements = [MeasurementReference(sha256: hash, journey: nil, application: nil)]
            try store.attach(
                RunDocuments(measurement: run.measurement, score: CanonicalJSON.encode(score)), to: id, at: .nine)
            hashes.append(hash)
        }
        #expect(throws: CatalogueError(.ambiguousRun("aaaa", hashes), file: store.file)) { try store.run("AAAA") }
        #expect(try store.run(hashes[1].rawValue).summary.measurement == hashes[1])
    }

    @Test("a document whose bytes have changed is said to be damaged", arguments: Engine.all)
    func damaged(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let documents = try exampleRun()
        try store.attach(documents, to: id, at: .nine)
        let hash = exampleHash(documents.score)
        _ = try store.write {
            try $0.execute("UPDATE documents SET content = ? WHERE sha256 = ?", [Data("{}".utf8), hash.rawValue])
        }
        let error = #expect(throws: CatalogueError.self) { try store.run(exampleHash(documents.measurement).short) }
        #expect(
            error?.problem
                == .damaged("document \(hash): it can't be decompressed to its \(documents.score.count) bytes"))
    }
    @Test("the last run is the newest of those asked for", arguments: Engine.all)
    func lastRun(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        #expect(throws: CatalogueError(.noRun(application: id, version: nil, journey: nil), file: store.file)) {
            try store.lastRun(of: id)
        }
        let runs = try [("a", "1", Int64(0)), ("b", "1", 60), ("c", "2", 30)].map { label, version, seconds in
            try exampleRun(label, version: version, started: .nine.adding(seconds: seconds))
        }
        for run in runs { try store.attach(run, to: id, at: .nine) }
        #expect(try store.lastRun(of: id).documents == runs[1])
        #expect(try store.lastRun(of: id, version: "2").documents == runs[2])
        #expect(try store.lastRun(of: id, version: "1", journey: "parcours-standard").documents == runs[1])
        for (version, journey) in [("3", nil), (nil, "other")] as [(String?, String?)] {
            #expect(
                throws: CatalogueError(.noRun(application: id, version: version, journey: journey), file: store.file)
            ) { try store.lastRun(of: id, version: version, journey: journey) }
        }
        #expect(throws: CatalogueError(.unknownApplication("x"), file: store.file)) { try store.lastRun(of: "x") }
        let first = exampleHash(runs[0].measurement).rawValue
        #expect(try store.run(at: RunReference("\(id)@1#\(first)")).documents == runs[0])
        #expect(try store.run(at: RunReference("\(id)@1")).documents == runs[1])
        #expect(throws: CatalogueError(.unknownRun(first), file: store.file)) {
            try store.run(at: RunReference("\(id)@2#\(first)"))
        }
    }
}
