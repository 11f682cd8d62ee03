import Documents
import FoundationEssentials
import Glibc

extension MarkerAppender {
    /// Writes a marker of a moment that is over, before those that are later; waits while another program is writing.
    ///
    /// What stands after it is written anew in one call, so that only a failure of the machine could part the two.
    ///
    /// - Parameter marker: the marker; its time isn't after now, else later ones would have no place.
    /// - Throws: `MarkerFileError`, or `MarkerError` if the file has lines that are no markers; the file then is as it was.
    public func insert(_ marker: Marker) throws {
        do throws(MarkerError.Problem) {
            try marker.check()
        } catch {
            throw MarkerFileError(path: path, reason: .unreadable(error))
        }
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw MarkerFileError(path: path, code: errno) }
        defer { close(file) }
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else { throw MarkerFileError(path: path, code: errno) }
        }
        let before = try RunBundle.read(path)
        let log = try MarkerLog.parse(before, name: path)
        let later = log.entries.first { $0.marker.time > marker.time }
        var rest = Data(marker.line.utf8)
        var offset = before.count
        if let later {
            offset = Self.offset(ofLine: later.line, in: before)
            rest += before.dropFirst(offset)
        } else if before.last.map({ $0 != UInt8(ascii: "\n") }) ?? false {
            rest = Data("\n".utf8) + rest
        }
        // The bytes are borrowed for the call, and their own count bounds what is read of them.
        let written = unsafe rest.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, $0.count, off_t(offset)) }
        guard written == rest.count else {
            let code = written < 0 ? errno : ENOSPC
            let old = before.dropFirst(offset)
            _ = unsafe old.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, $0.count, off_t(offset)) }
            ftruncate(file, off_t(before.count))
            throw MarkerFileError(path: path, code: code)
        }
        fdatasync(file)
    }

    /// Where a line begins, in bytes.
    private static func offset(ofLine line: Int, in data: Data) -> Int {
        var (current, offset) = (1, 0)
        for byte in data {
            if current == line { return offset }
            offset += 1
            if byte == UInt8(ascii: "\n") { current += 1 }
        }
        return offset
    }
}
