public import Documents

/// What a source of packets has for a recording.
public enum PacketArrival: Hashable, Sendable {
    /// A packet, which `withPacket` lends.
    case packet
    /// Nothing came for a tenth of a second.
    case nothing
    /// Nothing will come any more.
    case end
}

/// Where a recording's packets come from, as they come: an interface, or a stream.
public protocol RecordingSource: ~Copyable {
    /// The number of interfaces described so far; those of the packet lent are among them.
    var interfaceCount: Int { get }
    /// The interfaces described so far, in their order, with what is known to be lost.
    var interfaces: [CaptureInterface] { get }
    /// One of the interfaces described so far.
    func interface(at index: Int) -> CaptureInterface
    /// The names that the source gives apps, as far as it was read.
    var appNames: [AppName] { get }
    /// The names that the source gives addresses, as far as it was read.
    var resolutions: [NameResolution] { get }
    /// What a reader must know of the source beside its packets, as far as it was read.
    var caveats: [Caveat] { get }
    /// What a person wants to know at once; `nil` where there is nothing to say.
    var notice: StreamNotice? { get }

    /// Waits for the next packet, a tenth of a second at most.
    ///
    /// - Throws: `LiveCaptureError`, `CaptureFileError` or `PacketStreamError` where it can't go on.
    mutating func advance() throws -> PacketArrival

    /// Lends the packet that `advance()` moved to, if there is one.
    func withPacket(_ body: (borrowing PacketView) -> Void)
}
