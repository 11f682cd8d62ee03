import CPcap  // in whose module the compiler sees timespec
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

    /// The first bytes of a file, so many at most, wherever it is read.
    func beginning(_ most: Int) -> [UInt8] {
        // The pointer lives for the call only, and what it filled is told.
        unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = unsafe max(0, pread(number, buffer.baseAddress, buffer.count, 0))
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

/// What tells one file from another, and from what it was (POSIX, sys/stat.h).
struct FileIdentity: Hashable {
    /// Where a file lies, whatever its name is.
    struct Place: Hashable {
        fileprivate var device: UInt64
        fileprivate var inode: UInt64
    }

    let place: Place
    /// Length in bytes.
    var length: Int
    /// When it was written to last, in nanoseconds since 1970.
    let modified: Int64
    private let kind: mode_t

    var isFolder: Bool { kind == S_IFDIR }
    var isPipe: Bool { kind == S_IFIFO }
    /// Whether it is a plain file.
    var isFile: Bool { kind == S_IFREG }

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
        place = Place(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        length = Int(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
        kind = status.st_mode & S_IFMT
    }
}

/// Waits some milliseconds, while nothing else is to be waited for.
func rest(_ milliseconds: Int32) {
    _ = poll(nil, 0, milliseconds)
}
