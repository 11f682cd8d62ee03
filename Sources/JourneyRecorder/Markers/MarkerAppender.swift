public import Documents
import Glibc

/// Adds markers to a file that several programs may be writing to at once.
///
/// Each call opens the file (made with mode 0600 where it doesn't exist), locks it, reads the clock, and appends one
/// line: so lines stay whole and stand in the order of their times. Nothing is kept open in between.
public struct MarkerAppender: Sendable {
    /// The file's path.
    public let path: String

    /// An appender to a file; the file is not touched yet.
    public init(path: String) {
        self.path = path
    }

    /// Appends a marker, as of now; waits while another program is appending.
    ///
    /// - Parameters:
    ///   - kind: what is said.
    ///   - step: the step that begins or is meant.
    ///   - text: a remark.
    ///   - iteration: which time the step is walked, from 1; counted where absent.
    ///   - source: who says it.
    ///   - clock: the current time; read while the file is locked.
    /// - Returns: the marker as it was written.
    /// - Throws: `MarkerFileError`; the file then is as it was before.
    @discardableResult
    public func append(
        _ kind: Marker.Kind, step: String? = nil, text: String? = nil, iteration: Int? = nil, source: String,
        clock: () -> Timestamp
    ) throws(MarkerFileError) -> Marker {
        var marker = Marker(
            time: Timestamp(nanoseconds: 0), kind: kind, step: step, text: text, iteration: iteration, source: source)
        do throws(MarkerError.Problem) {
            try marker.check()
        } catch {
            throw MarkerFileError(path: path, reason: .unreadable(error))
        }
        let file = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw MarkerFileError(path: path, code: errno) }
        defer { close(file) }  // also gives the lock back
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else { throw MarkerFileError(path: path, code: errno) }
        }
        let length = lseek(file, 0, SEEK_END)
        marker.time = clock()
        // A line that an editor or an interrupted writer left without its end would swallow the new one.
        let line = (endsInsideLine(file, length) ? "\n" : "") + marker.line
        do throws(MarkerFileError) {
            try write(Array(line.utf8), to: file)
            // A marker can't be made again: it is on the disk before its key is let go. Pipes and devices have no disk.
            _ = fdatasync(file)
        } catch {
            // What was written of the line goes. Devices and pipes can't be shortened, and have nothing to keep.
            if length >= 0 { ftruncate(file, length) }
            throw error
        }
        return marker
    }

    private func endsInsideLine(_ file: CInt, _ length: off_t) -> Bool {
        guard length > 0 else { return false }
        var last = UInt8(ascii: "\n")
        _ = unsafe pread(file, &last, 1, length - 1)
        return last != UInt8(ascii: "\n")
    }

    private func write(_ bytes: [UInt8], to file: CInt) throws(MarkerFileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            // The buffer is borrowed for the call, and its own count bounds what is read of it.
            let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if written == 0 || errno != EINTR {
                throw MarkerFileError(path: path, code: errno)
            }
        }
    }
}
