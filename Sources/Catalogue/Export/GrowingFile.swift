public import Foundation
import Glibc

/// A file written piece by piece beside its place, and put there when it is whole: a full disk or a crash costs nothing that
/// was there.
public struct GrowingFile: ~Copyable {
    private let path: String
    private let temporary: String
    private let handle: FileHandle
    private var isFinished = false

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - path: its place; what is there stays until `finish`.
    ///   - mode: its permissions, as far as the user's mask allows them.
    /// - Throws: `ExportError` if it can't be made.
    public init(_ path: String, mode: mode_t = 0o600) throws(ExportError) {
        self.path = path
        temporary = "\(path).partial-\(getpid())"
        // The strings live as long as the calls.
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw ExportError(.unwritable(errno), path: path) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Adds bytes.
    ///
    /// - Throws: `ExportError` if they can't be written.
    public func write(_ data: Data) throws(ExportError) {
        do { try handle.write(contentsOf: data) } catch {
            throw ExportError(.unwritable(number(of: error)), path: path)
        }
    }

    /// Puts the file in its place.
    ///
    /// - Throws: `ExportError` if that fails; what was there stays.
    public mutating func finish() throws(ExportError) {
        do { try handle.close() } catch { throw ExportError(.unwritable(number(of: error)), path: path) }
        guard unsafe rename(temporary, path) == 0 else { throw ExportError(.unwritable(errno), path: path) }
        isFinished = true
    }

    deinit {
        if !isFinished { unsafe unlink(temporary) }
    }
}

/// The system's error number behind a Foundation error.
func number(of error: any Error) -> Int32 {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    if cause.domain == NSPOSIXErrorDomain { return Int32(cause.code) }
    switch CocoaError.Code(rawValue: error.code) {
    case .fileNoSuchFile, .fileReadNoSuchFile: return ENOENT
    case .fileWriteNoPermission, .fileReadNoPermission: return EACCES
    case .fileWriteOutOfSpace: return ENOSPC
    case .fileWriteFileExists: return EEXIST
    default: return EIO
    }
}
