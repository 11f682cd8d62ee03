/// Bytes of PCAPdroid's UDP exporter; the first sender alone is heard.
final class DatagramArrivals: ByteArrivals {
    let name: String
    private let socket: Descriptor
    private var sender: [UInt8]?
    private var datagram = [UInt8](repeating: 0, count: 65_536)
    private var records = DatagramRecords()

    /// Begins to wait at an address of this machine.
    init(at address: StreamAddress) throws(PacketStreamError) {
        name = "udp \(address)"
        socket = try Socket.listening(at: address, datagrams: true)
    }

    var notice: StreamNotice? { records.hasHeader ? .reading(name) : .waiting(name) }

    func read(
        into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
    ) throws(CaptureFileError) -> ByteArrival {
        if records.waiting.isEmpty {
            guard socket.waitToRead(patience) else { return .nothing }
            while records.waiting.count < range.count, let received = Socket.datagram(from: socket, into: &datagram) {
                if sender == nil { sender = received.sender }
                if sender == received.sender { records.add(Array(datagram[..<received.count])) }
            }
        }
        let count = records.give(to: &buffer, range)
        return count > 0 ? .bytes(count) : .nothing
    }
}
