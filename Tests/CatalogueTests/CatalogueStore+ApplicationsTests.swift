import Catalogue
import Documents
import TestSupport
import Testing

@Suite struct CatalogueStoreApplicationsTests {
    @Test("an application is added once; again with the same data, at whatever moment, is fine", arguments: Engine.all)
    func add(_ engine: Engine) throws {
        let store = try engine.store()
        #expect(try store.add(.sante))
        var later = Application.sante
        later.created = .nine.adding(seconds: 60)
        #expect(try !store.add(later))
        #expect(try store.applications().applications.map(\.application) == [.sante])
    }

    @Test("other data for an application that is there is a conflict, and changes nothing", arguments: Engine.all)
    func conflict(_ engine: Engine) throws {
        let store = try engine.store()
        try store.add(.sante)
        for change in [
            { $0.title = "Autre" }, { $0.publisher = nil }, { $0.platform = .ios },
        ] as [(inout Application) -> Void] {
            var other = Application.sante
            change(&other)
            #expect(throws: CatalogueError(.conflict(existing: .sante, given: other), file: store.file)) {
                try store.add(other)
            }
        }
        #expect(try store.application("fr.exemple.sante").application == .sante)
    }

    @Test("an update replaces all but the moment of adding", arguments: Engine.all)
    func update(_ engine: Engine) throws {
        let store = try engine.store()
        try store.add(.sante)
        let changed = Application(
            id: "fr.exemple.sante", title: "Santé 2", platform: .ios, created: .nine.adding(seconds: 60))
        try store.update(changed, at: .nine)
        let expected = Application(id: "fr.exemple.sante", title: "Santé 2", platform: .ios, created: .nine)
        #expect(try store.application("fr.exemple.sante").application == expected)
        let stranger = Application(id: "b", title: "B", created: .nine)
        #expect(throws: CatalogueError(.unknownApplication("b"), file: store.file)) {
            try store.update(stranger, at: .nine)
        }
    }

    @Test(
        "texts that break a rule are refused by add and update",
        arguments: [
            ("identifier", ""), ("identifier", "a b"), ("identifier", "é"), ("identifier", "a@1"),
            ("identifier", "a/b"),
            ("identifier", String(repeating: "a", count: 201)),
            ("title", ""), ("title", " \t"), ("title", "a\nb"), ("title", "\u{1B}[2J"),
            ("title", String(repeating: "é", count: 501)),
            ("publisher", ""), ("publisher", "a\u{0}b"),
        ], Engine.all)
    func invalid(_ text: (String, String), _ engine: Engine) throws {
        let (field, value) = text
        let store = try engine.store()
        try store.add(.sante)
        var application = Application.sante
        switch field {
        case "identifier": application.id = value
        case "title": application.title = value
        default: application.publisher = value
        }
        for action in [{ _ = try store.add($0) }, { try store.update($0, at: .nine) }] as [(Application) throws -> Void]
        {
            let error = #expect(throws: CatalogueError.self) { try action(application) }
            guard case .invalid(field, value, _) = error?.problem else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
        #expect(try store.applications().applications.map(\.application) == [.sante])
    }

    @Test(
        "the longest texts are kept", arguments: [Application.Platform?.none] + Application.Platform.allCases,
        Engine.all)
    func longest(_ platform: Application.Platform?, _ engine: Engine) throws {
        let store = try engine.store()
        let application = Application(
            id: String(repeating: "a", count: 200), title: String(repeating: "é", count: 500), platform: platform,
            created: Timestamp(nanoseconds: .max))
        try store.add(application)
        #expect(try store.application(application.id).application == application)
    }

    @Test("the list is by identifier, with counts and the newest run of each", arguments: Engine.all)
    func list(_ engine: Engine) throws {
        let store = try engine.store()
        try store.add(Application(id: "b", title: "B", created: .nine))
        try store.add(.sante)
        try store.add(Application(id: "a", title: "A", created: .nine))
        let old = try exampleRun("old", version: "2.3.0", started: .nine)
        let new = try exampleRun("new", version: "2.4.0", started: .nine.adding(seconds: 1))
        for run in [new, old] { try store.attach(run, to: "fr.exemple.sante", at: .nine.adding(seconds: 100)) }
        let entries = try store.applications().applications
        #expect(entries.map(\.application.id) == ["a", "b", "fr.exemple.sante"])
        #expect(entries.map(\.versions) == [0, 0, 2])
        #expect(entries.map(\.runs) == [0, 0, 2])
        #expect(entries.map(\.latest?.version) == [nil, nil, "2.4.0"])
        #expect(entries.last?.latest?.run.measurement == exampleHash(new.measurement))
    }

    @Test("a sheet has versions and runs newest first, whatever the order of attaching", arguments: Engine.all)
    func order(_ engine: Engine) throws {
        // Started, attached, version; newest first by what a person would call the moment of the run.
        let expected: [(String, started: Int64?, attached: Int64, String)] = [
            ("f", nil, 500, "2.0"), ("e", 40, 90, "10.0"), ("d", 40, 80, "2.0"), ("c", 30, 90, "2.0"),
            ("b", 10, 90, "9.0"),
            ("a", 5, 400, "10.0"),
        ]
        for seed in 0..<6 {
            let store = try engine.store()
            try store.add(.sante)
            for index in expected.indices {
                let (label, started, attached, version) = expected[(index * 5 + seed) % expected.count]
                let run = try exampleRun(
                    label, version: version, started: started.map { .nine.adding(seconds: $0) })
                try store.attach(run, to: "fr.exemple.sante", at: .nine.adding(seconds: attached))
            }
            let versions = try store.application("fr.exemple.sante").versions
            #expect(versions.map(\.version) == ["2.0", "10.0", "9.0"])
            #expect(
                versions.map { $0.runs.map { ($0.started ?? $0.attached).seconds(since: .nine) } } == [
                    [500, 40, 30], [40, 5], [10],
                ])
        }
    }

    @Test("an application that isn't there is unknown, and the message says how to add it", arguments: Engine.all)
    func unknown(_ engine: Engine) throws {
        let store = try engine.store()
        let error = #expect(throws: CatalogueError.self) { try store.application("fr.exemple.sante") }
        #expect(error?.problem == .unknownApplication("fr.exemple.sante"))
        #expect(error?.description.contains("ecoproxy catalogue add fr.exemple.sante --title") == true)
    }

    @Test("a hostile identifier is a value, never SQL", arguments: Engine.all)
    func injection(_ engine: Engine) throws {
        let store = try engine.store()
        try store.add(.sante)
        let id = "x'; DROP TABLE applications; --"
        #expect(throws: CatalogueError(.unknownApplication(id), file: store.file)) { try store.application(id) }
        #expect(try store.applications().applications.count == 1)
    }

    @Test("a list brings what it says and leaves what it doesn't; twice changes nothing", arguments: Engine.all)
    func upsert(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let rows = [
            Application(
                id: "fr.exemple.sante", title: "Santé", category: "agenda", identifiers: ["play": "x"], created: .nine),
            Application(id: "new", title: "New", url: "https://exemple.fr", created: .nine),
            Application(id: "new", title: "Newer", created: .nine),
        ]
        let now = Timestamp.nine.adding(seconds: 60)
        let expected: [UpsertOutcome] = [.changed, .new, .changed]
        #expect(try store.upsert(rows, at: now, dryRun: true) == expected)
        #expect(try store.applications().applications.map(\.application) == [.sante])
        #expect(try store.upsert(rows, at: now) == expected)
        var sante = Application.sante
        (sante.category, sante.identifiers) = ("agenda", ["play": "x"])
        let new = Application(id: "new", title: "Newer", url: "https://exemple.fr", created: now)
        #expect(try store.applications().applications.map(\.application) == [sante, new])
        #expect(try store.upsert([rows[0], rows[2]], at: now.adding(seconds: 1)) == [.unchanged, .unchanged])
        #expect(throws: CatalogueError.self) {
            try store.upsert(
                [Application(id: "ok", title: "Ok", created: .nine), Application(id: "no", title: "", created: .nine)],
                at: now)
        }
        #expect(try store.applications().applications.count == 2)
    }

    @Test(
        "addresses that a page may not link to are refused",
        arguments: [
            "javascript:alert(1)", "exemple.fr", "https://", "http://a b", "file:///etc/passwd", "", "https:/x",
        ])
    func address(_ url: String) {
        let application = Application(id: "a", title: "A", url: url, created: .nine)
        guard case .invalid("URL", url, _) = application.problem else {
            Issue.record("\(String(describing: application.problem))")
            return
        }
        #expect(Application(id: "a", title: "A", url: "HTTPS://exemple.fr/é?a=1", created: .nine).problem == nil)
    }

    @Test("filters and orders", arguments: Engine.all)
    func filters(_ engine: Engine) throws {
        let store = try engine.store()
        let applications = [
            Application(id: "a", title: "Zoé", publisher: "Pub", platform: .ios, category: "agenda", created: .nine),
            Application(
                id: "b", title: "élan 100%", publisher: "pub", platform: .web, identifiers: ["play": "Fr.Élan"],
                created: .nine),
            Application(id: "c", title: "Eau", category: "agenda", created: .nine),
            Application(id: "d", title: "a_b", created: .nine),
        ]
        for application in applications { try store.add(application) }
        for (id, value, grade, second) in [
            ("a", 50.0, EcoscoreResult.Grade.C, Int64(1)), ("b", 90, .A, 2), ("d", 70, .C, 3),
        ] {
            let run = try exampleRun(id, started: .nine.adding(seconds: second)) { _, score in
                (score.ecoscore.value, score.ecoscore.grade) = (value, grade)
            }
            try store.attach(run, to: id, at: .nine, acceptingOther: true)
        }
        func list(_ filter: ApplicationFilter, by order: ApplicationOrder = .id) throws -> String {
            try store.applications(filter, by: order).applications.map(\.application.id).joined()
        }
        #expect(try list(ApplicationFilter(publisher: "Pub")) == "a")
        #expect(try list(ApplicationFilter(platform: .web)) == "b")
        #expect(try list(ApplicationFilter(category: "agenda")) == "ac")
        #expect(try list(ApplicationFilter(grade: .C)) == "ad")
        #expect(try list(ApplicationFilter(category: "agenda", grade: .C)) == "a")
        #expect(try list(ApplicationFilter(text: "ELAN")) == "b")
        #expect(try list(ApplicationFilter(text: "fr.élan")) == "b")
        #expect(try list(ApplicationFilter(text: "zoe")) == "a")
        // What stands for anything in LIKE is itself here.
        #expect(try list(ApplicationFilter(text: "0%")) == "b")
        #expect(try list(ApplicationFilter(text: "a_b")) == "d")
        #expect(try list(ApplicationFilter(text: "%%")) == "")
        #expect(try list(ApplicationFilter(text: "' OR 1=1 --")) == "")
        #expect(try list(ApplicationFilter(), by: .title) == "dcba")
        #expect(try list(ApplicationFilter(), by: .publisher) == "abcd")
        #expect(try list(ApplicationFilter(), by: .score) == "bdac")
        #expect(try list(ApplicationFilter(), by: .date) == "dbac")
        #expect(try list(ApplicationFilter(), by: .runs) == "abdc")
    }
}
