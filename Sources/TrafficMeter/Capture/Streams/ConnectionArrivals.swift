import Glibc

/// Bytes of the first connection that is made to us and sends something: PCAPdroid's TCP exporter, or any "pcap over IP".
///
/// The stream is a capture file's, from its header on (emanuele-f/PCAPdroid, TCPDumper.java). Later connections are refused. One that
/// ends without a word, as of who looks whether somebody listens, is forgotten.
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

    var notice: StreamNotice? { connection == nil ? .waiting(name) : .reading(name) }

    func read(
        into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
    ) throws(CaptureFileError) -> ByteArrival {
        if connection == nil {
            guard let listener, listener.waitToRead(patience) else { return .nothing }
            connection = Socket.accepted(by: listener)
        }
        guard let connection, connection.waitToRead(patience) else { return .nothing }
        let count = connection.read(into: &buffer, range)
        if count > 0 {
            listener = nil
            return .bytes(count)
        }
        if count < 0, errno == EINTR || errno == EAGAIN { return .nothing }
        if listener != nil {
            self.connection = nil
            return .nothing
        }
        if count < 0 {
            failure = PacketStreamError(.broken(errno), place: name)
        }
        return .end
    }
}
