import Glibc

@testable import TrafficMeter

/// A socket of this machine's own network, for the other end of a stream.
struct LoopbackSocket {
    let descriptor: Descriptor
    /// Where it waits.
    let address: StreamAddress

    /// Waits for connections, or for datagrams, on a port that the system chooses.
    init(datagrams: Bool, host: String = "127.0.0.1") throws {
        descriptor = try Socket.listening(at: StreamAddress(host: host, port: 0), datagrams: datagrams)
        var found = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let number = descriptor.number
        _ = withUnsafeMutablePointer(to: &found) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(number, $0, &length) }
        }
        address = StreamAddress(host: host, port: UInt16(bigEndian: found.sin_port))
    }

    /// Sends a datagram, which is there when this returns.
    func send(_ bytes: [UInt8], to target: StreamAddress) {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = target.port.bigEndian
        inet_pton(AF_INET, target.host, &address.sin_addr)
        let sent = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor.number, bytes, bytes.count, 0, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        precondition(sent == bytes.count)
    }
}

extension ByteArrivals {
    /// What the next read gives.
    func next() throws -> Arrival {
        var buffer = [UInt8](repeating: 0, count: 100_000)
        switch try read(into: &buffer, 10..<buffer.count, patience: 0) {
        case .bytes(let count): return .bytes(Array(buffer[10..<10 + count]))
        case .nothing: return .nothing
        case .again: return .again
        case .end: return .end
        case .successor: return .successor
        }
    }
}

/// What came, with its bytes.
enum Arrival: Equatable, ExpressibleByStringLiteral {
    case bytes([UInt8])
    case nothing, again, end, successor

    init(stringLiteral text: String) { self = .bytes(Array(text.utf8)) }
}
