import Foundation
import TestSupport
import Testing

/// What the documents name is there.
@Suite struct DocumentationTests {
    private static func documents() throws -> [SourceFile] {
        try SourceFile.all { $0.hasSuffix(".md") }
    }

    /// Targets of a Markdown text's links.
    static func links(in text: String) -> [String] {
        text.matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }
    }

    /// GitHub's anchor of a heading: lower case, spaces to hyphens, punctuation gone.
    static func anchor(_ heading: Substring) -> String {
        String(
            heading.drop { $0 == "#" }.dropFirst().lowercased().filter {
                $0.isLetter || $0.isNumber || $0 == " " || $0 == "-"
            }
            .map { $0 == " " ? "-" : $0 })
    }

    @Test("links lead to files and headings that are there")
    func links() throws {
        let documents = try Self.documents()
        #expect(documents.count >= 9)
        for document in documents {
            let folder = Repository.root.appending(path: document.path).deletingLastPathComponent()
            for link in Self.links(in: document.text) where !link.contains("://") && !link.hasPrefix("mailto:") {
                let parts = link.components(separatedBy: "#")
                let target =
                    parts[0].isEmpty ? Repository.root.appending(path: document.path) : folder.appending(path: parts[0])
                #expect(FileManager.default.fileExists(atPath: target.path), "\(document): \(link)")
                guard parts.count > 1, let text = try? String(contentsOf: target, encoding: .utf8) else { continue }
                let anchors = text.split(separator: "\n").filter { $0.hasPrefix("#") }.map(Self.anchor)
                #expect(anchors.contains(parts[1]), "\(document): \(link)")
            }
        }
    }

    @Test("targets of make that documents and programs name are there")
    func makeTargets() throws {
        let makefile = try String(contentsOf: Repository.root.appending(path: "Makefile"), encoding: .utf8)
        let targets = Set(makefile.matches(of: /(?m)^([a-z-]+):/).map { String($0.output.1) })
        for document in try Self.documents() + SourceFile.all({ $0 == ".ci/run" }) {
            for match in document.text.matches(of: /(?m)(?:`|^|&& |^\s+)make ([a-z-]+)/) {
                #expect(targets.contains(String(match.output.1)), "\(document): make \(match.output.1)")
            }
        }
    }

    @Test("subcommands and options that documents name are those of the program")
    func commands() throws {
        var options: Set<String> = ["--help", "--version"]
        var commands: Set<String> = []
        for file in try SourceFile.product() where file.path.contains("/ecoproxy/Commands/") {
            for match in file.text.matches(of: /@(?:Option|Flag|OptionGroup)(?:\([\s\S]*?\n?\s*\))?\s*\n?\s*var (\w+)/)
            {
                options.insert("--" + Self.hyphenated(String(match.output.1)))
            }
            for match in file.text.matches(of: /customLong\("([\w-]+)"\)/) { options.insert("--\(match.output.1)") }
            for match in file.text.matches(of: /struct (\w+): ParsableCommand/) {
                commands.insert(match.output.1.replacing("Command", with: "").lowercased())
            }
        }
        #expect(commands.count > 10 && options.count > 20)
        var found = 0
        for document in try Self.documents() {
            for line in document.text.split(separator: "\n") {
                for match in line.matches(of: /(?:^|[\/` ])ecoproxy ([a-z]+)((?: [^`|]*)?)/)
                where line.contains("`ecoproxy") || line.hasPrefix("ecoproxy") || line.hasPrefix("sudo ")
                    || line.hasPrefix(".build")
                {
                    found += 1
                    #expect(commands.contains(String(match.output.1)), "\(document): \(line)")
                    for option in match.output.2.matches(of: /(?:^|\s)(--[a-z-]+)/) {
                        #expect(options.contains(String(option.output.1)), "\(document): \(line)")
                    }
                }
            }
        }
        #expect(found > 10)
    }

    private static func hyphenated(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
    }

    @Test("both READMEs have the same sections and the same commands")
    func languages() throws {
        let (english, french) = try (
            String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8),
            String(contentsOf: Repository.root.appending(path: "README.fr.md"), encoding: .utf8)
        )
        func headings(_ text: String) -> Int { text.split(separator: "\n").count { $0.hasPrefix("#") } }
        func subcommands(_ text: String) -> [String] {
            text.matches(of: /ecoproxy (doctor|interfaces|record|mark|replay|score|report|catalogue \w+)/).map {
                String($0.output.0)
            }
        }
        #expect(headings(english) == headings(french))
        #expect(Set(subcommands(english)) == Set(subcommands(french)))
        #expect(!subcommands(english).isEmpty)
    }
}
