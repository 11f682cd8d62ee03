public import Foundation
import Glibc

/// The folder of a run: capture, markers, journey, and what was made of them.
///
/// It is its owner's alone: the folder is created 0700, its files 0600.
public struct RunBundle: Hashable, Sendable {
    /// A file of a bundle.
    public enum File: String, CaseIterable, Sendable {
        case capture = "capture.pcapng"
        case markers = "markers.jsonl"
        case journey = "journey.yaml"
        case conditions = "conditions.json"
        /// What flows are called, in a bundle whose capture doesn't say it any more.
        case names = "names.json"
        case measurement = "measurement.json"
        case score = "score.json"
        case report = "report.html"
    }

    /// The folder.
    public let path: String

    /// A bundle by its folder, which need not exist yet.
    public init(path: String) {
        self.path = path
    }

    /// Whether a path is a folder with a capture in it.
    public static func isBundle(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: RunBundle(path: path).path(of: .capture))
    }

    /// Where a file of the bundle is.
    public func path(of file: File) -> String {
        path == "." ? file.rawValue : "\(path.hasSuffix("/") ? String(path.dropLast()) : path)/\(file.rawValue)"
    }

    /// The capture files: `capture.pcapng`, and `capture-2.pcapng` and so on of a recording that was gone on with.
    public var captures: [String] {
        [path(of: .capture)] + (2...Self.mostCaptures).lazy.map(path(ofCapture:)).prefix { Self.isThere($0) }
    }

    /// The capture file that a recording into this bundle begins: the first, or the one after those that are there.
    ///
    /// - Throws: `BundleError` if it was gone on with too often.
    public func nextCapture() throws(BundleError) -> String {
        guard has(.capture) else { return path(of: .capture) }
        let count = captures.count
        guard count < Self.mostCaptures else { throw BundleError(.occupied, path: path) }
        return path(ofCapture: count + 1)
    }

    /// Most captures of a bundle: nobody goes on with a walk so often.
    private static let mostCaptures = 1000

    private func path(ofCapture number: Int) -> String {
        "\(path(of: .capture).dropLast(".pcapng".count))-\(number).pcapng"
    }

    private static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Whether a file of the bundle is there.
    public func has(_ file: File) -> Bool {
        FileManager.default.fileExists(atPath: path(of: file))
    }

    /// Makes the folder, and those above it.
    ///
    /// - Throws: `BundleError` if it can't be made, or holds a capture already.
    public func create() throws(BundleError) {
        if has(.capture) { throw BundleError(.occupied, path: path) }
        try Self.createFolder(path)
    }

    /// Makes a folder for its owner only, and those above it; one that is there already is left as it is.
    public static func createFolder(_ path: String) throws(BundleError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw BundleError(.unwritable(number(error)), path: path)
        }
    }

    /// Reads a file of the bundle.
    public func read(_ file: File) throws(BundleError) -> Data {
        try Self.read(path(of: file))
    }

    /// Writes a file of the bundle, whole or not at all, for its owner only; replaces what was there.
    public func write(_ data: Data, to file: File) throws(BundleError) {
        try Self.write(data, to: path(of: file))
    }

    /// Reads any file.
    public static func read(_ path: String) throws(BundleError) -> Data {
        do {
            return try Data(contentsOf: URL(filePath: path))
        } catch {
            // Foundation has no error of its own for a folder.
            let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
            throw BundleError(.unreadable(type == .typeDirectory ? EISDIR : number(error)), path: path)
        }
    }

    /// Writes any file, whole or not at all, for its owner only; replaces what was there.
    public static func write(_ data: Data, to path: String) throws(BundleError) {
        let temporary = "\(path).partial-\(getpid())"
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BundleError(.unwritable(errno), path: path) }
        var failure: Int32?
        // The pointer lives for the closure only, and the slice's bounds are those of the data.
        unsafe data.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count, failure == nil {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
                let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count >= 0 { written += count } else if errno != EINTR { failure = errno }
            }
        }
        if Glibc.close(descriptor) != 0, failure == nil { failure = errno }
        if failure == nil, unsafe rename(temporary, path) != 0 { failure = errno }
        if let failure {
            unsafe unlink(temporary)
            throw BundleError(.unwritable(failure), path: path)
        }
    }

    /// The system's error number behind a Foundation error.
    private static func number(_ error: any Error) -> Int32 {
        let error = error as NSError
        if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError, underlying.domain == NSPOSIXErrorDomain {
            return Int32(underlying.code)
        }
        switch CocoaError.Code(rawValue: error.code) {
        case .fileNoSuchFile, .fileReadNoSuchFile: return ENOENT
        case .fileReadNoPermission, .fileWriteNoPermission: return EACCES
        case .fileWriteOutOfSpace: return ENOSPC
        case .fileWriteFileExists: return EEXIST
        default: return error.domain == NSPOSIXErrorDomain ? Int32(error.code) : EIO
        }
    }
}

/// A file of a bundle that can't be read or written.
public struct BundleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong; with the system's error number (errno).
    public enum Rule: Hashable, Sendable {
        /// The folder holds a capture already.
        case occupied
        /// Another recording into the folder is running.
        case recording
        case unreadable(Int32)
        case unwritable(Int32)
    }

    /// What went wrong.
    public var rule: Rule
    /// The file or folder.
    public var path: String

    init(_ rule: Rule, path: String) {
        self.rule = rule
        self.path = path
    }

    /// A file that must be there and isn't.
    public init(missing path: String) {
        self.init(.unreadable(ENOENT), path: path)
    }

    /// The sentence for a person.
    public var description: String {
        switch rule {
        case .occupied: "\(path): holds a recording already; give another folder, nothing is overwritten"
        case .recording: "\(path): another recording is running in it; end that one first"
        case .unreadable(ENOENT): "\(path): no such file; check the path"
        case .unreadable(EACCES): "\(path): no permission to read it"
        case .unreadable(EISDIR): "\(path): is a folder without a capture.pcapng; give a file, or a run bundle"
        case .unreadable(let number): "\(path): can't be read: \(unsafe String(cString: strerror(number)))"
        case .unwritable(ENOSPC), .unwritable(EDQUOT): "\(path): the disk is full; make room and run the command again"
        case .unwritable(EACCES): "\(path): no permission to write there"
        case .unwritable(ENOENT): "\(path): its folder doesn't exist"
        case .unwritable(let number): "\(path): can't be written: \(unsafe String(cString: strerror(number)))"
        }
    }
}
