public import Documents

/// Reads a capture file, or standard input, whichever format its first bytes are.
public struct CaptureReader: ~Copyable, PacketSource {
    private var input: ByteInput
    private let isPcapng: Bool
    // One of the two is in use; an enum of them couldn't be changed in place.
    private var pcap: PcapReader
    private var pcapng = PcapngReader()
    private var place: PacketPlace?
    /// The file's name for messages.
    public let name: String

    /// Opens a capture, or standard input for `-`.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - hashing: whether it is hashed as it is read.
    /// - Throws: `CaptureFileError` if it can't be opened or is no capture.
    public init(path: String, hashing: Hashing = .never) throws(CaptureFileError) {
        try self.init(path: path, hashing: hashing, piece: ByteInput.usualPiece)
    }

    /// Opens a capture to be read in pieces of a length.
    init(path: String, hashing: Hashing = .never, piece: Int) throws(CaptureFileError) {
        var input = try ByteInput(path: path, hashing: hashing, piece: piece)
        let isPcapng = try Self.beginsAsPcapng(&input)
        pcap = isPcapng ? PcapReader() : try PcapReader(&input)
        name = input.name
        self.isPcapng = isPcapng
        self.input = input
    }

    /// Tells the format by the first bytes.
    private static func beginsAsPcapng(_ input: inout ByteInput) throws(CaptureFileError) -> Bool {
        guard try input.require(4) else {
            if input.endedEarly { throw CaptureFileError(.compressionCut, at: input.available, in: input.name) }
            throw input.available == 0
                ? CaptureFileError(.empty, at: 0, in: input.name)
                : CaptureFileError(.notACapture(input.bytes.array(0..<input.available)), at: 0, in: input.name)
        }
        let magic = input.bytes.uint32(at: 0)
        if PcapngReader.recognises(magic) { return true }
        if PcapReader.recognises(magic) { return false }
        _ = try input.require(8)
        throw CaptureFileError(.notACapture(input.bytes.array(0..<min(8, input.available))), at: 0, in: input.name)
    }

    /// The interfaces seen so far, of all sections, in the order described.
    public var interfaces: [CaptureInterface] {
        isPcapng ? pcapng.interfaces : pcap.interfaces
    }

    /// The names that the file gives addresses, as far as it was read (Name Resolution Blocks of pcapng), in its order; of an address
    /// with several the first is the one to show. The first hundred thousand.
    public var resolutions: [NameResolution] { pcapng.resolutions }

    /// The names that the file gives apps, as far as it was read.
    public var appNames: [AppName] { pcapng.appNames }

    /// Lends the next packet (see `PacketSource.next()`).
    @_lifetime(&self)
    public mutating func next() throws(CaptureFileError) -> PacketView? {
        guard let place = try nextPlace() else { return nil }
        return PacketView(place, bytes: input.span(at: place.position, count: place.capturedLength))
    }

    private mutating func nextPlace() throws(CaptureFileError) -> PacketPlace? {
        if let place = try isPcapng ? pcapng.next(&input) : pcap.next(&input) { return place }
        if input.endedEarly { throw CaptureFileError(.compressionCut, at: input.offset, in: name) }
        return nil
    }

    /// Moves to the next packet, which `head` and `withHead(_:)` then tell of.
    ///
    /// - Returns: whether there is one.
    mutating func advance() throws(CaptureFileError) -> Bool {
        place = try nextPlace()
        return place != nil
    }

    /// When the packet moved to was captured.
    var head: Timestamp? { place?.timestamp }

    /// Lends the packet moved to, with another index for its interface.
    func withHead(interface: (Int) -> Int, _ body: (borrowing PacketView) -> Void) {
        guard var place else { return }
        place.interface = interface(place.interface)
        body(PacketView(place, bytes: input.span(at: place.position, count: place.capturedLength)))
    }

    /// Reads all packets that are left.
    ///
    /// Faster than `next()`: records that lie whole in the buffer are read in one loop over it.
    ///
    /// - Parameter body: is lent each packet, in file order.
    /// - Throws: `CaptureFileError` at the first broken rule, after all packets before it.
    @inline(__always)
    mutating func forEach(_ body: (borrowing PacketView) -> Void) throws(CaptureFileError) {
        while true {
            if !isPcapng {
                let length = pcap.forEachBuffered(input.bytes, body)
                input.advance(length)
            }
            // What isn't whole in the buffer, isn't pcap, or breaks a rule.
            guard let packet = try next() else { return }
            body(packet)
        }
    }

    /// The hash of the file as it is stored; reads what is left of it. `nil` if it isn't hashed.
    public mutating func contentHash() throws(CaptureFileError) -> ContentHash? {
        try input.contentHash()
    }
}
