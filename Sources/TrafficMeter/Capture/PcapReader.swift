import Documents

/// Reads the classic format (draft-ietf-opsawg-pcap): a header of 24 bytes, then records.
///
/// ```
///  0..3 magic   4..5 major   6..7 minor   8..15 reserved   16..19 snap length   20..23 link type
///  record:  0..3 seconds   4..7 fraction   8..11 captured length   12..15 original length   then the packet
/// ```
struct PcapReader {
    static let headerLength = 24

    private var order = Endianness.little
    private var nanosecondsPerUnit: Int64 = 1000
    /// 16 bytes, or 24 with the "modified" magic of Kuznetzov's libpcap patch (Wireshark, wiretap/libpcap.c).
    private var recordHeaderLength = 16
    private var lengthsMayBeSwapped = (always: false, whenLonger: false)
    private var linkType = LinkType.ethernet
    private(set) var interfaces: [CaptureInterface] = []

    /// A reader of nothing.
    init() {}

    /// Whether the first four bytes are one of the format's magic numbers.
    static func recognises(_ magic: UInt32) -> Bool { Magic(magic) != nil }

    private struct Magic {
        var order: Endianness
        var nanosecondsPerUnit: Int64 = 1000
        var recordHeaderLength = 16

        /// The magic as read big-endian.
        init?(_ value: UInt32) {
            switch value {
            case 0xA1B2_C3D4: order = .big
            case 0xD4C3_B2A1: order = .little
            case 0xA1B2_3C4D: (order, nanosecondsPerUnit) = (.big, 1)
            case 0x4D3C_B2A1: (order, nanosecondsPerUnit) = (.little, 1)
            case 0xA1B2_CD34: (order, recordHeaderLength) = (.big, 24)
            case 0x34CD_B2A1: (order, recordHeaderLength) = (.little, 24)
            default: return nil
            }
        }
    }

    init(_ input: inout ByteInput) throws(CaptureFileError) {
        guard try input.require(Self.headerLength) else {
            throw CaptureFileError(.cut(expected: Self.headerLength, found: input.available), at: 0, in: input.name)
        }
        try self.init(header: input.bytes, name: input.name)
        input.advance(Self.headerLength)
    }

    private init(header: RawSpan, name: String) throws(CaptureFileError) {
        guard let magic = Magic(header.uint32(at: 0)) else {
            throw CaptureFileError(.notACapture(header.array(0..<8)), at: 0, in: name)
        }
        order = magic.order
        nanosecondsPerUnit = magic.nanosecondsPerUnit
        recordHeaderLength = magic.recordHeaderLength
        let major = Int(header.uint16(at: 4, order))
        let minor = Int(header.uint16(at: 6, order))
        guard major == 2 else { throw CaptureFileError(.version(major, minor), at: 4, in: name) }
        // Before version 2.3 the two lengths stood the other way round; 2.3 itself was written both ways (libpcap, sf-pcap.c).
        lengthsMayBeSwapped = (always: minor < 3, whenLonger: minor == 3)
        let snapLength = Int(header.uint32(at: 16, order))
        // The upper 16 bits of the link type field hold the FCS length and class (draft-ietf-opsawg-pcap § 4).
        linkType = LinkType(rawValue: UInt16(truncatingIfNeeded: header.uint32(at: 20, order)))
        interfaces = [
            CaptureInterface(
                linkType: linkType, snapLength: snapLength == 0 || snapLength >= 262_144 ? nil : snapLength,
                clockNanoseconds: nanosecondsPerUnit)
        ]
    }

    /// Reads the records that lie whole in a window; stops at one that breaks a rule.
    ///
    /// - Returns: the length of what was read.
    @inline(__always)
    func forEachBuffered(_ window: RawSpan, _ body: (borrowing PacketView) -> Void) -> Int {
        guard !lengthsMayBeSwapped.always, !lengthsMayBeSwapped.whenLonger, linkType.pseudoHeaderLength == 0 else {
            return 0
        }
        let (isBig, headerLength, longest) = (order == .big, recordHeaderLength, linkType.longestRecord)
        var position = 0
        while window.byteCount &- position >= headerLength {
            // Seconds and fraction, then both lengths, in a load each.
            var time = window.uint64(at: position, .little)
            var lengths = window.uint64(at: position &+ 8, .little)
            if isBig {
                time = Self.swappedHalves(time)
                lengths = Self.swappedHalves(lengths)
            }
            let captured = Int(truncatingIfNeeded: lengths & 0xFFFF_FFFF)
            let start = position &+ headerLength
            guard captured <= longest, captured <= window.byteCount &- start else { break }
            // 32 bits of seconds and of fraction can't overflow 63 bits of nanoseconds.
            let seconds = Int64(truncatingIfNeeded: time & 0xFFFF_FFFF)
            let fraction = Int64(truncatingIfNeeded: time >> 32)
            let original = min(Int(truncatingIfNeeded: lengths >> 32), PacketPlace.longestOriginal)
            position = start &+ captured
            body(
                PacketView(
                    bytes: window.extracting(start..<position), originalLength: original,
                    linkType: linkType,
                    timestamp: Timestamp(nanoseconds: seconds &* 1_000_000_000 &+ fraction &* nanosecondsPerUnit),
                    interface: 0))
        }
        return position
    }

    /// Two 32-bit fields that were written by the other kind of machine.
    private static func swappedHalves(_ word: UInt64) -> UInt64 {
        let bytes = word.byteSwapped
        return bytes << 32 | bytes >> 32
    }

    /// Finds the next record and moves the input past it.
    @inline(__always)
    mutating func next(_ input: inout ByteInput) throws(CaptureFileError) -> PacketPlace? {
        guard try input.require(recordHeaderLength) else {
            if input.available == 0 { return nil }
            throw CaptureFileError(
                .cut(expected: recordHeaderLength, found: input.available), at: input.offset, in: input.name)
        }
        // Seconds and fraction, then both lengths, in a load each.
        let (time, lengths) = (input.pair(at: 0, order), input.pair(at: 8, order))
        var (captured, original) = (Int(lengths.first), Int(lengths.second))
        if lengthsMayBeSwapped.always || (lengthsMayBeSwapped.whenLonger && captured > original) {
            swap(&captured, &original)
        }
        guard captured <= linkType.longestRecord else {
            throw CaptureFileError(
                .recordTooLong(captured, limit: linkType.longestRecord), at: input.offset, in: input.name)
        }
        let length = recordHeaderLength &+ captured
        guard try input.require(length) else {
            throw CaptureFileError(.cut(expected: length, found: input.available), at: input.offset, in: input.name)
        }
        input.advance(length)
        // 32 bits of seconds and of fraction can't overflow 63 bits of nanoseconds.
        let nanoseconds = Int64(time.first) &* 1_000_000_000 &+ Int64(time.second) &* nanosecondsPerUnit
        var place = PacketPlace(
            position: -captured, capturedLength: captured, originalLength: original, linkType: linkType,
            timestamp: Timestamp(nanoseconds: nanoseconds), interface: 0)
        place.normalise()
        return place
    }
}

/// Where a packet's bytes lie relative to the input's window, and what its record says of it.
struct PacketPlace {
    var position: Int
    var capturedLength: Int
    var originalLength: Int
    var linkType: LinkType
    var timestamp: Timestamp?
    var interface: Int
    var direction: PacketDirection = .unknown
    var app: Int32?

    /// Longest packet that a record is believed to be of: no link carries longer ones (Wireshark's limit, too).
    static let longestOriginal = Int(Int32.max)

    /// Leaves out what no link carried.
    mutating func normalise() {
        originalLength = min(originalLength, Self.longestOriginal)
        let header = linkType.pseudoHeaderLength
        guard header > 0 else { return }
        let stored = min(header, capturedLength)
        position += stored
        capturedLength -= stored
        originalLength = max(0, originalLength - header)
    }
}

extension PacketView {
    /// A packet at its place.
    @_lifetime(copy bytes)
    @inline(__always)
    init(_ place: PacketPlace, bytes: RawSpan) {
        self.init(
            bytes: bytes, originalLength: place.originalLength, linkType: place.linkType, timestamp: place.timestamp,
            interface: place.interface, direction: place.direction, app: place.app)
    }
}
