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
}
