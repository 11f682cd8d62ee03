import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct CatalogueStoreCheckingTests {
    struct Damage: CustomTestStringConvertible {
        let testDescription: String
        let sql: String
        let subject: CatalogueCheck.Subject
        let message: String
    }

    static let damages = [
        Damage(
            testDescription: "a document's bytes are others",
            sql: "UPDATE documents SET content = x'00', compression = 'none', bytes = 1 WHERE sha256 = '$score'",
            subject: .document, message: "isn't what was stored"),
        Damage(
            testDescription: "a document is cut",
            sql: "UPDATE documents SET bytes = bytes + 1 WHERE sha256 = '$measurement'", subject: .document,
            message: "can't be decompressed"),
        Damage(
            testDescription: "a document says that it is longer than any may be",
            sql: "UPDATE documents SET bytes = 9223372036854775807 WHERE sha256 = '$measurement'", subject: .document,
            message: "its length can't be"),
        Damage(
            testDescription: "a score's row tells another value", sql: "UPDATE scores SET value = 99", subject: .score,
            message: "aren't those of its score"),
        Damage(
            testDescription: "a count is wrong", sql: "UPDATE applications SET runs = 5", subject: .counters,
            message: "doesn't show the runs"),
        Damage(
            testDescription: "a run shows another score", sql: "UPDATE runs SET scores = 7", subject: .counters,
            message: "doesn't show the score"),
    ]

    @Test("a sound catalogue has no fault, and the verdict is valid", arguments: Engine.all)
    func sound(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        #expect(try store.check() == CatalogueCheck(applications: 1, runs: 0, scores: 0, documents: 0, faults: []))
        try store.attach(exampleRun(), to: "fr.exemple.sante", at: .nine)
        let check = try store.check()
        #expect(check == CatalogueCheck(applications: 1, runs: 1, scores: 1, documents: 2, faults: []))
        #expect(try validate(CanonicalJSON.encode(check), against: "catalogue-check") == [])
    }

    @Test("each kind of damage is found and named", arguments: damages, Engine.all)
    func damaged(_ damage: Damage, _ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let run = try exampleRun()
        try store.attach(run, to: "fr.exemple.sante", at: .nine)
        var sql = damage.sql.replacing("$score", with: exampleHash(run.score).rawValue)
            .replacing("$measurement", with: exampleHash(run.measurement).rawValue)
        if engine == .postgres { sql = sql.replacing("x'00'", with: "'\\x00'") }
        _ = try store.write { try $0.execute(sql) }
        let faults = try store.check().faults
        #expect(faults.contains { $0.subject == damage.subject && $0.message.contains(damage.message) }, "\(faults)")
        let check = try store.check()
        #expect(try validate(CanonicalJSON.encode(check), against: "catalogue-check") == [])
    }

    // What foreign keys keep from arising, another program can do to a file.
    @Test(
        "rows whose owner is missing are found",
        arguments: [
            ("DELETE FROM applications", "version without application"),
            ("DELETE FROM versions", "run without version"),
            ("DELETE FROM documents", "run without measurement"), ("DELETE FROM documents", "score without document"),
            ("DELETE FROM scores", "run without score"), ("DELETE FROM runs", "score without run"),
            ("DELETE FROM scores", "document that nothing refers to"),
        ])
    func orphans(_ sql: String, _ message: String) throws {
        let folder = try TemporaryFolder()
        let store = try CatalogueStore.openOrCreate(folder.file(), hash: exampleHash)
        try store.add(.sante)
        try store.attach(exampleRun(), to: "fr.exemple.sante", at: .nine)
        _ = try python(folder.file(), sql)
        let faults = try store.check().faults
        #expect(faults.contains { $0.subject == .references && $0.message.hasPrefix(message) }, "\(faults)")
    }

    @Test("a page that is overwritten is a fault or damage, never a crash")
    func pages() throws {
        let folder = try TemporaryFolder()
        do {
            let store = try CatalogueStore.openOrCreate(folder.file(), hash: exampleHash)
            try store.add(.sante)
            for number in 0..<5 { try store.attach(exampleRun("run \(number)"), to: "fr.exemple.sante", at: .nine) }
        }
        let sound = try Data(contentsOf: folder.file())
        for page in stride(from: 1, to: sound.count / 4096, by: 3) {
            var bytes = sound
            bytes.replaceSubrange(page * 4096..<(page + 1) * 4096, with: Data(repeating: 0xA5, count: 4096))
            try bytes.write(to: folder.file())
            do {
                let check = try CatalogueStore.open(folder.file(), hash: exampleHash).check()
                #expect(check.faults != [], "page \(page)")
            } catch {
                guard case .damaged = error.problem else {
                    Issue.record("page \(page): \(error)")
                    continue
                }
            }
        }
    }
}
