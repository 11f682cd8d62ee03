import Documents
import Glibc

/// A file, or standard input, that was opened to be read.
struct OpenedFile: ~Copyable, Sendable {
    /// The name for messages.
    let name: String
    fileprivate let descriptor: Int32
    private let ownsDescriptor: Bool

    /// Opens a file, or standard input for `-`.
    init(path: String) throws(CaptureFileError) {
        guard path != "-" else {
            (name, descriptor, ownsDescriptor) = ("standard input", STDIN_FILENO, false)
            return
        }
        (name, descriptor, ownsDescriptor) = (path, unsafe open(path, O_RDONLY | O_CLOEXEC), true)
        guard descriptor >= 0 else { throw CaptureFileError(.unreadable(errno), at: 0, in: path) }
    }

    /// The length in bytes, where the system knows it: not of a pipe.
    fileprivate var length: Int? {
        var status = stat()
        // The structure is the system's own and lives for the call only.
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    deinit {
        if ownsDescriptor, descriptor >= 0 { close(descriptor) }
    }
}

/// Which inputs are hashed as they are read. Hashing takes several times as long as all the rest.
public enum Hashing: String, Sendable, CaseIterable {
    /// None.
    case never
    /// Those of up to 256 MiB: any capture of a journey.
    case usual
    /// All.
    case always

    /// Most bytes of an input that is hashed.
    var limit: Int {
        switch self {
        case .never: 0
        case .usual: 256 << 20
        case .always: .max
        }
    }
}

/// The raw bytes of an opened file, hashed as they are read where that is asked for.
struct FileStream: ~Copyable {
    private let file: OpenedFile
    private var hasher: ContentHasher?
    /// Bytes that may still be hashed.
    private var room: Int

    init(_ file: consuming OpenedFile, hashing: Hashing) {
        room = hashing.limit
        hasher = (file.length ?? 1) <= room ? ContentHasher() : nil
        self.file = file
    }

    /// Reads some bytes into `buffer[range]`.
    ///
    /// - Returns: the number of bytes read; 0 at the end.
    mutating func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(CaptureFileError) -> Int {
        while true {
            // The slice of the buffer is bounds-checked; its pointer lives for the call only.
            let count = unsafe buffer.withUnsafeMutableBytes {
                let room = unsafe UnsafeMutableRawBufferPointer(rebasing: $0[range])
                return unsafe Glibc.read(file.descriptor, room.baseAddress, room.count)
            }
            if count >= 0 {
                room -= count
                if room < 0 { hasher = nil }
                if hasher != nil {
                    unsafe buffer.withUnsafeBytes {
                        unsafe hasher?.update(
                            UnsafeRawBufferPointer(rebasing: $0[range.lowerBound..<range.lowerBound + count]))
                    }
                }
                return count
            }
            if errno != EINTR { throw CaptureFileError(.unreadable(errno), at: 0, in: file.name) }
        }
    }

    /// The hash of everything read so far; `nil` if it isn't hashed.
    func contentHash() -> ContentHash? {
        hasher?.finished()
    }
}
