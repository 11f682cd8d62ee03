/// Makes a capture file's bytes of PCAPdroid's datagrams: the first is a file's header, then each is one record
/// (emanuele-f/PCAPdroid, UDPDumper.java).
///
/// A header that was missed is made up: the link type is Ethernet where the record's trailer says so, else raw IP. What is no record
/// is passed over and counted.
struct DatagramRecords {
    /// Bytes that were made and not yet taken.
    private(set) var waiting: [UInt8] = []
    /// Whether the file's header is among what was made.
    private(set) var hasHeader = false
    private var isBigEndian = false
    /// Datagrams that are neither header nor record.
    private(set) var passedOver = 0

    /// Takes a datagram in.
    mutating func add(_ bytes: [UInt8]) {
        if bytes.count == PcapReader.headerLength, PcapReader.recognises(Self.integer(bytes, at: 0, bigEndian: true)) {
            // A capture that was begun again says the same once more.
            guard !hasHeader else { return }
            (hasHeader, isBigEndian) = (true, bytes[0] == 0xA1)
            waiting += bytes
            return
        }
        guard bytes.count > 16, Self.integer(bytes, at: 8, bigEndian: isBigEndian) == UInt32(bytes.count - 16) else {
            return passedOver += 1
        }
        if !hasHeader {
            hasHeader = true
            waiting += Self.header(linkType: Self.hasTrailer(bytes) ? .ethernet : .raw)
        }
        waiting += bytes
    }

    /// Takes what waits into `buffer[range]`.
    ///
    /// - Returns: the number of bytes.
    mutating func give(to buffer: inout [UInt8], _ range: Range<Int>) -> Int {
        let count = min(waiting.count, range.count)
        buffer.replaceSubrange(range.lowerBound..<range.lowerBound + count, with: waiting[..<count])
        waiting.removeFirst(count)
        return count
    }

    /// Whether a record ends with PCAPdroid's trailer of 32 bytes (pcap_dump.h: it begins with 0x01072021, big-endian), which it
    /// puts behind an Ethernet header only.
    private static func hasTrailer(_ record: [UInt8]) -> Bool {
        record.count >= 16 + 14 + 32 && integer(record, at: record.count - 32, bigEndian: true) == 0x0107_2021
    }

    /// The file header that PCAPdroid sends (draft-ietf-opsawg-pcap § 4): little-endian, microseconds.
    private static func header(linkType: LinkType) -> [UInt8] {
        [0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0]
            + [UInt8(truncatingIfNeeded: linkType.rawValue), UInt8(truncatingIfNeeded: linkType.rawValue >> 8), 0, 0]
    }

    private static func integer(_ bytes: [UInt8], at position: Int, bigEndian: Bool) -> UInt32 {
        let four = bytes[position..<position + 4]
        return (bigEndian ? Array(four) : four.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
