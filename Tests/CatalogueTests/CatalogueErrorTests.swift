import Catalogue
import Documents
import TestSupport
import Testing

@Suite struct CatalogueErrorTests {
    // One of each, with what its sentence must tell: what was found and what to do.
    @Test(
        "each sentence names the file, what is wrong and what to do",
        arguments: [
            (.missing, ["no such file", "ecoproxy catalogue add ID"]),
            (.notAFile, ["folder", "--catalogue"]),
            (.empty, ["empty", "ecoproxy catalogue add ID"]),
            (.notADatabase, ["no SQLite database", "left as it is", "--catalogue"]),
            (.foreign(applicationID: 0x4750_4B47), ["another program's", "0x47504b47", "0x65636f70", "left as it is"]),
            (.foreign(applicationID: 7), ["0x00000007"]),
            (.newer(migrations: ["2 audits", "3 tags"]), ["later version", "2 audits, 3 tags", "use that version"]),
            (.damaged("code 11"), ["damaged (code 11)", "backup"]),
            (.noPermission, ["no permission", "owner"]),
            (.cannotCreate("Read-only file system"), ["Read-only file system", "--catalogue"]),
            (.busy, ["locked", "try again"]),
            (.diskFull, ["no space", "nothing was changed"]),
            (.inputOutput("code 10"), ["code 10", "check the disk"]),
            (.unexpected("code 1"), ["code 1", "bug"]),
            (.isThere, ["there already", "name another"]),
            (.badAddress, ["postgresql://", "percent-encoded", "may hold a password"]),
            (.connectionLost("gone"), ["(gone)", "undone", "again"]),
            (.refused("no"), ["(no)", "password", ".pgpass"]),
            (.noDatabase("no"), ["(no)", "createdb"]),
            (.noCatalogue, ["no catalogue", "ecoproxy catalogue add ID"]),
            (.foreignDatabase, ["another program's", "left as it is", "CREATE SCHEMA ecoproxy"]),
            (.otherJourney(measured: "a", given: "b"), ["\"a\"", "\"b\""]),
            (
                .noRun(application: "a", version: "1", journey: "b"),
                ["\"a\"", "version 1", "journey \"b\"", "ecoproxy catalogue show a"]
            ),
            (.invalid("title", "a\u{1B}[2Jb", rule: "one line"), ["\"a[2Jb\"", "title", "one line"]),
            (.unknownApplication("x"), ["no application \"x\"", "ecoproxy catalogue add x --title"]),
            (
                .conflict(existing: .sante, given: Application(id: "fr.exemple.sante", title: "S", created: .nine)),
                [
                    "title: Santé there, S given", "publisher: Exemple SA there, none given", "platform: android there",
                    "ecoproxy catalogue edit fr.exemple.sante",
                ]
            ),
            (.otherApplication(measured: "a", given: "b"), ["\"a\"", "\"b\""]),
            (.otherApplication(measured: nil, given: "b"), ["without a journey", "--journey"]),
            (.otherVersion(measured: "1", given: "2"), ["version 1", "not of 2"]),
            (.noVersion, ["--version", "journey.yaml"]),
            (.unreadable(.score, DocumentError(path: "a.0", reason: "this key is missing")), ["score", "a.0"]),
            (
                .scoreOfOther(measurement: .repeating("a"), scored: [.repeating("b"), .repeating("c")]),
                ["bbbbbbbbbbbb, cccccccccccc", "(aaaaaaaaaaaa)", "ecoproxy score"]
            ),
            (
                .attachedElsewhere(run: .repeating("a"), application: "b", version: "1"),
                ["run aaaaaaaaaaaa", "\"b\"", "version 1"]
            ),
            (.unknownRun("zz"), ["\"zz\"", "4 to 64 hexadecimal digits"]),
            (.ambiguousRun("aa", [.repeating("a"), .repeating("b")]), ["2 runs", "aaaaaaaaaaaa, bbbbbbbbbbbb"]),
        ] as [(CatalogueError.Problem, [String])])
    func sentence(_ problem: CatalogueError.Problem, _ parts: [String]) {
        let sentence = CatalogueError(problem, file: "/data/c.sqlite").description
        #expect(sentence.hasPrefix("/data/c.sqlite: "))
        for part in parts { #expect(sentence.contains(part), "\(sentence)") }
        #expect(sentence.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        #expect(CatalogueError(problem, file: nil).description.hasPrefix("catalogue in memory: "))
    }
}
