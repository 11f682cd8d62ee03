import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct CatalogueStoreBackupTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a backup is a sound catalogue with all that was there, of either engine", arguments: Engine.all)
    func backup(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        for number in 0..<5 { try store.attach(exampleRun("run \(number)"), to: "fr.exemple.sante", at: .nine) }
        try store.detach(exampleHash(exampleRun("run 0").measurement).rawValue, at: .nine)
        let file = folder.file("backup.sqlite")
        try store.backup(to: file)
        #expect(try folder.names == ["backup.sqlite"])
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let copy = try CatalogueStore.open(file, hash: exampleHash)
        #expect(try copy.application("fr.exemple.sante") == store.application("fr.exemple.sante"))
        #expect(try copy.history() == store.history())
        #expect(try copy.check() == store.check())
        #expect(try copy.check().faults == [])
        // It goes on like any other.
        try copy.attach(exampleRun("new"), to: "fr.exemple.sante", at: .nine)
        #expect(try store.application("fr.exemple.sante").versions.flatMap(\.runs).count == 4)
    }

    @Test(
        "a file that is there isn't overwritten, and nothing is left where none can be written", arguments: Engine.all)
    func refused(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        _ = try folder.write("there", "precious")
        #expect(throws: CatalogueError(.isThere, file: folder["there"])) { try store.backup(to: folder.file("there")) }
        #expect(try folder.data("there") == Data("precious".utf8))
        #expect(throws: CatalogueError.self) { try store.backup(to: folder.file("there/below")) }
        #expect(
            throws: CatalogueError(.cannotCreate("there is no folder \(folder["absent"])"), file: folder["absent/copy"])
        ) { try store.backup(to: folder.file("absent/copy")) }
        #expect(try folder.names == ["there"])
    }

    @Test("a backup made while others write is of one moment", arguments: Engine.all)
    func online(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let runs = try (0..<60).map { try exampleRun("run \($0)") }
        let folder = folder
        DispatchQueue.concurrentPerform(iterations: 2) { part in
            do {
                if part == 0 {
                    for run in runs { try store.attach(run, to: "fr.exemple.sante", at: .nine) }
                } else {
                    for number in 0..<5 { try store.backup(to: folder.file("\(number)")) }
                }
            } catch {
                Issue.record(error)
            }
        }
        for number in 0..<5 {
            let check = try CatalogueStore.open(folder.file("\(number)"), hash: exampleHash).check()
            #expect(check.faults == [])
            #expect(check.documents == 2 * check.runs && check.scores == check.runs)
        }
    }
}
