import Testing

/// Tests stand where the sources that they test stand.
@Suite struct MirrorTests {
    @Test("each test file mirrors a source file of its name in the same folder")
    func mirror() throws {
        let sources = Set(try SourceFile.product().map(\.path))
        let tests = try SourceFile.all { $0.hasPrefix("Tests/") && $0.hasSuffix("Tests.swift") }
        #expect(tests.count > 50)
        for test in tests {
            let target = test.parts[1]
            // These run the program as a process, or read the repository: what they test is not a file.
            if ["CommandTests", "HouseTests"].contains(target) { continue }
            let source = test.path.replacing("Tests/\(target)/", with: "Sources/\(target.dropLast("Tests".count))/")
                .replacing("Tests.swift", with: ".swift")
            // Schemas belong to the documents as a whole.
            if source == "Sources/Documents/Schema.swift" { continue }
            #expect(sources.contains(source), "\(test)")
        }
    }

    @Test("each subcommand is run as a process")
    func commands() throws {
        let tests = try SourceFile.all { $0.hasPrefix("Tests/CommandTests/") }.map(\.text).joined()
        let commands = try SourceFile.all { $0.hasPrefix("Sources/ecoproxy/Commands/") }
            .flatMap { $0.text.matches(of: /struct (\w+): ParsableCommand/).map { String($0.output.1) } }
        #expect(commands.count > 10)
        for command in commands {
            let word = command.replacing("Command", with: "").lowercased()
            #expect(tests.contains("\"\(word)\""), "\(word)")
        }
    }
}
