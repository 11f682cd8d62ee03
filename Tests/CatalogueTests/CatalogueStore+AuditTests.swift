import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct CatalogueStoreAuditTests {
    private let id = "fr.exemple.sante"

    @Test(
        "every change is told, newest first, with who, when and what; what changed nothing isn't", arguments: Engine.all
    )
    func everything(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        try store.add(.sante)
        let moments = (Int64(1)...6).map { Timestamp.nine.adding(seconds: $0) }
        for _ in 1...2 {
            try store.edit(id, at: moments[0]) { application in
                application.category = "agenda"
                application.publisher = nil
                application.identifiers = ["play": "fr.x"]
            }
            try store.upsert(
                [Application(id: id, title: "Santé", url: "https://exemple.fr", created: .nine)], at: moments[1])
            try store.attach(exampleRun(), to: id, at: moments[2])
            try store.attach(exampleRun(factorSet: "2.0.0"), to: id, at: moments[3])
        }
        let run = exampleHash(try exampleRun().measurement)
        try store.detach(run.short, at: moments[4], reason: "wrong build")
        let entries = try store.history().entries
        #expect(entries.map(\.action) == [.detach, .rescore, .attach, .import, .edit, .add])
        #expect(entries.map(\.time) == [moments[4], moments[3], moments[2], moments[1], moments[0], .nine])
        #expect(entries.allSatisfy { $0.who == "tester@bench" && $0.application == id })
        #expect(entries[5].details == ["title": "Santé", "publisher": "Exemple SA", "platform": "android"])
        #expect(entries[4].details == ["category": "agenda", "publisher": "", "identifier.play": "fr.x"])
        #expect(entries[3].details == ["url": "https://exemple.fr"])
        let score = exampleHash(try exampleRun().score).rawValue
        #expect(entries[2].details == ["score": score, "value": "72.5", "grade": "B", "factors": "fr-2026.1 1.0.0"])
        #expect(entries[2].run == run && entries[2].version == "2.4.0")
        #expect(entries[1].details["factors"] == "fr-2026.1 2.0.0")
        #expect(entries[0].details["reason"] == "wrong build" && entries[0].details["scores"] == "2")
        #expect(entries[0].run == run)
        #expect(try store.history(limit: 2).entries == Array(entries.prefix(2)))
        #expect(try store.history(of: "other").entries == [])
        #expect(try store.history(of: id).entries == entries)
        #expect(try validate(CanonicalJSON.encode(store.history()), against: "catalogue-history") == [])
    }
}
