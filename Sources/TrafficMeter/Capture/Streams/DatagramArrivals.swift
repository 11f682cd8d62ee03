import Documents

/// Bytes of PCAPdroid's UDP exporter: of the first sender that says what an exporter says, and of no other.
final class DatagramArrivals: ByteArrivals {
    /// Datagrams that are taken in before what is there is given: who floods us must not keep us from that.
    private static let mostAtATime = 1024

    let name: String
    private let socket: Descriptor
    private var sender: DatagramSender?
    private var datagram = [UInt8](repeating: 0, count: 65_536)
    private var records = DatagramRecords()
    /// Datagrams of others than the exporter.
    private var strangers = 0

    /// Begins to wait at an address of this machine.
    init(at address: StreamAddress) throws(PacketStreamError) {
        name = "udp \(address)"
        socket = try Socket.listening(at: address, datagrams: true)
    }

    var notice: StreamNotice? { records.header == nil ? .waiting(name) : .reading(name) }

    var caveats: [Caveat] {
        var found = [
            Caveat(
                .lossUnseen,
                "the packets came as datagrams, whose loss nothing tells: all totals are \"at least\"; "
                    + "PCAPdroid's TCP exporter loses none")
        ]
        if records.passedOver + strangers > 0 {
            found.append(
                Caveat(
                    .datagramsIgnored,
                    "datagrams to \(name) that are no packets of the recorded exporter were passed over: \(strangers) of "
                        + "other senders, \(records.passedOver) that are no record",
                    count: records.passedOver + strangers))
        }
        return found
    }

    func read(
        into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
    ) throws(CaptureFileError) -> ByteArrival {
        if records.waiting.isEmpty, !records.hasSuccessor {
            guard socket.waitToRead(patience) else { return .nothing }
            for _ in 0..<Self.mostAtATime where records.waiting.count < range.count && !records.hasSuccessor {
                guard let received = Socket.datagram(from: socket, into: &datagram) else { break }
                add(Array(datagram[..<received.count]), of: received.sender)
            }
        }
        let count = records.give(to: &buffer, range)
        if count > 0 { return .bytes(count) }
        return records.beginSuccessor() ? .successor : .nothing
    }

    /// Takes a datagram in, unless it is of another sender than the exporter: who sends a file's header or a record first.
    ///
    /// An exporter that is begun again has another port, and says the header first.
    private func add(_ bytes: [UInt8], of origin: DatagramSender) {
        let isExporter = sender == nil || origin == sender
        let isAgain = origin.host == sender?.host && DatagramRecords.isHeader(bytes)
        guard isExporter || isAgain else { return strangers += 1 }
        if records.add(bytes) { sender = origin }
    }
}
