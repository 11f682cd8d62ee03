import Glibc

/// An open file, pipe or socket of the system, closed with its owner.
final class Descriptor {
    let number: Int32
    private let isOwned: Bool

    /// Takes over an open descriptor.
    init(_ number: Int32, isOwned: Bool = true) {
        (self.number, self.isOwned) = (number, isOwned)
    }

    /// Opens a file to be read; a named pipe doesn't wait for its writer.
    ///
    /// - Returns: `nil` if it can't be opened; `errno` says why.
    static func opening(_ path: String) -> Descriptor? {
        let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        return number < 0 ? nil : Descriptor(number)
    }

    deinit {
        if isOwned { close(number) }
    }

    /// Waits until something can be read, or the other end is gone.
    ///
    /// - Returns: whether that is so within some milliseconds.
    func waitToRead(_ patience: Int32) -> Bool { wait(POLLIN, patience) }

    /// Waits until something can be written, or a connection was made or refused.
    func waitToWrite(_ patience: Int32) -> Bool { wait(POLLOUT, patience) }

    private func wait(_ event: Int32, _ patience: Int32) -> Bool {
        var question = pollfd(fd: number, events: Int16(event), revents: 0)
        return unsafe poll(&question, 1, patience) > 0
    }

    /// Reads into `buffer[range]`.
    ///
    /// - Returns: the number of bytes, 0 at the end, below 0 for an error (`errno`).
    func read(into buffer: inout [UInt8], _ range: Range<Int>) -> Int {
        // The slice of the buffer is bounds-checked; its pointer lives for the call only.
        unsafe buffer.withUnsafeMutableBytes {
            let room = unsafe UnsafeMutableRawBufferPointer(rebasing: $0[range])
            return unsafe Glibc.read(number, room.baseAddress, room.count)
        }
    }

    /// Writes all of a short request.
    ///
    /// - Returns: whether the system took all of it.
    func send(_ bytes: [UInt8]) -> Bool {
        // The pointer lives for the call only; a peer that is gone is an error, not a signal.
        unsafe bytes.withUnsafeBytes { unsafe Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            == bytes.count
    }
}

/// What tells one file from another that took its name (POSIX, sys/stat.h).
struct FileIdentity: Hashable {
    private var device: UInt64
    private var inode: UInt64
    /// Length in bytes.
    var length: Int
    var isFolder: Bool
    var isPipe: Bool

    /// Of a path; `nil` if nothing is there.
    init?(path: String) {
        var status = stat()
        // The structure is the system's own and lives for the call only.
        guard unsafe stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Of an open file.
    init?(_ descriptor: Descriptor) {
        var status = stat()
        guard unsafe fstat(descriptor.number, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        length = Int(status.st_size)
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        isPipe = status.st_mode & S_IFMT == S_IFIFO
    }

    /// Whether it is the same file, however long.
    func isSame(as other: FileIdentity) -> Bool { device == other.device && inode == other.inode }
}

/// Waits some milliseconds, while nothing else is to be waited for.
func rest(_ milliseconds: Int32) {
    _ = poll(nil, 0, milliseconds)
}
