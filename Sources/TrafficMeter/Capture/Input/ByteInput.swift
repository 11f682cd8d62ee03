import Documents

/// A window on the bytes of a file or a pipe, decompressed where need be, that moves forward only.
///
/// Memory: one buffer of 256 KiB, which grows with a record that is truly there, never with one that only says so.
struct ByteInput: ~Copyable {
    private static let chunk = 256 << 10

    private var stream: Decompressor
    private var buffer: [UInt8]
    private var start = 0
    private var end = 0
    private var reachedEnd = false
    /// Position of the window's first byte in the (decompressed) input.
    private(set) var offset = 0
    /// The name for messages.
    let name: String

    init(path: String) throws(CaptureFileError) {
        stream = try Decompressor(path: path)
        name = stream.name
        buffer = [UInt8](repeating: 0, count: Self.chunk)
    }

    /// Number of bytes in the window.
    var available: Int { end - start }

    /// Whether the input is a compressed stream that ended before its end.
    var endedEarly: Bool { stream.endedEarly }

    /// The hash of the file as stored, after reading what is left of it.
    mutating func contentHash() throws(CaptureFileError) -> ContentHash {
        try stream.readToEnd()
        return stream.contentHash()
    }

    /// Widens the window to at least `count` bytes.
    ///
    /// - Returns: whether there are that many.
    @inline(__always)
    mutating func require(_ count: Int) throws(CaptureFileError) -> Bool {
        if end - start >= count { return true }
        return try refill(count)
    }

    private mutating func refill(_ count: Int) throws(CaptureFileError) -> Bool {
        if start > 0 {
            let moved = end - start
            buffer.moveToFront(from: start, count: moved)
            (start, end) = (0, moved)
        }
        while end < count, !reachedEnd {
            if end == buffer.count {
                buffer.append(contentsOf: repeatElement(0, count: min(buffer.count, max(count - end, Self.chunk))))
            }
            let read = try stream.read(into: &buffer, end..<buffer.count)
            if read == 0 { reachedEnd = true }
            end += read
        }
        return end >= count
    }

    /// Moves the window's start past bytes that are in it.
    @inline(__always)
    mutating func advance(_ count: Int) {
        start += count
        offset += count
    }

    /// Moves past bytes that need not be in the window.
    ///
    /// - Returns: the number of bytes that were there to skip.
    mutating func skip(_ count: Int) throws(CaptureFileError) -> Int {
        var left = count
        while left > 0 {
            let step = min(left, available)
            advance(step)
            left -= step
            if left > 0, !(try require(min(left, Self.chunk))), available == 0 { break }
        }
        return count - left
    }

    /// The window's bytes, lent until the input is moved.
    var bytes: RawSpan {
        @_lifetime(borrow self)
        @inline(__always)
        get { unsafe buffer.span.bytes.extracting(start..<end) }
    }

    /// Bytes lent relative to the window's start; a negative position reaches those just passed.
    @_lifetime(borrow self)
    @inline(__always)
    func span(at position: Int, count: Int) -> RawSpan {
        unsafe buffer.span.bytes.extracting(start + position..<start + position + count)
    }
}

extension [UInt8] {
    /// Moves `count` bytes from `position` to the front.
    fileprivate mutating func moveToFront(from position: Int, count: Int) {
        unsafe withUnsafeMutableBytes { bytes in
            unsafe bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
        }
    }
}
