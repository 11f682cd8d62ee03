public import Foundation

/// Places of the working copy that tests read.
public enum Repository {
    /// The project's root folder.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().standardizedFileURL

    /// The reference material beside the project, where it is there.
    public static var shared: URL? {
        let folder = root.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }
}
