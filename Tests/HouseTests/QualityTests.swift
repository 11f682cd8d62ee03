import Foundation
import TestSupport
import Testing

/// Each code of a warning is documented, in both languages, with the same grade.
@Suite struct QualityTests {
    private static func rows(of document: String) throws -> [(code: String, grade: String)] {
        try String(contentsOf: Repository.root.appending(path: "docs/\(document).md"), encoding: .utf8)
            .matches(of: /(?m)^\| `(\w+)` \|[^|]+\|[^|]+\| (\S+) \|$/)
            .map { (String($0.output.1), String($0.output.2)) }
    }

    @Test("the tables have a row for each code, and none for another", arguments: ["quality", "qualite"])
    func codes(_ document: String) throws {
        let source = try #require(SourceFile.product().first { $0.path.hasSuffix("Primitives/Caveat.swift") })
        let codes = source.text.matches(of: /Code\(rawValue: "(\w+)"\)/).map { String($0.output.1) }
        #expect(codes.count > 30)
        #expect(try Self.rows(of: document).map(\.code).sorted() == codes.sorted())
    }

    @Test("both languages give the same grades")
    func grades() throws {
        let grades = try ["quality", "qualite"].map { document in
            try Self.rows(of: document).map { "\($0.code) \($0.grade)" }
        }
        #expect(grades[0] == grades[1])
    }
}
