import Documents

/// The bytes that a file means: as stored, or decompressed where its first bytes are gzip's, zstd's or lz4's.
struct Decompressor: ~Copyable {
    private var file: FileStream
    /// Absent where the bytes are as stored.
    private let decoder: (any StreamDecoder)?
    /// Stored bytes that were read and not yet decoded (`input[used..<filled]`).
    private var input: [UInt8]
    private var used = 0
    private var filled = 0

    /// Whether a compressed stream ended before its end, or can't be followed.
    private(set) var endedEarly = false

    init(_ opened: consuming OpenedFile, hashing: Hashing) throws(CaptureFileError) {
        var file = FileStream(opened, hashing: hashing)
        var input = [UInt8](repeating: 0, count: 64 << 10)
        var filled = 0
        while filled < 4 {
            let count = try file.read(into: &input, filled..<input.count)
            if count == 0 { break }
            filled += count
        }
        decoder =
            switch Array(input[0..<min(filled, 4)]) {
            // RFC 1952 § 2.3.1; RFC 8878 § 3.1.1; LZ4 Frame Format Description 1.6.
            case let magic where magic.starts(with: [0x1F, 0x8B]): GzipDecoder()
            case [0x28, 0xB5, 0x2F, 0xFD]: ZstdDecoder()
            case [0x04, 0x22, 0x4D, 0x18]: LZ4Decoder()
            default: nil
            }
        self.file = file
        self.input = input
        self.filled = filled
    }

    /// Reads some decompressed bytes into `output[range]`; 0 at the end.
    ///
    /// A compressed stream that is cut or damaged ends where it can't be followed, and `endedEarly` says so.
    mutating func read(into output: inout [UInt8], _ range: Range<Int>) throws(CaptureFileError) -> Int {
        while true {
            if used == filled {
                guard decoder != nil else { return try file.read(into: &output, range) }
                (used, filled) = (0, try file.read(into: &input, 0..<input.count))
            }
            let step =
                decoder?.decode(input, used..<filled, into: &output, range)
                ?? .copying(from: input, used..<filled, into: &output, range)
            used += step.consumed
            if step.produced > 0 { return step.produced }
            if step.failed || filled == 0 {
                endedEarly = step.failed || decoder?.isAtEnd == false
                return 0
            }
        }
    }

    /// Reads the stored bytes that are left, so that the hash is the whole file's.
    mutating func readToEnd() throws(CaptureFileError) {
        while try file.read(into: &input, 0..<input.count) > 0 {}
    }

    func contentHash() -> ContentHash? { file.contentHash() }
}

/// Turns stored bytes into the bytes that they mean, piece by piece.
protocol StreamDecoder: AnyObject {
    /// Whether the input so far ends with a whole frame or member.
    var isAtEnd: Bool { get }

    /// Decodes from `input[source]` into `output[target]`, as much as fits.
    func decode(_ input: [UInt8], _ source: Range<Int>, into output: inout [UInt8], _ target: Range<Int>) -> CodecStep
}

/// What one call of a decoder used and made.
struct CodecStep {
    /// Bytes of input used.
    var consumed: Int
    /// Bytes of output made.
    var produced: Int
    /// Whether the stream can't be followed any further.
    var failed = false

    /// Whether anything was used or made.
    var isProgress: Bool { consumed > 0 || produced > 0 }

    static func copying(
        from input: [UInt8], _ source: Range<Int>, into output: inout [UInt8], _ target: Range<Int>
    ) -> CodecStep {
        let count = min(source.count, target.count)
        for index in 0..<count { output[target.lowerBound + index] = input[source.lowerBound + index] }
        return CodecStep(consumed: count, produced: count)
    }
}
