import Glibc

/// The system's sockets, as far as streams need them.
enum Socket {
    /// A socket that waits at an address: for connections, or for datagrams.
    static func listening(at address: StreamAddress, datagrams: Bool) throws(PacketStreamError) -> Descriptor {
        unsafe try open(address, datagrams: datagrams) { socket, found in
            var yes: Int32 = 1
            // The option's value lives for the call only; datagrams of another program's port are never shared.
            if !datagrams {
                unsafe setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
            }
            guard unsafe bind(socket, found.ai_addr, found.ai_addrlen) == 0,
                datagrams || listen(socket, 1) == 0
            else { return .cannotListen(errno) }
            if datagrams {
                // Room for a burst while the disk is busy; the system may give less (socket(7), SO_RCVBUF).
                var room: Int32 = 4 << 20
                unsafe setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<Int32>.size))
            }
            return nil
        }
    }

    /// A connection that is being made; once it can be written to, `failure(of:)` tells what became of it.
    static func connecting(to address: StreamAddress) throws(PacketStreamError) -> Descriptor {
        unsafe try open(address, datagrams: false) { socket, found in
            if unsafe connect(socket, found.ai_addr, found.ai_addrlen) == 0 || errno == EINPROGRESS { return nil }
            return .cannotConnect(errno)
        }
    }

    /// The first of a host's addresses that a socket can be opened for.
    private static func open(
        _ address: StreamAddress, datagrams: Bool, _ prepare: (Int32, addrinfo) -> PacketStreamError.Rule?
    ) throws(PacketStreamError) -> Descriptor {
        var wanted = unsafe addrinfo()
        unsafe wanted.ai_socktype = Int32(datagrams ? SOCK_DGRAM.rawValue : SOCK_STREAM.rawValue)
        unsafe wanted.ai_flags = AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(address.host, "\(address.port)", &wanted, &list) == 0 else {
            throw PacketStreamError(.address, place: "\(address)")
        }
        defer { unsafe freeaddrinfo(list) }
        var failure = PacketStreamError.Rule.address
        // The list is NULL-terminated and stays until it is freed above.
        var next = unsafe list
        while let found = unsafe next?.pointee {
            unsafe next = found.ai_next
            let kind = unsafe found.ai_socktype | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
            let number = unsafe socket(found.ai_family, kind, found.ai_protocol)
            guard number >= 0 else { continue }
            let descriptor = Descriptor(number)
            guard let rule = unsafe prepare(number, found) else { return descriptor }
            failure = rule
        }
        throw PacketStreamError(failure, place: "\(address)")
    }

    /// Why a connection wasn't made: the system's error number, 0 if it was.
    static func failure(of socket: Descriptor) -> Int32 {
        var number: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        unsafe getsockopt(socket.number, SOL_SOCKET, SO_ERROR, &number, &length)
        return number
    }

    /// The next connection that waits, if one does.
    static func accepted(by listener: Descriptor) -> Descriptor? {
        let number = accept(listener.number, nil, nil)
        guard number >= 0 else { return nil }
        _ = fcntl(number, F_SETFL, O_NONBLOCK)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        return Descriptor(number)
    }

    /// The next datagram, cut to the buffer, and who sent it; `nil` if none waits.
    static func datagram(
        from socket: Descriptor, into buffer: inout [UInt8]
    ) -> (count: Int, sender: DatagramSender)? {
        var sender = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        // Buffer and address live for the call only, and their lengths are given with them.
        let count = unsafe buffer.withUnsafeMutableBytes { buffer in
            unsafe withUnsafeMutablePointer(to: &sender) { sender in
                unsafe sender.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe recvfrom(socket.number, buffer.baseAddress, buffer.count, 0, $0, &length)
                }
            }
        }
        guard count >= 0 else { return nil }
        let size = min(Int(length), MemoryLayout<sockaddr_storage>.size)
        return (count, DatagramSender(unsafe withUnsafeBytes(of: &sender) { unsafe Array($0.prefix(size)) }))
    }
}

/// Who sent a datagram: the two structures for IPv4 and IPv6 have the port in the same place (POSIX, netinet/in.h).
struct DatagramSender: Hashable {
    /// The address, and what else the system says but the port.
    let host: [UInt8]
    let port: [UInt8]

    /// From a socket address's bytes.
    init(_ address: [UInt8]) {
        let start = MemoryLayout<sa_family_t>.size
        let end = start + MemoryLayout<in_port_t>.size
        host = Array(address.prefix(start) + address.dropFirst(end))
        port = Array(address.dropFirst(start).prefix(end - start))
    }
}
