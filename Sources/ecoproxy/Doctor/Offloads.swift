import Glibc

/// What an interface joins or leaves whole, so that a capture shows packets longer than the network's.
enum Offloads {
    /// SIOCETHTOOL (linux/sockios.h).
    private static let request: UInt = 0x8946
    /// Commands by the name that `ethtool -K` gives the feature (linux/ethtool.h); of ETHTOOL_GFLAGS the bit ETH_FLAG_LRO.
    private static let commands: [(name: String, command: UInt32, mask: UInt32)] = [
        ("tso", 0x1E, .max), ("gso", 0x23, .max), ("gro", 0x2B, .max), ("lro", 0x25, 1 << 15),
    ]

    /// Those that are on, by ethtool's names; `nil` where the interface doesn't say.
    static func on(_ interface: String) -> [String]? {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        guard socket >= 0 else { return nil }
        defer { close(socket) }
        let values = commands.map { value(of: $0.command, interface, socket) }
        guard values.contains(where: { $0 != nil }) else { return nil }
        return zip(commands, values).filter { ($1 ?? 0) & $0.mask != 0 }.map(\.0.name)
    }

    /// Asks for one value: `struct ethtool_value` is the command, then the value, 32 bits each.
    private static func value(of command: UInt32, _ interface: String, _ socket: Int32) -> UInt32? {
        // `struct ifreq` of 64-bit Linux (netdevice(7)): 16 bytes of name that end with a zero, then a union of 24, here a pointer.
        let name = Array(interface.utf8)
        guard name.count < 16, !name.contains(0) else { return nil }
        var answer = (command, UInt32(0))
        // Both structures live on this stack until the call returns; the kernel writes into the second one alone.
        let status = unsafe withUnsafeMutableBytes(of: &answer) { value in
            unsafe withUnsafeTemporaryAllocation(byteCount: 40, alignment: 8) { request in
                unsafe request.initializeMemory(as: UInt8.self, repeating: 0)
                unsafe request.copyBytes(from: name)
                unsafe request.storeBytes(of: value.baseAddress, toByteOffset: 16, as: UnsafeMutableRawPointer?.self)
                guard let base = request.baseAddress else { return Int32(-1) }
                return unsafe ioctl(socket, Self.request, base)
            }
        }
        return status == 0 ? answer.1 : nil
    }
}
