import CPcap
import Glibc

/// A network interface of this machine.
public struct NetworkInterface: Hashable, Sendable {
    /// Its name, such as `wlan0`.
    public var name: String
    /// Its addresses, IPv4 first, in the system's order.
    public var addresses: [IPAddress]
    /// Whether it is up and running.
    public var isUp: Bool
    /// Whether it only leads to this machine.
    public var isLoopback: Bool

    /// The interfaces that libpcap can name, in its order: those most likely meant come first.
    ///
    /// Pseudo interfaces that carry no IP traffic (USB, Bluetooth, D-Bus, netfilter) are left out.
    public static func all() -> [NetworkInterface] {
        var list: UnsafeMutablePointer<pcap_if_t>?
        var errors = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        guard unsafe pcap_findalldevs(&list, &errors) == 0 else { return [] }
        defer { unsafe pcap_freealldevs(list) }
        var found: [NetworkInterface] = []
        // libpcap's list is NULL-terminated and stays until it is freed above.
        var next = unsafe list
        while let device = unsafe next {
            unsafe next = device.pointee.next
            let name = unsafe String(cString: device.pointee.name)
            let flags = unsafe device.pointee.flags
            if ["bluetooth", "dbus", "nf", "usbmon"].contains(where: name.hasPrefix) { continue }
            let addresses = unsafe addresses(of: device.pointee.addresses)
            found.append(
                NetworkInterface(
                    name: name, addresses: addresses.filter { !$0.isIPv6 } + addresses.filter(\.isIPv6),
                    isUp: flags & UInt32(PCAP_IF_UP | PCAP_IF_RUNNING) == UInt32(PCAP_IF_UP | PCAP_IF_RUNNING),
                    isLoopback: flags & UInt32(PCAP_IF_LOOPBACK) != 0))
        }
        return found
    }

    private static func addresses(of list: UnsafeMutablePointer<pcap_addr>?) -> [IPAddress] {
        var found: [IPAddress] = []
        var next = unsafe list
        while let entry = unsafe next {
            unsafe next = entry.pointee.next
            guard let address = unsafe entry.pointee.addr else { continue }
            // The family says which structure the address is; both begin with it (POSIX, sys/socket.h).
            switch unsafe Int32(address.pointee.sa_family) {
            case AF_INET:
                unsafe address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                    found.append(IPAddress(ipv4: unsafe UInt32(bigEndian: $0.pointee.sin_addr.s_addr)))
                }
            case AF_INET6:
                unsafe address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                    let words = unsafe $0.pointee.sin6_addr.__in6_u.__u6_addr32
                    let (a, b, c, d) = (
                        words.0.byteSwapped, words.1.byteSwapped, words.2.byteSwapped, words.3.byteSwapped
                    )
                    found.append(IPAddress(high: UInt64(a) << 32 | UInt64(b), low: UInt64(c) << 32 | UInt64(d)))
                }
            default: break
            }
        }
        return found
    }
}
