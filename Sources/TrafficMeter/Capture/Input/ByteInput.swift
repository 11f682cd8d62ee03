import Documents

/// A window on the bytes of a file or a pipe, decompressed where need be, that moves forward only.
///
/// Memory: a few pieces of 1 MiB, and one that grows with a record that is truly there, never with one that only says so.
struct ByteInput: ~Copyable {
    /// Length of a piece in bytes: in a processor's cache it is read, and there it is looked at.
    static let usualPiece = 1024 << 10
    /// Bytes before a piece for what is left of the one before: more than most records have.
    private static let room = 64 << 10
    /// Bytes that come at most before who asked for them is asked whether to go on: an endless stream mustn't keep it from its end.
    private static let turn = 16 << 20
    /// Milliseconds to wait for bytes that come as they come: as often a recording looks at its clock.
    private static let patience: Int32 = 100

    /// Who reads ahead of a file; absent where bytes are taken as they come.
    private let ahead: ReadAhead?
    private let arrivals: (any ByteArrivals)?
    private let piece: Int
    private let hashing: Hashing
    private var buffer: [UInt8] = []
    private var start = 0
    private var end = 0
    private var reachedEnd = false
    /// Position of the window's first byte in the (decompressed) input.
    private(set) var offset = 0
    /// Whether the input is a compressed stream that ended before its end.
    private(set) var endedEarly = false
    /// The name for messages.
    let name: String

    init(path: String, hashing: Hashing, piece: Int = Self.usualPiece) throws(CaptureFileError) {
        let file = try OpenedFile(path: path)
        name = file.name
        self.hashing = hashing
        self.piece = piece
        ahead = ReadAhead(file, hashing: hashing, piece: piece, room: Self.room)
        arrivals = nil
    }

    /// Takes bytes as they come; `require(_:)` then also gives up when nothing comes for a moment (`isWaiting`).
    init(_ arrivals: any ByteArrivals) {
        (ahead, self.arrivals) = (nil, arrivals)
        name = arrivals.name
        (hashing, piece) = (.never, Self.room)
    }

    deinit {
        ahead?.stop()
    }

    /// Number of bytes in the window.
    @inline(__always)
    var available: Int { end &- start }

    /// The hash of the file as stored, after reading what is left of it; `nil` if it isn't hashed.
    mutating func contentHash() throws(CaptureFileError) -> ContentHash? {
        if case .never = hashing { return nil }
        guard let ending = ahead?.drain() else { return nil }
        if let error = ending.error { throw error }
        return ending.hash
    }

    /// Widens the window to at least `count` bytes.
    ///
    /// - Returns: whether there are that many.
    @inline(__always)
    mutating func require(_ count: Int) throws(CaptureFileError) -> Bool {
        if end &- start >= count { return true }
        return try refill(count)
    }

    private mutating func refill(_ count: Int) throws(CaptureFileError) -> Bool {
        guard let ahead else { return try receive(count) }
        while end - start < count, !reachedEnd {
            if let next = ahead.next() {
                append(next)
            } else {
                reachedEnd = true
                let ending = ahead.ending
                endedEarly = ending.endedEarly
                if let error = ending.error { throw error }
            }
        }
        return end - start >= count
    }

    /// Whether the window is too short only because what is missing hasn't come yet.
    private(set) var isWaiting = false
    /// Bytes that came in this turn.
    private var arrived = 0

    /// Begins another turn of bytes that come as they come.
    mutating func beginTurn() { arrived = 0 }

    /// Whether another input follows the one that ended.
    private(set) var hasSuccessor = false

    /// Takes what came, waiting for the first of it only.
    private mutating func receive(_ count: Int) throws(CaptureFileError) -> Bool {
        guard let arrivals, !reachedEnd else { return false }
        isWaiting = false
        var patience = Self.patience
        while end - start < count {
            if arrived > Self.turn {
                isWaiting = true
                return false
            }
            if start > 0 {
                if end > start { buffer.copyWithin(start..<end, to: 0) }
                (start, end) = (0, end - start)
            }
            // Doubling, and only once what is there has been filled: a length alone makes nothing grow.
            if buffer.count - end < piece {
                buffer.append(contentsOf: repeatElement(0, count: max(piece, buffer.count)))
            }
            switch try arrivals.read(into: &buffer, end..<buffer.count, patience: patience) {
            case .bytes(let count):
                end += count
                arrived += count
            case .again: break
            case .nothing:
                isWaiting = true
                return false
            case .end:
                reachedEnd = true
                return false
            case .successor:
                (reachedEnd, hasSuccessor) = (true, true)
                return false
            }
            patience = 0
        }
        return true
    }

    /// Goes on with the input that follows; what was left of the one before is gone.
    mutating func beginSuccessor() {
        (start, end, offset, reachedEnd, hasSuccessor) = (0, 0, 0, false, false)
    }

    /// Puts what is left of the window before a further piece, or the piece behind a window that is too long for that.
    private mutating func append(_ next: consuming ReadAhead.Piece) {
        let left = end - start
        let range = next.range
        if left <= range.lowerBound {
            // The piece's memory becomes the window, the window's is read into next.
            swap(&next.bytes, &buffer)
            buffer.copy(next.bytes, start..<end, to: range.lowerBound - left)
            (start, end) = (range.lowerBound - left, range.upperBound)
        } else {
            if start > 0 { buffer.copyWithin(start..<end, to: 0) }
            (start, end) = (0, left)
            let missing = end + range.count - buffer.count
            // Doubling, so that a record of many pieces is copied few times.
            if missing > 0 { buffer.append(contentsOf: repeatElement(0, count: max(missing, buffer.count))) }
            buffer.copy(next.bytes, range, to: end)
            end += range.count
        }
        // The first window and one that grew are of another length than a piece.
        let length = Self.room + piece
        var spare: [UInt8] = []
        swap(&spare, &next.bytes)
        ahead?.recycle(spare.count == length ? consume spare : [UInt8](repeating: 0, count: length))
    }

    /// Moves the window's start past bytes that are in it.
    @inline(__always)
    mutating func advance(_ count: Int) {
        start &+= count
        offset &+= count
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
            if left > 0, !(try require(1)) { break }
        }
        return count - left
    }

    /// The window's bytes, lent until the input is moved.
    var bytes: RawSpan {
        @_lifetime(borrow self)
        @inline(__always)
        get { buffer.rawSpan.extracting(start..<end) }
    }

    /// Two neighbouring 32-bit fields of the window.
    @inline(__always)
    func pair(at position: Int, _ order: Endianness) -> (first: UInt32, second: UInt32) {
        let word = bytes.uint64(at: position, order)
        let (high, low) = (UInt32(truncatingIfNeeded: word >> 32), UInt32(truncatingIfNeeded: word))
        return order == .big ? (high, low) : (low, high)
    }

    /// Bytes lent relative to the window's start; a negative position reaches those just passed.
    @_lifetime(borrow self)
    @inline(__always)
    func span(at position: Int, count: Int) -> RawSpan {
        buffer.rawSpan.extracting(start + position..<start + position + count)
    }
}

extension [UInt8] {
    /// Copies bytes of another array.
    fileprivate mutating func copy(_ source: [UInt8], _ range: Range<Int>, to position: Int) {
        // Both slices are bounds-checked; the pointers live for the call only.
        unsafe withUnsafeMutableBytes { target in
            unsafe source.withUnsafeBytes { source in
                unsafe UnsafeMutableRawBufferPointer(rebasing: target[position..<position + range.count])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
            }
        }
    }

    /// Moves bytes, which may overlap with their new place.
    fileprivate mutating func copyWithin(_ range: Range<Int>, to position: Int) {
        unsafe withUnsafeMutableBytes { bytes in
            unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[position..<position + range.count])
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
    }
}
