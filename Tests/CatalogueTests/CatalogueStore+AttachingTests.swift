import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct CatalogueStoreAttachingTests {
    private let id = "fr.exemple.sante"

    private func refused(
        _ problem: CatalogueError.Problem, by store: CatalogueStore, _ action: () throws -> Void
    ) throws {
        let before = try store.application(id)
        #expect(throws: CatalogueError(problem, file: store.file), performing: action)
        #expect(try store.application(id) == before)
        let documents = try store.read { try $0.count("SELECT count(*) FROM documents") }
        #expect(documents == before.versions.flatMap(\.runs).reduce(0) { $0 + 1 + $1.scores }, "nothing half done")
    }

    @Test("a run shows the figures of its documents", arguments: Engine.all)
    func figures(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let documents = try exampleRun()
        let hash = exampleHash(documents.measurement)
        let attachment = try store.attach(documents, to: id, at: .nine.adding(seconds: 60))
        #expect(attachment == Attachment(outcome: .attached, run: hash, version: "2.4.0"))
        // The figures are those of `JourneyMeasurement.full` and `JourneyScore.full`: greenhouse gas is 0.0005 kg
        // × (1 + 2 + 1/2 + 1/4) = 0.001875 kg at the low end, twice and four times that at the others.
        let run = RunSummary(
            measurement: hash, journey: "parcours-standard", started: .nine, attached: .nine.adding(seconds: 60),
            exchangedBytes: 7900, quality: .fair, scores: 1,
            score: ScoreSummary(
                sha256: exampleHash(documents.score), attached: .nine.adding(seconds: 60), value: 72.5, grade: .B,
                partial: true, interval: EcoscoreResult.Interval(low: 24, high: 91),
                gradeRange: EcoscoreResult.GradeRange(best: .A, worst: .F),
                ghgKilograms: try #require(Estimate(low: 0.001875, central: 0.00375, high: 0.0075)),
                // Likewise 0.25 L and 0.000125 m2.year.
                waterLitres: Estimate(low: 0.9375, central: 1.875, high: 3.75),
                landSquareMetreYears: Estimate(low: 0.000_468_75, central: 0.000_937_5, high: 0.001_875),
                factorSet: ScoreSummary.Reference(id: "fr-2026.1", version: "1.0.0"), replacedFactors: 1,
                profile: ScoreSummary.Reference(id: "sante", version: "1.0.0")))
        let sheet = ApplicationSheet(
            application: .sante, versions: [ApplicationSheet.Version(version: "2.4.0", runs: [run])])
        #expect(try store.application(id) == sheet)
        #expect(
            try store.run(hash.rawValue)
                == AttachedRun(application: .sante, version: "2.4.0", summary: run, documents: documents))
    }

    @Test("the same run twice is one", arguments: Engine.all)
    func twice(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let documents = try exampleRun()
        try store.attach(documents, to: id, at: .nine)
        let sheet = try store.application(id)
        let again = try store.attach(documents, to: id, version: "2.4.0", at: .nine.adding(seconds: 60))
        #expect(again.outcome == .alreadyAttached)
        #expect(try store.application(id) == sheet)
        #expect(try store.read { try $0.count("SELECT count(*) FROM runs") } == 1)
    }

    @Test("a run scored again keeps both scores and shows the one attached last", arguments: Engine.all)
    func rescored(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let old = try exampleRun()
        let new = try exampleRun(factorSet: "2.0.0")
        #expect(old.measurement == new.measurement)
        try store.attach(old, to: id, at: .nine.adding(seconds: 60))
        // Even where the clock was set back in between.
        #expect(try store.attach(new, to: id, at: .nine).outcome == .rescored)
        #expect(try store.attach(old, to: id, at: .nine.adding(seconds: 90)).outcome == .alreadyAttached)
        let run = try #require(try store.application(id).versions.first?.runs.first)
        #expect(run.scores == 2)
        #expect(run.attached == .nine.adding(seconds: 60))
        #expect(run.score.factorSet.version == "2.0.0")
        #expect(run.score.attached == .nine)
        #expect(try store.run(run.measurement.short).documents == new)
    }

    @Test("one score of two measurements is attached with each of them", arguments: Engine.all)
    func sharedScore(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let first = try exampleRun("first")
        let second = try exampleRun("second")
        let hashes = [first, second].map { exampleHash($0.measurement) }
        let score = try exampleRun("first") { _, score in
            score.measurements = hashes.map { MeasurementReference(sha256: $0, journey: nil, application: nil) }
        }.score
        for run in [first, second] {
            let outcome = try store.attach(
                RunDocuments(measurement: run.measurement, score: score), to: id, at: .nine
            ).outcome
            #expect(outcome == .attached)
        }
        for hash in hashes { #expect(try store.run(hash.rawValue).documents.score == score) }
    }

    @Test("documents are kept byte for byte, canonical or not", arguments: Engine.all)
    func bytes(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        var measurement = try exampleRun().measurement
        measurement.append(Data(" \n".utf8))
        let score = try exampleRun { _, score in
            score.measurements[0].sha256 = exampleHash(measurement)
        }.score
        let documents = RunDocuments(measurement: measurement, score: score)
        try store.attach(documents, to: id, at: .nine)
        #expect(try store.run(exampleHash(measurement).rawValue).documents == documents)
    }

    @Test("a score that hasn't everything is attached with what it has", arguments: Engine.all)
    func minimal(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let documents = try exampleRun { measurement, score in
            measurement = .minimal
            score = .minimal(of: .repeating("0"))
        }
        try store.attach(documents, to: id, version: "1", at: .nine, acceptingOther: true)
        let run = try #require(try store.application(id).versions.first?.runs.first)
        #expect((run.journey, run.started, run.exchangedBytes, run.quality) == (nil, nil, 0, .untrusted))
        #expect((run.score.value, run.score.grade, run.score.interval, run.score.gradeRange) == (nil, nil, nil, nil))
    }

    @Test("a run goes to a known application only", arguments: Engine.all)
    func unknownApplication(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        try refused(.unknownApplication("nobody"), by: store) {
            try store.attach(exampleRun(), to: "nobody", at: .nine)
        }
    }

    @Test("a measurement of another application, or of none, needs the caller's word", arguments: Engine.all)
    func otherApplication(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let other = try exampleRun { measurement, _ in measurement.journey?.application = "fr.exemple.autre" }
        try refused(.otherApplication(measured: "fr.exemple.autre", given: id), by: store) {
            try store.attach(other, to: id, at: .nine)
        }
        let none = try exampleRun { measurement, _ in measurement.journey = nil }
        try refused(.otherApplication(measured: nil, given: id), by: store) {
            try store.attach(none, to: id, version: "1", at: .nine)
        }
        for run in [other, none] {
            #expect(
                try store.attach(run, to: id, version: "2.4.0", at: .nine, acceptingOther: true).outcome == .attached)
        }
    }

    @Test("the version is the measurement's own, else the caller's, and both must agree", arguments: Engine.all)
    func version(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        try refused(.otherVersion(measured: "2.4.0", given: "3"), by: store) {
            try store.attach(exampleRun(), to: id, version: "3", at: .nine)
        }
        let silent = try exampleRun("silent", version: nil)
        try refused(.noVersion, by: store) { try store.attach(silent, to: id, at: .nine) }
        try refused(.noVersion, by: store) { try store.attach(silent, to: id, at: .nine, acceptingOther: true) }
        #expect(try store.attach(silent, to: id, version: "2.3.0", at: .nine).version == "2.3.0")
        #expect(try store.attach(exampleRun(), to: id, version: "3", at: .nine, acceptingOther: true).version == "3")
        let blank = try exampleRun("blank", version: " ")
        let error = #expect(throws: CatalogueError.self) { try store.attach(blank, to: id, at: .nine) }
        #expect(error?.problem == .invalid("version", " ", rule: "one line of 1 to 500 characters, not blank"))
    }

    @Test("a run that is attached elsewhere stays there", arguments: Engine.all)
    func attachedElsewhere(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let documents = try exampleRun()
        try store.attach(documents, to: id, at: .nine)
        try store.add(Application(id: "b", title: "B", created: .nine))
        let problem = CatalogueError.Problem.attachedElsewhere(
            run: exampleHash(documents.measurement), application: id, version: "2.4.0")
        try refused(problem, by: store) { try store.attach(documents, to: "b", at: .nine, acceptingOther: true) }
        try refused(problem, by: store) {
            try store.attach(documents, to: id, version: "3", at: .nine, acceptingOther: true)
        }
    }

    @Test(
        "a score of another measurement is refused, and so is a measurement changed after its scoring",
        arguments: Engine.all)
    func scoreOfOther(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let documents = try exampleRun()
        let changed = Data(String(decoding: documents.measurement, as: UTF8.self).replacing("8060", with: "8061").utf8)
        try refused(
            .scoreOfOther(measurement: exampleHash(changed), scored: [exampleHash(documents.measurement)]), by: store
        ) { try store.attach(RunDocuments(measurement: changed, score: documents.score), to: id, at: .nine) }
    }

    @Test("documents that can't be read are named with the place", arguments: Engine.all)
    func unreadable(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let good = try exampleRun()
        let missing = DocumentError(path: "schema", reason: "this key is missing")
        try refused(.unreadable(.measurement, missing), by: store) {
            try store.attach(RunDocuments(measurement: Data("{}".utf8), score: good.score), to: id, at: .nine)
        }
        try refused(.unreadable(.score, missing), by: store) {
            try store.attach(RunDocuments(measurement: good.measurement, score: Data("{}".utf8)), to: id, at: .nine)
        }
        try refused(
            .unreadable(
                .measurement,
                DocumentError(
                    path: "schema", reason: #"expected "ecoproxy.measurement/1", found "ecoproxy.score/1""#)), by: store
        ) { try store.attach(RunDocuments(measurement: good.score, score: good.measurement), to: id, at: .nine) }
    }

    @Test("figures that can't be are refused with the place, before the tables would", arguments: Engine.all)
    func implausible(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let cases: [(String, CatalogueError.Document, (inout JourneyMeasurement, inout JourneyScore) -> Void)] = [
            ("steps", .measurement, { measurement, _ in measurement.steps[0].traffic.up.ipBytes = -1_000_000 }),
            ("indicators.ghg", .score, { _, score in score.indicators.ghg.low = 1 }),
            ("ecoscore.value", .score, { _, score in score.ecoscore.value = 100.5 }),
            ("ecoscore.value", .score, { _, score in score.ecoscore.value = -0.5 }),
            ("ecoscore.interval", .score, { _, score in score.ecoscore.interval?.low = 95 }),
        ]
        for (path, document, change) in cases {
            let run = try exampleRun(change: change)
            let error = #expect(throws: CatalogueError.self) { try store.attach(run, to: id, at: .nine) }
            guard case .unreadable(document, let place) = error?.problem else {
                Issue.record("\(path): \(String(describing: error))")
                continue
            }
            #expect(place.path == path)
        }
        #expect(try store.application(id).versions == [])
    }

    @Test("figures at the end of their range don't stop the program", arguments: Engine.all)
    func extremes(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        for figure in [Int.max, .min] {
            let run = try exampleRun("\(figure)") { measurement, _ in
                for index in measurement.steps.indices {
                    measurement.steps[index].traffic.up.ipBytes = figure
                    measurement.steps[index].traffic.down.ipBytes = figure
                }
            }
            _ = try? store.attach(run, to: id, at: .nine)  // either answer will do
        }
        try store.attach(
            exampleRun(started: Timestamp(nanoseconds: .min)), to: id, at: Timestamp(nanoseconds: .max))
    }

    @Test(
        "the journey is the measurement's own, else the caller's; another needs the caller's word",
        arguments: Engine.all)
    func journey(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        try refused(.otherJourney(measured: "parcours-standard", given: "x"), by: store) {
            try store.attach(exampleRun(), to: id, journey: "x", at: .nine)
        }
        try store.attach(exampleRun(), to: id, journey: "x", at: .nine, acceptingOther: true)
        #expect(try store.application(id).versions.first?.runs.first?.journey == "x")
        let blank = try exampleRun("blank")
        #expect(throws: CatalogueError.self) {
            try store.attach(blank, to: id, journey: "", at: .nine, acceptingOther: true)
        }
    }

    @Test("texts of documents that a table can't hold are refused with the place", arguments: Engine.all)
    func controlCharacters(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let cases: [(String, CatalogueError.Document, (inout JourneyMeasurement, inout JourneyScore) -> Void)] = [
            ("journey.id", .measurement, { measurement, _ in measurement.journey?.id = "a\u{0}b" }),
            ("factorSet.id", .score, { _, score in score.factorSet.id = "" }),
            ("profile.version", .score, { _, score in score.profile.version = "1\n2" }),
        ]
        for (path, document, change) in cases {
            let run = try exampleRun(change: change)
            let error = #expect(throws: CatalogueError.self) { try store.attach(run, to: id, at: .nine) }
            guard case .unreadable(document, let place) = error?.problem else {
                Issue.record("\(path): \(String(describing: error))")
                continue
            }
            #expect(place.path == path)
        }
    }

    @Test("a run that is taken away leaves nothing but its line in the audit, and can come back", arguments: Engine.all)
    func detach(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let (kept, gone) = (try exampleRun("kept", version: "1"), try exampleRun("gone", version: "2"))
        try store.attach(kept, to: id, at: .nine)
        let before = try store.application(id)
        try store.attach(gone, to: id, at: .nine)
        try store.attach(exampleRun("gone", version: "2", factorSet: "2.0.0"), to: id, at: .nine)
        let hash = exampleHash(gone.measurement)
        let detached = try store.detach(hash.short, at: .nine)
        #expect((detached.application, detached.version, detached.run.measurement) == (id, "2", hash))
        #expect(try store.application(id) == before)
        #expect(try store.check() == CatalogueCheck(applications: 1, runs: 1, scores: 1, documents: 2, faults: []))
        #expect(throws: CatalogueError(.unknownRun(hash.rawValue), file: store.file)) {
            try store.detach(hash.rawValue, at: .nine)
        }
        #expect(try store.history(of: id).entries.first?.run == hash)
        #expect(try store.attach(gone, to: id, at: .nine).outcome == .attached)
    }

    @Test("a score of two runs stays when one of them is taken away", arguments: Engine.all)
    func detachShared(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let runs = try ["first", "second"].map { try exampleRun($0) }
        let hashes = runs.map { exampleHash($0.measurement) }
        let score = try exampleRun("first") { _, score in
            score.measurements = hashes.map { MeasurementReference(sha256: $0, journey: nil, application: nil) }
        }.score
        for run in runs {
            try store.attach(RunDocuments(measurement: run.measurement, score: score), to: id, at: .nine)
        }
        try store.detach(hashes[0].rawValue, at: .nine)
        #expect(try store.run(hashes[1].rawValue).documents.score == score)
        #expect(try store.check().faults == [])
    }
}
