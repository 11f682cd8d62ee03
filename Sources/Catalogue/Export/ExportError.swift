import Glibc

/// Why a file or folder of an export can't be written; nothing that isn't ours was changed.
public struct ExportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What stands in the way.
    public enum Rule: Hashable, Sendable {
        /// The folder holds files, and none says that we made it.
        case foreignFolder
        /// A file that we didn't write stands where one of ours goes.
        case foreignFile
        /// A file or a device stands in the folder's place.
        case notAFolder
        /// The list of our files isn't as this version writes it.
        case unknownList
        /// The system's error number (errno).
        case unwritable(Int32)
    }

    /// What stands in the way.
    public var rule: Rule
    /// The file or folder.
    public var path: String

    /// An error at a file or folder.
    public init(_ rule: Rule, path: String) {
        self.rule = rule
        self.path = path
    }

    /// The sentence for a person.
    public var description: String {
        switch rule {
        case .foreignFolder:
            "\(path): this folder holds files that are no export of ours, and nothing is written among them; "
                + "give a new folder"
        case .foreignFile:
            "\(path): this file isn't of an earlier export, and is not overwritten; move it away, or give a new folder"
        case .notAFolder: "\(path): is no folder; give a new one"
        case .unknownList:
            "\(path): isn't the list of files that this version of ecoproxy writes; use the version that did, "
                + "or give a new folder"
        case .unwritable(ENOSPC), .unwritable(EDQUOT): "\(path): the disk is full; make room and run the command again"
        case .unwritable(EACCES), .unwritable(EPERM), .unwritable(EROFS): "\(path): no permission to write there"
        case .unwritable(ENOENT): "\(path): its folder doesn't exist"
        case .unwritable(let number): "\(path): can't be written: \(unsafe String(cString: strerror(number)))"
        }
    }
}
