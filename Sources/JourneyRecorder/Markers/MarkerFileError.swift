import Glibc

/// A marker file that can't be written.
public struct MarkerFileError: Error, Hashable, Sendable {
    /// Why.
    public enum Reason: Hashable, Sendable {
        /// The disk, or the user's share of it, is full, or the file has reached the size allowed.
        case full
        /// The file or its folder can't be written by this user, or the disk by anyone.
        case notPermitted
        /// The folder that the file should be in doesn't exist.
        case noFolder
        /// There is a folder of that name.
        case isFolder
        /// The marker would break the file for its readers; it was not written.
        case unreadable(MarkerError.Problem)
        /// Anything else, by its number (errno.h).
        case other(Int32)
    }

    /// The file's path.
    public var path: String
    /// Why.
    public var reason: Reason

    init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// An error from what a system call left in `errno`.
    init(path: String, code: Int32) {
        let reason: Reason =
            switch code {
            case ENOSPC, EDQUOT, EFBIG: .full
            case EACCES, EPERM, EROFS: .notPermitted
            case ENOENT, ENOTDIR: .noFolder
            case EISDIR: .isFolder
            default: .other(code)
            }
        self.init(path: path, reason: reason)
    }
}

extension MarkerFileError: CustomStringConvertible {
    /// The sentence for a person: the file, what is wrong and what to do.
    public var description: String {
        switch reason {
        case .full: "\(path): the disk is full; the marker was not written. Make room and mark again"
        case .notPermitted: "\(path): this file can't be written by you; check its permissions and its folder's"
        case .noFolder: "\(path): there is no such folder; make it, or start a recording there first"
        case .isFolder: "\(path): this is a folder; name the marker file in it, such as \(path)/markers.jsonl"
        case .unreadable(let problem): "\(path): the marker was not written: \(problem)"
        case .other(let code): "\(path): the marker was not written: \(unsafe String(cString: strerror(code)))"
        }
    }
}
