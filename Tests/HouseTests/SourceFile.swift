import Foundation
import TestSupport

/// A file of the repository, as text.
struct SourceFile: Sendable, CustomStringConvertible {
    /// From the repository's root, such as `Sources/Report/Words/Words.swift`.
    let path: String
    let text: String

    var description: String { path }

    /// The folders and the name.
    var parts: [String] { path.components(separatedBy: "/") }

    /// Files that git knows, or would take up, of which the path matches.
    static func all(_ matches: (String) -> Bool) throws -> [SourceFile] {
        let listed = try run(
            "git", ["-C", Repository.root.path, "ls-files", "--cached", "--others", "--exclude-standard"])
        return listed.text.split(separator: "\n").map(String.init).filter(matches).compactMap { path in
            // A file that is removed but not committed yet is still listed; one that isn't text has nothing to read.
            (try? String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)).map {
                SourceFile(path: path, text: $0)
            }
        }
    }

    /// The product's Swift files.
    static func product() throws -> [SourceFile] {
        try all { $0.hasPrefix("Sources/") && $0.hasSuffix(".swift") }
    }

    /// The text without comments and without what string literals say; what is interpolated in them stays, and so do line
    /// feeds, so that lines keep their numbers.
    var code: String { Self.code(of: text) }

    static func code(of text: String) -> String {
        var rest = Substring(text)
        return code(&rest, isInterpolation: false)
    }

    /// Reads code up to its end, or to the parenthesis that closes an interpolation.
    private static func code(_ rest: inout Substring, isInterpolation: Bool) -> String {
        var code = ""
        var depth = 0
        while let character = rest.first {
            if rest.hasPrefix("//") {
                rest = rest.drop { $0 != "\n" }
            } else if rest.hasPrefix("\"") || rest.hasPrefix("#\"") {
                code += literal(&rest)
            } else {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
                if isInterpolation, depth < 0 { return code }
                code.append(rest.removeFirst())
            }
        }
        return code
    }

    /// Reads a string literal: its quotes and what is interpolated, in parentheses.
    private static func literal(_ rest: inout Substring) -> String {
        let hashes = String(rest.prefix { $0 == "#" })
        rest = rest.dropFirst(hashes.count)
        let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        let escape = "\\" + hashes
        rest = rest.dropFirst(quote.count)
        var code = "\""
        while let character = rest.first {
            if rest.hasPrefix(escape + "(") {
                rest = rest.dropFirst(escape.count + 1)
                code += "(" + Self.code(&rest, isInterpolation: true) + ")"
                rest = rest.dropFirst()
            } else if rest.hasPrefix(escape) {
                rest = rest.dropFirst(escape.count + 1)
            } else if rest.hasPrefix(quote + hashes) {
                rest = rest.dropFirst(quote.count + hashes.count)
                break
            } else {
                if character == "\n" { code += "\n" }
                rest = rest.dropFirst()
            }
        }
        return code + "\""
    }

    /// Places where an expression is found in the code, as `path:line: found`.
    func places(of expression: some RegexComponent<Substring>) -> [String] {
        code.components(separatedBy: "\n").enumerated().flatMap { index, line in
            line.matches(of: expression).map { "\(path):\(index + 1): \($0.output)" }
        }
    }
}
