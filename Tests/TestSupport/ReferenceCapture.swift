public import Foundation
public import Testing

/// The reference captures beside the project, with their answers.
public struct ReferenceCapture: Sendable, CustomTestStringConvertible {
    /// The capture.
    public let file: URL
    /// What the manifest says it covers.
    public let covers: String

    /// Its file name.
    public var name: String { file.lastPathComponent }
    /// How a test names it.
    public var testDescription: String { name }

    /// The answers (schema `ecoproxy-oracle-1`).
    public func oracle() throws -> [String: Any] {
        let data = try Data(contentsOf: file.deletingLastPathComponent().appending(path: name + ".oracle.json"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// The flow table of the answers, one line a flow, as it is stored.
    public func flows() throws -> [[String]] {
        let text = try String(
            contentsOf: file.deletingLastPathComponent().appending(path: name + ".flows.csv"), encoding: .utf8)
        return text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// All of them, by name; none where the folder isn't there.
    public static let all: [ReferenceCapture] = {
        guard let folder = Repository.shared?.appending(path: "corpus"),
            let manifest = try? String(contentsOf: folder.appending(path: "MANIFEST.csv"), encoding: .utf8)
        else {
            print("reference captures: the folder is absent, none is compared")
            return []
        }
        return manifest.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return ReferenceCapture(
                file: folder.appending(path: String(fields[0])), covers: fields[5...].joined(separator: ","))
        }
    }()
}
