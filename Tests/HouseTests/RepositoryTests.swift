import Foundation
import TestSupport
import Testing

/// The repository is whole by itself, and has nothing in it that is one machine's.
@Suite struct RepositoryTests {
    @Test("no tracked file names a path of somebody's machine")
    func paths() throws {
        // The names are put together, so that this file doesn't hold them.
        let places = ["/wo" + "rk/", "/ho" + "me/", "/ro" + "ot/", "/Us" + "ers/"]
        for file in try SourceFile.all({ _ in true }) {
            for place in places { #expect(!file.text.contains(place), "\(file): \(place)") }
        }
    }

    @Test("dependencies are pinned, and come from their authors")
    func dependencies() throws {
        let package = try String(contentsOf: Repository.root.appending(path: "Package.swift"), encoding: .utf8)
        let lines = package.split(separator: "\n").filter { $0.contains(".package(") }
        #expect(lines.count == package.components(separatedBy: "url:").count - 1)
        for line in lines {
            #expect(line.contains("https://github.com/"), "\(line)")
            #expect(line.firstMatch(of: /exact: "\d+\.\d+\.\d+"/) != nil, "\(line)")
        }
    }

    @Test("every target is compiled in Swift 6 mode with warnings as errors")
    func settings() throws {
        let package = try String(contentsOf: Repository.root.appending(path: "Package.swift"), encoding: .utf8)
        #expect(package.contains(".swiftLanguageMode(.v6)"))
        #expect(package.contains(".treatAllWarnings(as: .error)"))
        #expect(package.contains(".strictMemorySafety()"))
        let targets = package.matches(of: /(?:\.target|\.executableTarget|\.testTarget)\(/).count
        #expect(package.matches(of: /swiftSettings: (?:swift|test)Settings/).count == targets)
    }

    @Test("what is built stays out of git")
    func ignored() throws {
        for path in ["Package.resolved", ".build/x", ".build-2/x", "demo-run/x"] {
            #expect(try run("git", ["-C", Repository.root.path, "check-ignore", "-q", path]).status == 0, "\(path)")
        }
    }

    @Test(
        "the licence is Apache's, as Debian has it",
        .enabled(if: FileManager.default.fileExists(atPath: apache), "this system has no common-licenses"))
    func licence() throws {
        let ours = try String(contentsOf: Repository.root.appending(path: "LICENSE"), encoding: .utf8)
        let theirs = try String(contentsOfFile: Self.apache, encoding: .utf8)
        #expect(ours.split(whereSeparator: \.isWhitespace) == theirs.split(whereSeparator: \.isWhitespace))
    }

    private static let apache = "/usr/share/common-licenses/Apache-2.0"
}
