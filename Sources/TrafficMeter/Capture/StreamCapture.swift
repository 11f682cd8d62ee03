public import Documents

/// Packets of a stream in pcap or pcapng, as they come: of a pipe, a growing file, or PCAPdroid.
///
/// A packet is lent as soon as its last byte is there. Where one file follows another, the interfaces of both are told apart.
public struct StreamCapture: ~Copyable, RecordingSource {
    /// Where the stream comes from.
    public enum Origin: Hashable, Sendable {
        /// Standard input (`-`), a named pipe, or a file as it is.
        case pipe(String)
        /// A file that grows, and what takes its place; or the files of a folder, from the newest on.
        case followed(String)
        /// The first connection made to an address of this machine.
        case connection(StreamAddress)
        /// Datagrams to an address of this machine, a record each.
        case datagrams(StreamAddress)
        /// The body that an HTTP server sends.
        case http(StreamAddress)
    }

    private let arrivals: any ByteArrivals
    private var input: ByteInput
    /// The format of the file that is being read, once its first bytes are there.
    public private(set) var format: CaptureFormat?
    private var pcap = PcapReader()
    private var pcapng = PcapngReader()
    /// The interfaces of files before the present one.
    private var before: [CaptureInterface] = []
    private var place: PacketPlace?
    private var cuts: [CaptureFileError] = []

    /// Opens a stream; nothing need be there yet.
    ///
    /// - Throws: `CaptureFileError` for a file that can't be opened, `PacketStreamError` for an address that can't be used.
    public init(_ origin: Origin) throws {
        let arrivals: any ByteArrivals =
            switch origin {
            case .pipe(let path): try PipeArrivals(path: path)
            case .followed(let path): FollowedArrivals(path: path)
            case .connection(let address): try ConnectionArrivals(at: address)
            case .datagrams(let address): try DatagramArrivals(at: address)
            case .http(let address): try HTTPArrivals(address)
            }
        self.init(arrivals)
    }

    init(_ arrivals: any ByteArrivals) {
        self.arrivals = arrivals
        input = ByteInput(arrivals)
    }

    /// What a person wants to know at once.
    public var notice: StreamNotice? { arrivals.notice }

    /// The number of interfaces described so far.
    public var interfaceCount: Int {
        before.count + (format == .pcapng ? pcapng.interfaceCount : pcap.interfaces.count)
    }

    /// The interfaces described so far, of all files.
    public var interfaces: [CaptureInterface] {
        before + (format == .pcapng ? pcapng.interfaces : pcap.interfaces)
    }

    /// One of the interfaces described so far.
    public func interface(at index: Int) -> CaptureInterface {
        let present = index - before.count
        if present < 0 { return before[index] }
        return format == .pcapng ? pcapng.interface(at: present) : pcap.interfaces[present]
    }

    /// The names that the stream gives apps.
    public var appNames: [AppName] { pcapng.appNames }

    /// The names that the stream gives addresses.
    public var resolutions: [NameResolution] { pcapng.resolutions }

    /// What can't be seen, or was lost at an end.
    public var caveats: [Caveat] { cuts.map { Caveat(.captureCut, $0.description) } + arrivals.caveats }

    /// Waits for the next packet: a tenth of a second at most while nothing comes, and for some MiB of what is none.
    ///
    /// - Throws: `CaptureFileError` for what is no capture or breaks a rule; `PacketStreamError` for a connection that broke.
    public mutating func advance() throws -> PacketArrival {
        place = nil
        input.beginTurn()
        while true {
            var cut: CaptureFileError?
            do throws(CaptureFileError) {
                if try beginFile(), let next = try nextPlace() {
                    place = next
                    return .packet
                }
            } catch {
                // What is missing may be still to come.
                guard case .cut = error.rule else { throw error }
                cut = error
            }
            if input.isWaiting { return .nothing }
            if let failure = arrivals.failure { throw failure }
            if cut != nil || input.available > 0 { cuts.append(cut ?? cutHere) }
            guard input.hasSuccessor else { return .end }
            endFile()
        }
    }

    /// Lends the packet that `advance()` moved to.
    public func withPacket(_ body: (borrowing PacketView) -> Void) {
        guard let place else { return }
        body(PacketView(place, bytes: input.span(at: place.position, count: place.capturedLength)))
    }

    private var cutHere: CaptureFileError {
        CaptureFileError(.cut(expected: 4, found: input.available), at: input.offset, in: input.name)
    }

    /// Tells the format by the first bytes.
    ///
    /// - Returns: whether they are there.
    private mutating func beginFile() throws(CaptureFileError) -> Bool {
        if format != nil { return true }
        guard try input.require(4) else { return false }
        let magic = input.bytes.uint32(at: 0)
        if PcapngReader.recognises(magic) {
            format = .pcapng
        } else if PcapReader.recognises(magic) {
            pcap = try PcapReader(&input)
            format = .pcap
        } else {
            throw CaptureFileError(
                .notACapture(input.bytes.array(0..<min(8, input.available))), at: 0, in: input.name)
        }
        return true
    }

    private mutating func nextPlace() throws(CaptureFileError) -> PacketPlace? {
        var next = format == .pcapng ? try pcapng.next(&input) : try pcap.next(&input)
        next?.interface += before.count
        return next
    }

    /// Keeps what the file described, and makes ready for the one that follows.
    private mutating func endFile() {
        before = interfaces
        (format, pcap) = (nil, PcapReader())
        pcapng.beginSuccessor()
        input.beginSuccessor()
    }
}

/// The two formats of captures.
public enum CaptureFormat: String, Sendable {
    /// draft-ietf-opsawg-pcap.
    case pcap
    /// draft-ietf-opsawg-pcapng.
    case pcapng
}
