/// Why a capture can't be read (further): which rule, where.
public struct CaptureFileError: Error, Hashable, Sendable {
    /// The broken rule, with the figures that disagree.
    public enum Rule: Hashable, Sendable {
        /// The file can't be opened or read; the system's error number (errno).
        case unreadable(Int32)
        /// The file has no byte.
        case empty
        /// The first bytes are those of no capture format; they are given, eight at most.
        case notACapture([UInt8])
        /// A major version that this program doesn't know.
        case version(Int, Int)
        /// The input ends inside a file header, record or block: how many bytes were due, how many there are.
        case cut(expected: Int, found: Int)
        /// The compressed file ends before its end, or is damaged there, between two packets.
        case compressionCut
        /// A record says that it holds more bytes than its link type allows.
        case recordTooLong(Int, limit: Int)
        /// A block's length is no multiple of 4, too small for its kind, or beyond the limit.
        case blockLength(Int)
        /// A block's length differs between its start and its end.
        case lengthsDiffer(start: Int, end: Int)
        /// A section header with no valid byte-order magic; the four bytes, read big-endian.
        case byteOrderMagic(UInt32)
        /// More interfaces are described than are kept: so many.
        case tooManyInterfaces(Int)
        /// A packet of an interface that wasn't described: its index, and how many were.
        case unknownInterface(Int, described: Int)
        /// A packet that says it holds more bytes than its block does.
        case packetBeyondBlock(packet: Int, block: Int)
        /// An option that says it is longer than its block.
        case optionBeyondBlock(option: Int, room: Int)
    }

    /// The broken rule.
    public var rule: Rule
    /// Where: the offset of the record or block in the (decompressed) input, in bytes from 0.
    public var offset: Int
    /// The file's name as it was given, or `standard input`.
    public var file: String

    init(_ rule: Rule, at offset: Int, in file: String) {
        self.rule = rule
        self.offset = offset
        self.file = file
    }

    /// Whether packets may have been read before the error, so that there is a result to keep.
    public var isDamage: Bool {
        switch rule {
        case .unreadable, .empty, .notACapture, .version: false
        default: true
        }
    }

    /// Whether the input simply ended too early.
    public var isCut: Bool {
        switch rule {
        case .cut, .compressionCut: true
        default: false
        }
    }
}
