import Catalogue
import Documents
import Foundation
import TestSupport
import Testing

/// What the catalogue prints as JSON, judged by its schemas.
@Suite struct ApplicationListTests {
    private let store: CatalogueStore

    init() throws {
        store = try CatalogueStore.inMemory(hash: exampleHash)
        try store.add(.sante)
        try store.add(Application(id: "b", title: "B", created: .nine))
        try store.attach(exampleRun(), to: "fr.exemple.sante", at: .nine)
        let minimal = try exampleRun { measurement, score in
            measurement = .minimal
            score = .minimal(of: .repeating("0"))
        }
        try store.attach(minimal, to: "fr.exemple.sante", version: "1", at: .nine, acceptingOther: true)
    }

    @Test("sheets and lists are valid, come back as they were, and are the same bytes each time")
    func valid() throws {
        for id in ["fr.exemple.sante", "b"] {
            let sheet = try store.application(id)
            let json = try CanonicalJSON.encode(sheet)
            #expect(try validate(json, against: "catalogue-application") == [])
            #expect(try ApplicationSheet(json: json) == sheet)
            #expect(try CanonicalJSON.encode(store.application(id)) == json)
        }
        let list = try store.applications()
        let json = try CanonicalJSON.encode(list)
        #expect(try validate(json, against: "catalogue-applications") == [])
        #expect(try ApplicationList(json: json) == list)
    }

    @Test(
        "a wrong sheet is refused where it is wrong",
        arguments: [
            ("\"platform\" : \"android\"", "\"platform\" : \"vax\"", "$.application.platform"),
            ("\"partial\" : true", "\"partial\" : \"yes\"", "$.versions[0].runs[0].score.partial"),
            ("\"scores\" : 1", "\"scores\" : 0", "$.versions[0].runs[0].scores"),
            ("\"exchangedBytes\"", "\"bytes\"", "$.versions[0].runs[0]"),
            ("ecoproxy.catalogue.application/1", "ecoproxy.catalogue.application/2", "$.schema"),
        ])
    func refused(_ old: String, _ new: String, _ path: String) throws {
        let text = String(decoding: try CanonicalJSON.encode(store.application("fr.exemple.sante")), as: UTF8.self)
        let changed = text.replacing(old, with: new)
        #expect(changed != text)
        let errors = try validate(Data(changed.utf8), against: "catalogue-application")
        #expect(errors.contains { $0.hasPrefix(path + ": ") }, "\(errors)")
    }
}
