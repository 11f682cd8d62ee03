import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct CatalogueStoreSheetsTests {
    @Test("every sheet is shown once, by identifier, as it is when asked for alone", arguments: Engine.all)
    func each(_ engine: Engine) throws {
        let store = try engine.store()
        for id in ["b", "a.none", "c", "A"] { try store.add(Application(id: id, title: id, created: .nine)) }
        for (id, label, version) in [
            ("b", "1", "1"), ("c", "2", "1"), ("b", "3", "2"), ("b", "4", "1"), ("A", "5", "1"),
        ] {
            let run = try exampleRun(label, version: version, started: .nine.adding(seconds: Int64(label) ?? 0))
            try store.attach(run, to: id, at: .nine, acceptingOther: true)
        }
        var sheets: [ApplicationSheet] = []
        try store.forEachSheet { sheets.append($0) }
        // In the order of UTF-8 on both engines, whatever the server's locale.
        #expect(sheets.map(\.application.id) == ["A", "a.none", "b", "c"])
        for sheet in sheets { #expect(try store.application(sheet.application.id) == sheet) }
        #expect(sheets[2].versions.map(\.version) == ["1", "2"])
    }

    @Test("what the reader throws comes out as it is, and the store goes on", arguments: Engine.all)
    func thrown(_ engine: Engine) throws {
        struct Full: Error {}
        let store = try engine.store()
        for number in 0..<100 { try store.add(Application(id: "a\(number)", title: "A", created: .nine)) }
        var seen = 0
        #expect(throws: Full.self) {
            try store.forEachSheet { _ in
                seen += 1
                if seen == 3 { throw Full() }
            }
        }
        #expect(seen == 3)
        #expect(try store.applications().applications.count == 100)
    }
}
