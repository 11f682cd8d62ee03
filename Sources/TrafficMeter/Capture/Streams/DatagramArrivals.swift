/// Bytes of PCAPdroid's UDP exporter: the first datagram is a capture file's header, then each is one record
/// (emanuele-f/PCAPdroid, UDPDumper.java).
///
/// A header that was missed is made up: the link type is Ethernet where the record's trailer says so, else raw IP. What is no record
/// is passed over and counted. The first sender alone is heard.
final class DatagramArrivals: ByteArrivals {
    let name: String
    private let socket: Descriptor
    private var sender: [UInt8]?
    private var datagram = [UInt8](repeating: 0, count: 65_536)
    /// Bytes that were received and not yet taken.
    private var waiting: [UInt8] = []
    private var hasHeader = false
    private var isBigEndian = false
    /// Datagrams that are neither header nor record, or of somebody else.
    private(set) var passedOver = 0

    /// Begins to wait at an address of this machine.
    init(at address: StreamAddress) throws(PacketStreamError) {
        name = "udp \(address)"
        socket = try Socket.listening(at: address, datagrams: true)
    }

    var notice: StreamNotice? { hasHeader ? .reading(name) : .waiting(name) }

    func read(
        into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
    ) throws(CaptureFileError) -> ByteArrival {
        if waiting.isEmpty {
            guard socket.waitToRead(patience) else { return .nothing }
            while waiting.count < range.count, let received = Socket.datagram(from: socket, into: &datagram) {
                if sender == nil { sender = received.sender }
                if sender == received.sender { take(datagram[..<received.count]) } else { passedOver += 1 }
            }
            if waiting.isEmpty { return .nothing }
        }
        let count = min(waiting.count, range.count)
        buffer.replaceSubrange(range.lowerBound..<range.lowerBound + count, with: waiting[..<count])
        waiting.removeFirst(count)
        return .bytes(count)
    }

    /// Takes a datagram in.
    func take(_ bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes)
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
