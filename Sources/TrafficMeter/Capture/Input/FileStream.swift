import Documents
import Glibc

/// The raw bytes of a file or of standard input, hashed as they are read.
struct FileStream: ~Copyable {
    /// The name for messages.
    let name: String
    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private var hasher: ContentHasher

    /// Opens a file, or standard input for `-`.
    init(path: String) throws(CaptureFileError) {
        hasher = ContentHasher()
        if path == "-" {
            name = "standard input"
            descriptor = STDIN_FILENO
            ownsDescriptor = false
            return
        }
        name = path
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        ownsDescriptor = true
        guard descriptor >= 0 else { throw CaptureFileError(.unreadable(errno), at: 0, in: path) }
    }

    deinit {
        if ownsDescriptor, descriptor >= 0 { close(descriptor) }
    }

    /// Whether the bytes come from a pipe and can't be read a second time.
    var isStandardInput: Bool { !ownsDescriptor }

    /// Reads some bytes into `buffer[range]`.
    ///
    /// - Returns: the number of bytes read; 0 at the end.
    mutating func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(CaptureFileError) -> Int {
        while true {
            // The slice's bounds are checked by the array; the pointer lives for the call only.
            let count = unsafe buffer[range].withUnsafeMutableBytes {
                unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count >= 0 {
                unsafe buffer[range].prefix(count).withUnsafeBytes { unsafe hasher.update($0) }
                return count
            }
            if errno != EINTR { throw CaptureFileError(.unreadable(errno), at: 0, in: name) }
        }
    }

    /// The hash of everything read so far.
    func contentHash() -> ContentHash {
        hasher.finished()
    }
}
