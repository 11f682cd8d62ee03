import Dispatch
import Documents
import Foundation
import Synchronization

/// Reads, decompresses and hashes an input on a thread of its own, some pieces ahead of who looks at them.
///
/// The pieces come in order, so that the answer is the same as without it.
final class ReadAhead: Sendable {
    /// Pieces in flight: one is looked at, one is ready, one is being filled.
    private static let pieces = 3

    /// A piece of the input, in `bytes[range]`; before it there is room for what is left of the piece before.
    struct Piece: Sendable {
        var bytes: [UInt8]
        var range: Range<Int>
    }

    /// What is known when there is no further piece.
    struct Ending: Sendable {
        var endedEarly = false
        var error: CaptureFileError?
        var hash: ContentHash?
    }

    private struct State: Sendable {
        var filled: [Piece] = []
        var free: [[UInt8]] = []
        var ending: Ending?
        /// Nobody looks at further pieces.
        var isStopped = false
        /// Nobody looks at further pieces, but the hash of all is wanted.
        var isDraining = false
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let free = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - file: the input.
    ///   - hashing: whether it is hashed.
    ///   - piece: length of a piece in bytes.
    ///   - room: bytes kept free before each.
    init(_ file: consuming OpenedFile, hashing: Hashing, piece: Int, room: Int) {
        for _ in 0..<Self.pieces { recycle([UInt8](repeating: 0, count: room + piece)) }
        let source = Mutex<OpenedFile?>(file)
        let thread = Thread { [self] in
            // Taken out first: what is read is nobody else's business.
            if let file = source.withLock({ $0.take() }) { run(file, hashing: hashing, room) }
        }
        thread.name = "read-ahead"
        thread.start()
    }

    /// The next piece; `nil` at the end.
    func next() -> Piece? {
        filled.wait()
        return state.withLock { state in
            if state.filled.isEmpty {
                filled.signal()  // the end stays the end
                return nil
            }
            return state.filled.removeFirst()
        }
    }

    /// Gives a piece's memory back.
    func recycle(_ bytes: consuming [UInt8]) {
        // Given away before it is signalled: memory with a second owner would be copied when it is written to.
        var given: [UInt8]? = consume bytes
        state.withLock { if let bytes = given.take() { $0.free.append(bytes) } }
        free.signal()
    }

    /// How the input ended; asked after the last piece.
    var ending: Ending {
        state.withLock { $0.ending } ?? Ending()
    }

    /// Reads what is left without handing it out.
    func drain() -> Ending {
        state.withLock { $0.isDraining = true }
        free.signal()
        ended.wait()
        ended.signal()
        return ending
    }

    /// Ends the thread; no piece is asked for any more.
    func stop() {
        state.withLock { $0.isStopped = true }
        free.signal()
    }

    private func run(_ file: consuming OpenedFile, hashing: Hashing, _ room: Int) {
        var ending = Ending()
        do throws(CaptureFileError) {
            var stream = try Decompressor(file, hashing: hashing)
            while var bytes = freeBuffer() {
                let read = try stream.read(into: &bytes, room..<bytes.count)
                if read == 0 { break }
                // Given away, not copied: two owners would cost a copy at the next write.
                hand(Piece(bytes: consume bytes, range: room..<room + read))
                filled.signal()
            }
            if state.withLock({ $0.isDraining }) { try stream.readToEnd() }
            ending.endedEarly = stream.endedEarly
            ending.hash = stream.contentHash()
        } catch {
            ending.error = error
        }
        state.withLock { $0.ending = ending }
        ended.signal()
        filled.signal()
    }

    private func hand(_ piece: consuming Piece) {
        var given: Piece? = consume piece
        state.withLock { if let piece = given.take() { $0.filled.append(piece) } }
    }

    /// Waits for memory to read into; `nil` if nobody looks at further pieces.
    private func freeBuffer() -> [UInt8]? {
        free.wait()
        return state.withLock { $0.isStopped || $0.isDraining ? nil : $0.free.popLast() }
    }
}
