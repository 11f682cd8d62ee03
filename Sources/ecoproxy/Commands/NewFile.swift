import Foundation

/// A file that a person names, and that nothing may be lost of.
enum NewFile {
    /// Sees to it that a file can be made and isn't there yet, before the work that fills it begins.
    ///
    /// - Throws: `UnavailableError` if it is there, or its folder isn't or can't be written.
    static func check(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw UnavailableError(
                say(
                    "\(path): exists already, and is not overwritten; give another name",
                    "\(path) : existe déjà, et n’est pas écrasé ; donnez un autre nom"), status: .cannotCreate)
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw UnavailableError(
                say(
                    "\(path): nothing can be written into \(folder); give another name",
                    "\(path) : rien ne peut être écrit dans \(folder) ; donnez un autre nom"), status: .cannotCreate)
        }
    }
}
