import Documents

/// What a source of bytes has for who asks.
enum ByteArrival {
    /// So many bytes were put into the buffer, at least one.
    case bytes(Int)
    /// Nothing came in the time given.
    case nothing
    /// Nothing came, but more may be there at once.
    case again
    /// Nothing will come any more.
    case end
    /// This input has ended, and another one follows: a file that was rotated.
    case successor
}

/// Bytes that come as they come: of a pipe, a growing file, a connection.
protocol ByteArrivals: AnyObject {
    /// The name for messages.
    var name: String { get }
    /// What there is to be said of the source, as far as it is known.
    var notice: StreamNotice? { get }
    /// What a reader must know of what came, as far as it is known.
    var caveats: [Caveat] { get }
    /// Why it ended, if that is no proper end.
    var failure: PacketStreamError? { get }

    /// Puts what came into `buffer[range]`.
    ///
    /// - Parameters:
    ///   - buffer: is changed within the range only.
    ///   - range: not empty.
    ///   - patience: milliseconds to wait while nothing comes.
    /// - Returns: what came.
    /// - Throws: `CaptureFileError` if the system can't read further.
    func read(
        into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
    ) throws(CaptureFileError) -> ByteArrival
}

extension ByteArrivals {
    var notice: StreamNotice? { nil }
    var caveats: [Caveat] { [] }
    var failure: PacketStreamError? { nil }
}

/// What a person wants to know of a stream at once.
public enum StreamNotice: Hashable, Sendable {
    /// It waits: for a connection or datagrams at an address, or for a file to be there.
    case waiting(String)
    /// Somebody connected, or a file is being read.
    case reading(String)
}
