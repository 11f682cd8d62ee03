import Glibc

/// A socket that only this machine reaches: in the file system, or on IPv4 loopback. Closed with its owner; no call of it waits, but `wait`.
final class LocalSocket: Sendable {
    /// What went wrong, by the system's number (errno.h).
    struct Failure: Error {
        let number: Int32
    }

    private let descriptor: Int32
    /// A socket in the file system, which is removed with it.
    let path: String?

    private init(_ descriptor: Int32, path: String? = nil) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        Glibc.close(descriptor)
        if let path { unsafe unlink(path) }
    }

    private static func make(_ family: Int32, _ type: __socket_type) throws(Failure) -> LocalSocket {
        let flags = Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(family, Int32(type.rawValue) | flags, 0)
        guard descriptor >= 0 else { throw Failure(number: errno) }
        return LocalSocket(descriptor)
    }

    /// Listens on a path for its owner only (mode 0600).
    static func listening(at path: String) throws(Failure) -> LocalSocket {
        let made = try make(AF_UNIX, SOCK_STREAM)
        unsafe try made.use(path) { unsafe bind(made.descriptor, $0, $1) }
        // Until now nobody could connect: only `listen` lets them.
        let owner = LocalSocket(dup(made.descriptor), path: path)
        guard unsafe chmod(path, 0o600) == 0, listen(owner.descriptor, 8) == 0 else { throw Failure(number: errno) }
        return owner
    }

    /// Connects to a path.
    static func connected(to path: String) throws(Failure) -> LocalSocket {
        let made = try make(AF_UNIX, SOCK_STREAM)
        unsafe try made.use(path) { unsafe connect(made.descriptor, $0, $1) }
        return made
    }

    /// Listens on loopback for connections.
    ///
    /// - Parameter port: 0 for any that is free.
    /// - Returns: a socket that listens.
    /// - Throws: `Failure` if the port can't be had.
    static func listening(onPort port: UInt16) throws(Failure) -> LocalSocket {
        let made = try make(AF_INET, SOCK_STREAM)
        var yes: Int32 = 1
        unsafe setsockopt(made.descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        try made.bindToLoopback(port)
        guard listen(made.descriptor, 8) == 0 else { throw Failure(number: errno) }
        return made
    }

    /// Takes datagrams on loopback.
    static func datagrams(onPort port: UInt16) throws(Failure) -> LocalSocket {
        let made = try make(AF_INET, SOCK_DGRAM)
        try made.bindToLoopback(port)
        return made
    }

    /// The port it is bound to.
    var port: UInt16 {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        // The structure is as long as said, and the system fills no more of it.
        unsafe withUnsafeMutablePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = unsafe getsockname(descriptor, $0, &length)
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    /// The next connection; `nil` if none waits.
    func accept() -> LocalSocket? {
        let connection = Glibc.accept(descriptor, nil, nil)
        guard connection >= 0, fcntl(connection, F_SETFL, O_NONBLOCK) == 0,
            fcntl(connection, F_SETFD, FD_CLOEXEC) == 0
        else { return nil }
        return LocalSocket(connection)
    }

    /// What has arrived, 4096 bytes at most; nothing at its end, `nil` if nothing has arrived yet.
    func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        // The buffer is borrowed for the call, and its own count bounds what is written to it.
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
        if count >= 0 { return Array(buffer.prefix(count)) }
        return errno == EAGAIN || errno == EINTR ? nil : []
    }

    /// Sends what the system takes of some bytes at once.
    ///
    /// - Returns: how many it took; `nil` if the other side is gone.
    func write(_ bytes: ArraySlice<UInt8>) -> Int? {
        let count = unsafe bytes.withUnsafeBytes {
            unsafe send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EINTR ? 0 : nil
    }

    /// Takes a datagram and sends its sender what is made of it; `false` if none waits.
    func answerDatagram(_ answer: (ArraySlice<UInt8>) -> [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var sender = sockaddr_in()
        // The structure is as long as said, and the system fills no more of it; the buffer's own count bounds what is written to it.
        return unsafe withUnsafeMutablePointer(to: &sender) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                var length = socklen_t(MemoryLayout<sockaddr_in>.size)
                let count = unsafe buffer.withUnsafeMutableBytes {
                    unsafe recvfrom(descriptor, $0.baseAddress, $0.count, 0, address, &length)
                }
                guard count >= 0 else { return false }
                let text = answer(buffer.prefix(count))
                _ = unsafe text.withUnsafeBytes {
                    unsafe sendto(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL), address, length)
                }
                return true
            }
        }
    }

    /// Waits until one of several can be used, or the time is over.
    ///
    /// - Parameters:
    ///   - sockets: each with whether it is to be written to, rather than read from.
    ///   - milliseconds: how long to wait at most.
    /// - Returns: whether something happened.
    @discardableResult
    static func wait(for sockets: [(socket: LocalSocket, writes: Bool)], milliseconds: Int32) -> Bool {
        var waiting = sockets.map {
            pollfd(fd: $0.socket.descriptor, events: Int16($0.writes ? POLLOUT : POLLIN), revents: 0)
        }
        return unsafe poll(&waiting, nfds_t(waiting.count), milliseconds) > 0
    }

    private func bindToLoopback(_ port: UInt16) throws(Failure) {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian  // 127.0.0.1 (RFC 1122 § 3.2.1.3)
        let status = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Failure(number: errno) }
    }

    private func use(
        _ path: String, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(Failure) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        // The path and the zero after it must fit (unix(7)); beyond, the structure stays zero.
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { throw Failure(number: ENAMETOOLONG) }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let status = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe call($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else { throw Failure(number: errno) }
    }
}
