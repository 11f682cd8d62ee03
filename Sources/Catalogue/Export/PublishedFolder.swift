public import Foundation

/// A folder of files that are written anew with each export, and among which nothing of anyone else's is touched.
///
/// A list in the folder names the files that are ours. A file is named before it is written, so that even what a crash left
/// is known to be ours; those of an earlier export that are no longer written are removed at the end.
public struct PublishedFolder: ~Copyable {
    /// The list's name.
    static let listName = ".ecoproxy-site"
    private static let heading = "ecoproxy.site/1: the files below are written by ecoproxy catalogue export"

    private let folder: URL
    private let list: FileHandle
    /// Files that are ours, whether written now or before.
    private var known: Set<String>
    private var written: Set<String> = []
    private var foldersMade: Set<String> = []
    /// How many files are new or have changed.
    public private(set) var changes = 0

    /// Number of files written.
    public var count: Int { written.count }

    /// Opens a folder that an earlier export made, or makes one, with those above it.
    ///
    /// - Throws: `ExportError` if it holds anything else, or can't be written.
    public init(_ path: String) throws(ExportError) {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        let opened: (list: FileHandle, known: Set<String>)
        do {
            opened = try Self.open(folder)
        } catch let error as ExportError {
            throw error
        } catch {
            throw ExportError(.unwritable(number(of: error)), path: path)
        }
        self.folder = folder
        (list, known) = opened
    }

    private static func open(_ folder: URL) throws -> (list: FileHandle, known: Set<String>) {
        if let type = type(of: folder.resolvingSymlinksInPath()), type != .typeDirectory {
            throw ExportError(.notAFolder, path: folder.path)
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let list = folder.appending(path: listName)
        var known: Set<String> = []
        if FileManager.default.fileExists(atPath: list.path) {
            known = try files(in: list)
        } else {
            guard try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty else {
                throw ExportError(.foreignFolder, path: folder.path)
            }
            try Data((heading + "\n").utf8).write(to: list)
        }
        let handle = try FileHandle(forWritingTo: list)
        try handle.seekToEnd()
        // What a crash cut short doesn't grow into another name.
        try handle.write(contentsOf: Data("\n".utf8))
        return (handle, known)
    }

    /// The files that a list names.
    private static func files(in list: URL) throws -> Set<String> {
        let lines = String(decoding: try Data(contentsOf: list), as: UTF8.self).split(separator: "\n")
        guard lines.first.map(String.init) == heading else { throw ExportError(.unknownList, path: list.path) }
        // The list may have come from anyone: what it leads to is removed, so it must not lead out of the folder.
        return Set(lines.dropFirst().map(String.init).filter(isPlain))
    }

    /// Whether a path stays below the folder, and names no hidden file.
    private static func isPlain(_ path: String) -> Bool {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        return names.allSatisfy { name in
            !name.isEmpty && !name.hasPrefix(".") && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        }
    }

    /// Writes a file, whole or not at all; one that has the same bytes already is left alone.
    ///
    /// - Parameters:
    ///   - data: its bytes.
    ///   - path: its place below the folder.
    /// - Throws: `ExportError`, `.foreignFile` where someone else's is in its place.
    public mutating func write(_ data: Data, to path: String) throws(ExportError) {
        let file = folder.appending(path: path)
        if known.contains(path) {
            // One that can't be read is written anew.
            if (try? Data(contentsOf: file)) == data {
                written.insert(path)
                return
            }
        } else {
            guard Self.isPlain(path), !FileManager.default.fileExists(atPath: file.path) else {
                throw ExportError(.foreignFile, path: file.path)
            }
            do { try list.write(contentsOf: Data((path + "\n").utf8)) } catch {
                throw ExportError(.unwritable(number(of: error)), path: file.path)
            }
            known.insert(path)
        }
        try makeFolder(of: file)
        // For everyone to read, unlike what else we write: the folder is to be published.
        var growing = try GrowingFile(file.path, mode: 0o644)
        try growing.write(data)
        try growing.finish()
        written.insert(path)
        changes += 1
    }

    /// What is in a place; `nil` where nothing is, or it can't be told.
    private static func type(of place: URL) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: place.path))?[.type] as? FileAttributeType
    }

    /// Makes a file's folder, and sees to it that it is below ours: a link could lead elsewhere.
    private mutating func makeFolder(of file: URL) throws(ExportError) {
        let parent = file.deletingLastPathComponent()
        guard foldersMade.insert(parent.path).inserted else { return }
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw ExportError(.unwritable(number(of: error)), path: parent.path)
        }
        guard isOurs(parent) else { throw ExportError(.foreignFile, path: parent.path) }
    }

    private func isOurs(_ place: URL) -> Bool {
        let (ours, place) = (folder.resolvingSymlinksInPath().path, place.resolvingSymlinksInPath().path)
        return place == ours || place.hasPrefix(ours + "/")
    }

    /// Removes the files of earlier exports that were not written again.
    ///
    /// - Returns: how many there were.
    /// - Throws: `ExportError` if one can't be removed.
    @discardableResult
    public mutating func finish() throws(ExportError) -> Int {
        var removed = 0
        for path in known.subtracting(written) {
            let file = folder.appending(path: path)
            // A list that someone made could name a folder, or something behind a link.
            guard Self.type(of: file) == .typeRegular, isOurs(file.deletingLastPathComponent()) else { continue }
            do { try FileManager.default.removeItem(at: file) } catch {
                throw ExportError(.unwritable(number(of: error)), path: file.path)
            }
            removed += 1
        }
        let lines = ([Self.heading] + written.sorted()).joined(separator: "\n") + "\n"
        var growing = try GrowingFile(folder.appending(path: Self.listName).path, mode: 0o644)
        try growing.write(Data(lines.utf8))
        try growing.finish()
        changes += removed
        return removed
    }
}
