import Glibc

/// Bytes of the first connection that is made to us: PCAPdroid's TCP exporter, or any "pcap over IP".
///
/// The stream is a capture file's, from its header on (emanuele-f/PCAPdroid, TCPDumper.java). Later connections are refused.
final class ConnectionArrivals: ByteArrivals {
    let name: String
    private var listener: Descriptor?
    private var connection: Descriptor?
    private(set) var failure: PacketStreamError?

    /// Begins to wait at an address of this machine.
    init(at address: StreamAddress) throws(PacketStreamError) {
        name = "tcp \(address)"
        listener = try Socket.listening(at: address, datagrams: false)
    }

    var notice: StreamNotice? { connection == nil && listener != nil ? .waiting(name) : .reading(name) }

    func read(
        into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
    ) throws(CaptureFileError) -> ByteArrival {
        if let listener {
            guard listener.waitToRead(patience), let accepted = Socket.accepted(by: listener) else { return .nothing }
            connection = accepted
            self.listener = nil
        }
        guard let connection, connection.waitToRead(patience) else { return .nothing }
        let count = connection.read(into: &buffer, range)
        if count > 0 { return .bytes(count) }
        if count < 0 {
            if errno == EINTR || errno == EAGAIN { return .nothing }
            failure = PacketStreamError(.broken(errno), place: name)
        }
        return .end
    }
}
