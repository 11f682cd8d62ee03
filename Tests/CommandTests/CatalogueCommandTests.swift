import Foundation
import TestSupport
import Testing

@Suite struct CatalogueCommandTests {
    private let folder: TemporaryFolder
    private let file: String

    init() throws {
        folder = try TemporaryFolder()
        file = folder["catalogue.sqlite"]
    }

    private func catalogue(_ words: String...) throws -> RunResult {
        try run(
            Ecoproxy.path, ["catalogue"] + words + ["--catalogue", file], environment: Ecoproxy.environment)
    }

    private static let application = "test.sante-demo.web"

    @Test("the same run attached twice is one row; the documents are valid")
    func attach() throws {
        let bundle = try folder.demoBundle()
        #expect(try catalogue("add", Self.application, "--title", "Santé", "--platform", "web").status == 0)
        for _ in 1...2 {
            let result = try catalogue("attach", bundle)
            #expect(result.status == 0, "\(result.errors)")
        }
        // A second reader of the same file.
        let counted = try run(
            "/usr/bin/python3",
            [
                "-c",
                "import sqlite3,sys; print(*sqlite3.connect(sys.argv[1]).execute('select count(*) from runs').fetchone())",
                file,
            ])
        #expect(counted.text == "1\n", "\(counted.errors)")
        let list = try catalogue("list", "--json").output
        #expect(try validate(list, against: "catalogue-applications").isEmpty)
        let sheet = try catalogue("show", Self.application, "--json").output
        #expect(try validate(sheet, against: "catalogue-application").isEmpty)
        #expect(try catalogue("show", Self.application).text.contains("1.0.0"))
        #expect(try mode(file) == 0o600)
    }

    @Test("a scenario's outcome is no score, and can't be attached as one")
    func hypothetical() throws {
        let bundle = try folder.demoBundle()
        let output = folder["what-if.json"]
        #expect(try Ecoproxy.run("score", bundle, "--what-if", "all=0", "--output", output).status == 0)
        #expect(try catalogue("add", Self.application, "--title", "Santé").status == 0)
        let given = try catalogue("attach", bundle, "--score", output)
        #expect(given.status == 65)
        #expect(given.errors.contains("ecoproxy.what-if/1"), "\(given.errors)")
        // Nor where someone puts it in the score's place.
        _ = try folder.write("run/score.json", folder.data("what-if.json"))
        #expect(try catalogue("attach", bundle).status == 65)
        #expect(!(try catalogue("show", Self.application, "--json").text.contains("\"score")))
    }

    @Test("what isn't there is said with what to do")
    func unknown() throws {
        let bundle = try folder.demoBundle()
        #expect(try catalogue("add", "other.app", "--title", "Other").status == 0)
        let unknown = try catalogue("attach", bundle)
        #expect(unknown.status == 66)
        #expect(unknown.errors.contains(Self.application))
        #expect(unknown.errors.contains("catalogue add"))
        let other = try catalogue("show", "nobody")
        #expect(other.status == 66)
        #expect(other.errors.contains("nobody"))
    }

    @Test("a file that isn't a catalogue of ours is refused and left as it was")
    func foreign() throws {
        let made = try run(
            "/usr/bin/python3",
            [
                "-c",
                "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('create table bookmark(url)'); c.commit()",
                file,
            ])
        #expect(made.status == 0)
        try expectRefused()
    }

    @Test("a file that isn't a database is refused and left as it was")
    func noDatabase() throws {
        _ = try folder.write("catalogue.sqlite", "a text\n")
        try expectRefused()
    }

    private func expectRefused() throws {
        let before = try folder.data("catalogue.sqlite")
        for words in [["list"], ["show", "x"], ["add", "x", "--title", "X"]] {
            let result = try run(
                Ecoproxy.path, ["catalogue"] + words + ["--catalogue", file], environment: Ecoproxy.environment)
            #expect(result.status == 65, "\(words): \(result.errors)")
            #expect(result.errors.contains(file))
        }
        #expect(try folder.data("catalogue.sqlite") == before)
    }

    @Test("without --catalogue it is in the user's data folder")
    func standardPlace() throws {
        let environment = ["XDG_DATA_HOME": folder["data"]]
        #expect(try Ecoproxy.run("catalogue", "add", "x", "--title", "X", environment: environment).status == 0)
        #expect(folder.exists("data/ecoproxy/catalogue.sqlite"))
        #expect(try Ecoproxy.run("catalogue", "list", environment: environment).text.contains("x"))
        #expect(try mode(folder["data/ecoproxy"]) == 0o700)
    }

    @Test("what is said of an application is added, edited, found and kept in the history")
    func edit() throws {
        let added = try catalogue(
            "add", Self.application, "--title", "Santé", "--category", "agenda", "--identifier", "play=fr.x", "--url",
            "https://exemple.fr")
        #expect(added.status == 0, "\(added.errors)")
        #expect(try catalogue("edit", Self.application, "--publisher", "Exemple SA", "--category", "").status == 0)
        let sheet = try json(catalogue("show", Self.application, "--json").output)
        let application = try #require(sheet["application"] as? [String: Any])
        #expect(application["publisher"] as? String == "Exemple SA")
        #expect(application["category"] == nil)
        #expect(application["identifiers"] as? [String: String] == ["play": "fr.x"])
        #expect(try catalogue("list", "--text", "SANTE").text.contains(Self.application))
        #expect(try catalogue("list", "--publisher", "Other").errors.contains("no application"))
        let history = try catalogue("history", "--json")
        #expect(try validate(history.output, against: "catalogue-history").isEmpty)
        #expect(history.text.contains("\"action\" : \"edit\""))
        // Who it was, as the system names the user.
        let user = try run("id", ["-un"]).text.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(history.text.contains("\"who\" : \"\(user)@"), "\(history.text)")
        #expect(try catalogue("history", Self.application).text.contains("category="))
        let address = try catalogue("edit", Self.application, "--url", "javascript:alert(1)")
        #expect(address.status == 64 && address.errors.contains("URL"), "\(address.errors)")
        #expect(try catalogue("edit", "nobody", "--title", "X").status == 66)
    }

    @Test("attached, ranked, rescored with the old score kept, backed up, checked, detached")
    func life() throws {
        let bundle = try folder.demoBundle()
        #expect(try catalogue("add", Self.application, "--title", "Santé", "--category", "agenda").status == 0)
        let attached = try catalogue("attach", bundle, "--app", Self.application, "--version", "2.0")
        #expect(attached.status == 0, "\(attached.errors)")
        let ranked = try catalogue("rank", "--category", "agenda", "--json")
        #expect(try validate(ranked.output, against: "catalogue-ranking").isEmpty)
        let places = try #require(json(ranked.output)["places"] as? [[String: Any]])
        #expect(places.map { $0["rank"] as? Int } == [1] && places.map { $0["version"] as? String } == ["2.0"])
        #expect(try catalogue("rank", "--journey", "none").status == 66)
        let rescored = try catalogue("rescore", "--factors", "world-2026.1", "--json")
        #expect(rescored.errors.contains("1 rescored"))
        #expect(try validate(rescored.output, against: "catalogue-rescoring").isEmpty)
        #expect(try json(rescored.output)["rescored"] as? Int == 1)
        #expect(try catalogue("rescore", "--factors", "world-2026.1").errors.contains("0 rescored, 1 had this score"))
        let shown = try catalogue("show", Self.application, "--json").text
        #expect(shown.contains("\"scores\" : 2") && shown.contains("world-2026.1"))
        let text = try catalogue("show", Self.application).text
        #expect(text.contains("█") && text.contains("last ") && text.contains("best "), "\(text)")
        let backup = folder["backup.sqlite"]
        #expect(try catalogue("backup", backup).status == 0)
        #expect(try catalogue("backup", backup).status == 73)
        let digits = try #require(shown.firstMatch(of: /"measurement" : "([0-9a-f]{64})"/)).output.1
        #expect(try catalogue("detach", String(digits.prefix(12)), "--reason", "wrong build").status == 0)
        #expect(try catalogue("detach", String(digits.prefix(12))).status == 66)
        #expect(try catalogue("history", "--json").text.contains("wrong build"))
        for (path, runs) in [(backup, 1), (file, 0)] {
            let check = try Ecoproxy.run("catalogue", "check", "--json", "--catalogue", path)
            #expect(check.status == 0)
            #expect(try validate(check.output, against: "catalogue-check").isEmpty)
            #expect(try json(check.output)["runs"] as? Int == runs)
        }
    }

    @Test("a bundle whose capture or journey was changed after it was measured isn't attached")
    func changedBundle() throws {
        #expect(try catalogue("add", Self.application, "--title", "Santé").status == 0)
        for name in ["capture.pcapng", "journey.yaml"] {
            let bundle = try folder.demoBundle(name)
            #expect(try Ecoproxy.run("replay", bundle, "--json").status == 0)
            let measured = try Ecoproxy.run("score", bundle)
            #expect(measured.status == 0 && folder.exists("\(name)/measurement.json"), "\(measured.errors)")
            var bytes = try folder.data("\(name)/\(name)")
            bytes.append(Data("# more\n".utf8))
            _ = try folder.write("\(name)/\(name)", bytes)
            let result = try catalogue("attach", bundle)
            #expect(result.status == 65 && result.errors.contains("\(name)/\(name): "), "\(result.errors)")
        }
        #expect(!(try catalogue("show", Self.application, "--json").text.contains("measurement")))
    }

    @Test("a catalogue with a document that was changed is told by check, with exit code 65")
    func damaged() throws {
        let bundle = try folder.demoBundle()
        #expect(try catalogue("add", Self.application, "--title", "Santé").status == 0)
        #expect(try catalogue("attach", bundle).status == 0)
        let changed = try run(
            "/usr/bin/python3",
            [
                "-c",
                "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('update documents set content=zeroblob(9)'); c.commit()",
                file,
            ])
        #expect(changed.status == 0)
        let check = try catalogue("check")
        #expect(check.status == 65)
        #expect(check.text.contains("document: ") && check.text.contains("can't be decompressed"), "\(check.text)")
    }

    @Test(
        "a server's password is in nothing that the program prints",
        .enabled(if: PostgresServer.isPossible, "Debian's postgresql isn't installed: make test installs it"))
    func password() throws {
        let server = try PostgresServer.shared.get()
        let database = try server.newDatabase()
        let right = server.address(database)
        let wrong = server.address(database, password: PostgresServer.password + "%zz")
        let cases: [(String, [String], Int32)] = [
            (right, ["list"], 66), (right, ["add", "x", "--title", "X"], 0), (right, ["list"], 0),
            (right, ["check"], 0),
            (server.address("absent"), ["list"], 66), (server.address(database, user: "nobody"), ["list"], 77),
            (wrong, ["list"], 64), ("postgresql://x:\(PostgresServer.password)@127.0.0.1:1/x", ["list"], 69),
        ]
        for (address, words, status) in cases {
            let given = try Ecoproxy.run(["catalogue"] + words + ["--catalogue", address])
            let told = try Ecoproxy.run(
                ["catalogue"] + (words == ["add", "x", "--title", "X"] ? ["list"] : words),
                environment: ["ECOPROXY_CATALOGUE": address])
            for result in [given, told] {
                #expect(result.status == status, "\(words): \(result.errors)")
                #expect(!(result.errors + result.text).contains(PostgresServer.password))
            }
        }
    }

    @Test("each change says what became of it as JSON")
    func changes() throws {
        let bundle = try folder.demoBundle()
        var run = ""
        let steps: [([String], String)] = [
            (["add", Self.application, "--title", "Santé"], "added"),
            (["add", Self.application, "--title", "Santé"], "unchanged"),
            (["edit", Self.application, "--category", "agenda"], "changed"),
            (["edit", Self.application, "--category", "agenda"], "unchanged"), (["attach", bundle], "attached"),
            (["attach", bundle], "unchanged"), (["detach", "RUN"], "detached"),
        ]
        for (words, outcome) in steps {
            let words = words.map { $0 == "RUN" ? run : $0 }
            let result = try Ecoproxy.run(["catalogue"] + words + ["--json", "--catalogue", file])
            #expect(result.status == 0, "\(words): \(result.errors)")
            #expect(try validate(result.output, against: "catalogue-change").isEmpty)
            let change = try json(result.output)
            #expect(change["outcome"] as? String == outcome && change["application"] as? String == Self.application)
            run = change["run"] as? String ?? run
        }
        #expect(run.count == 64)
    }
}
