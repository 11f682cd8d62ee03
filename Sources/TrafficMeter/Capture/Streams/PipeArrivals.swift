import Glibc

/// Bytes of standard input, a named pipe, or a file as it is.
final class PipeArrivals: ByteArrivals {
    let name: String
    private let source: Descriptor
    private let isPipe: Bool
    private var hasBegun = false

    /// Opens standard input for `-`, or a path.
    ///
    /// - Throws: `CaptureFileError` if it can't be opened.
    init(path: String) throws(CaptureFileError) {
        if path == "-" {
            (name, source, isPipe) = ("standard input", Descriptor(STDIN_FILENO, isOwned: false), false)
            return
        }
        guard let file = Descriptor.opening(path) else { throw CaptureFileError(.unreadable(errno), at: 0, in: path) }
        let identity = FileIdentity(file)
        if identity?.isFolder == true { throw CaptureFileError(.unreadable(EISDIR), at: 0, in: path) }
        (name, source, isPipe) = (path, file, identity?.isPipe ?? false)
    }

    var notice: StreamNotice? { isPipe && !hasBegun ? .waiting(name) : .reading(name) }

    func read(
        into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
    ) throws(CaptureFileError) -> ByteArrival {
        guard source.waitToRead(patience) else { return .nothing }
        let count = source.read(into: &buffer, range)
        if count > 0 {
            hasBegun = true
            return .bytes(count)
        }
        if count < 0 {
            if errno == EINTR || errno == EAGAIN { return .nothing }
            throw CaptureFileError(.unreadable(errno), at: 0, in: name)
        }
        // A named pipe that nobody opened for writing yet looks as though it had ended.
        guard isPipe, !hasBegun else { return .end }
        rest(patience)
        return .nothing
    }
}
