public import Documents

/// Reads a capture file, or standard input, whichever format its first bytes are.
public struct CaptureReader: ~Copyable, PacketSource {
    private var input: ByteInput
    // One of the two is there; an enum of them couldn't be changed in place.
    private var pcap: PcapReader?
    private var pcapng: PcapngReader?
    /// The file's name for messages.
    public let name: String

    /// Opens a capture, or standard input for `-`.
    ///
    /// - Throws: `CaptureFileError` if it can't be opened or is no capture.
    public init(path: String) throws(CaptureFileError) {
        var input = try ByteInput(path: path)
        let name = input.name
        guard try input.require(4) else {
            if input.endedEarly { throw CaptureFileError(.compressionCut, at: input.available, in: name) }
            throw input.available == 0
                ? CaptureFileError(.empty, at: 0, in: name)
                : CaptureFileError(.notACapture(input.bytes.array(0..<input.available)), at: 0, in: name)
        }
        let magic = input.bytes.uint32(at: 0)
        if PcapngReader.recognises(magic) {
            pcapng = PcapngReader()
        } else if PcapReader.recognises(magic) {
            pcap = try PcapReader(&input)
        } else {
            _ = try input.require(8)
            throw CaptureFileError(.notACapture(input.bytes.array(0..<min(8, input.available))), at: 0, in: name)
        }
        self.input = input
        self.name = name
    }

    /// The interfaces seen so far, of all sections, in the order described.
    public var interfaces: [CaptureInterface] {
        pcap?.interfaces ?? pcapng?.interfaces ?? []
    }

    /// Lends the next packet (see `PacketSource.next()`).
    @_lifetime(&self)
    public mutating func next() throws(CaptureFileError) -> PacketView? {
        guard let place = try pcap != nil ? pcap?.next(&input) : pcapng?.next(&input) else {
            if input.endedEarly { throw CaptureFileError(.compressionCut, at: input.offset, in: name) }
            return nil
        }
        return PacketView(
            bytes: input.span(at: place.position, count: place.capturedLength), originalLength: place.originalLength,
            linkType: place.linkType, timestamp: place.timestamp, interface: place.interface,
            direction: place.direction)
    }

    /// The hash of the file as it is stored; reads what is left of it.
    public mutating func contentHash() throws(CaptureFileError) -> ContentHash {
        try input.contentHash()
    }
}
