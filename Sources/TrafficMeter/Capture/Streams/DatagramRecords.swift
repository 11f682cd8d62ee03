/// Makes a capture file's bytes of PCAPdroid's datagrams: the first is a file's header, then each is one record
/// (emanuele-f/PCAPdroid, UDPDumper.java).
///
/// A header that was missed is made up: the link type is Ethernet where the record's trailer says so, else raw IP. Another header than
/// the one before begins another file. What is no record is passed over and counted.
struct DatagramRecords {
    /// Bytes that were made and not yet taken, of one file.
    private(set) var waiting: [UInt8] = []
    /// The latest file's header.
    private(set) var header: [UInt8]?
    /// Whether another file begins after what is waiting: with its header.
    private(set) var hasSuccessor = false
    /// Datagrams that are neither header nor record.
    private(set) var passedOver = 0

    /// Whether a datagram is a file's header whose records are as they are understood here: of version 2.4 (draft-ietf-opsawg-pcap
    /// § 4), with times in microseconds or nanoseconds.
    static func isHeader(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == PcapReader.headerLength else { return false }
        let isBigEndian = bytes[0] == 0xA1
        let magic = integer(bytes, at: 0, bigEndian: isBigEndian)
        return (magic == 0xA1B2_C3D4 || magic == 0xA1B2_3C4D)
            && Array(bytes[4..<8]) == (isBigEndian ? [0, 2, 0, 4] : [2, 0, 4, 0])
    }

    /// Takes a datagram in; not while another file waits to be begun.
    ///
    /// - Returns: whether it is an exporter's.
    mutating func add(_ bytes: [UInt8]) -> Bool {
        if Self.isHeader(bytes) {
            // A capture that was begun again says the same once more.
            if bytes == header { return true }
            if header == nil { waiting += bytes } else { hasSuccessor = true }
            header = bytes
            return true
        }
        let isBigEndian = header?.first == 0xA1
        guard bytes.count > 16, Self.integer(bytes, at: 8, bigEndian: isBigEndian) == UInt32(bytes.count - 16) else {
            passedOver += 1
            return false
        }
        if header == nil {
            let made = Self.header(linkType: Self.hasTrailer(bytes) ? .ethernet : .raw)
            (header, waiting) = (made, made)
        }
        waiting += bytes
        return true
    }

    /// Begins the file that follows, once all of the one before was taken.
    ///
    /// - Returns: whether there is one.
    mutating func beginSuccessor() -> Bool {
        guard hasSuccessor, waiting.isEmpty, let header else { return false }
        (hasSuccessor, waiting) = (false, header)
        return true
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
