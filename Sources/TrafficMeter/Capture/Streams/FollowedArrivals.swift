import Glibc

/// Bytes of a file that grows, and of those that take its place; or of the files of a folder, one after another.
///
/// A file that took another's name, one that was emptied or written anew, and the next file of a folder each begin a capture of their
/// own. What was written to the one before is read to its end first.
final class FollowedArrivals: ByteArrivals {
    let name: String
    private let path: String
    private var folder: CaptureFolder
    private var file: OpenFile?

    private struct OpenFile {
        let path: String
        let descriptor: Descriptor
        /// Its length is how far it was read.
        var reading: FileReading
        /// Whether another file is there in its place, so that it is left once it has no more to give.
        var hasSuccessor = false
    }

    /// Follows a file, which need not be there yet, or a folder of capture files, from its newest file on.
    init(path: String) {
        (self.path, name) = (path, path)
        folder = CaptureFolder(path: path)
        folder.passOverOlder()
    }

    var notice: StreamNotice? { file.map { .reading($0.path) } ?? .waiting(path) }

    func read(
        into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
    ) throws(CaptureFileError) -> ByteArrival {
        if file == nil { file = try openNext() }
        guard var file else {
            rest(patience)
            return .nothing
        }
        guard let now = FileIdentity(file.descriptor), now.length >= file.reading.identity.length else {
            return leave(file)
        }
        let count = file.descriptor.read(into: &buffer, range)
        if count < 0 {
            if errno == EINTR || errno == EAGAIN { return .nothing }
            throw CaptureFileError(.unreadable(errno), at: 0, in: file.path)
        }
        if count > 0 {
            // Emptied, and longer again than it was: what was read is of the middle of another capture.
            guard file.reading.isBeginning(of: file.descriptor) else { return leave(file) }
            file.reading.note(buffer[range.lowerBound..<range.lowerBound + count], as: now)
            self.file = file
            return .bytes(count)
        }
        if file.hasSuccessor { return leave(file) }
        guard hasSuccessor(file) else {
            rest(patience)
            return .nothing
        }
        // What was written between the look into the file and the one at its successor is still to be read.
        file.hasSuccessor = true
        self.file = file
        return .again
    }

    /// Whether another file is there in place of the one that is read.
    private func hasSuccessor(_ file: OpenFile) -> Bool {
        if file.path != path { return folder.next(beside: file.reading.identity) != nil }
        guard let now = FileIdentity(path: path) else { return false }
        return now.place != file.reading.identity.place
    }

    private func leave(_ file: OpenFile) -> ByteArrival {
        if file.path != path { folder.leave(file.reading) }
        self.file = nil
        return .successor
    }

    private func openNext() throws(CaptureFileError) -> OpenFile? {
        guard let there = FileIdentity(path: path) else { return nil }
        guard let next = there.isFolder ? folder.next() : path else { return nil }
        guard let descriptor = Descriptor.opening(next), let identity = FileIdentity(descriptor) else {
            // It may just have been renamed; what may not be read never can.
            if errno == ENOENT { return nil }
            throw CaptureFileError(.unreadable(errno), at: 0, in: next)
        }
        return OpenFile(path: next, descriptor: descriptor, reading: FileReading(unread: identity))
    }
}
