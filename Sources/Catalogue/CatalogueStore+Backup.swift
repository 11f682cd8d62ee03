public import Foundation

extension CatalogueStore {
    /// Writes all that the catalogue holds at one moment into a new file, while others go on using it.
    ///
    /// Of a PostgreSQL database as well, the backup is an SQLite catalogue that can be opened as it is.
    ///
    /// - Parameter file: the new file, readable by its owner alone; it isn't there until it is whole.
    /// - Throws: `CatalogueError`: `.isThere`, or if it can't be written.
    public func backup(to file: URL) throws(CatalogueError) {
        let target = CatalogueFile(file)
        guard !FileManager.default.fileExists(atPath: target.path) else {
            throw CatalogueError(.isThere, file: target.path)
        }
        // A folder that isn't there is rather misspelt than wanted.
        let folder = (target.path as NSString).deletingLastPathComponent
        guard FileManager.default.fileExists(atPath: folder) else {
            throw CatalogueError(.cannotCreate("there is no folder \(folder)"), file: target.path)
        }
        let part = CatalogueFile(URL(filePath: "\(target.path).part-\(UUID().uuidString)"))
        defer { try? FileManager.default.removeItem(atPath: part.path) }
        do {
            try part.create()
            try database.backUp(to: part.path)
            // Fails where a file is there by now.
            try FileManager.default.moveItem(atPath: part.path, toPath: target.path)
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw CatalogueError(.isThere, file: target.path)
        } catch let error as CocoaError where error.code == .fileWriteNoPermission {
            throw CatalogueError(.noPermission, file: target.path)
        } catch {
            throw CatalogueError(error, file: target.path)
        }
    }
}
