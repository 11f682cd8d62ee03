public import Foundation

/// A new empty folder that goes away with its owner.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes the folder.
    ///
    /// - Throws: a file error if it can't be made.
    public init() throws {
        url = try temporaryFolder()
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The path of a file in it.
    public subscript(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a file and gives its path.
    public func write(_ name: String, _ data: Data) throws -> String {
        try data.write(to: url.appending(path: name))
        return self[name]
    }

    /// Writes a text and gives its path.
    public func write(_ name: String, _ text: String) throws -> String {
        try write(name, Data(text.utf8))
    }

    /// What a file in it holds.
    public func data(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }

    /// Whether a file is in it.
    public func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self[name]) }
}
