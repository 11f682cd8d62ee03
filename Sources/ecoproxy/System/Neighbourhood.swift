import Foundation
import TrafficMeter

/// What this machine knows of the networks it is on.
enum Neighbourhood {
    /// The interface of the default route: IPv4's with the lowest metric, else IPv6's (proc(5), /proc/net/route; the kernel's
    /// net/ipv6/route.c for /proc/net/ipv6_route).
    static func defaultInterface() -> String? {
        // Columns: interface, destination, gateway, flags, references, use, metric, mask.
        let fourth = rows("/proc/net/route").filter { $0.count > 7 && $0[1] == "00000000" && $0[7] == "00000000" }
            .min { Int($0[6]) ?? .max < Int($1[6]) ?? .max }
        if let name = fourth?.first { return name }
        // Columns: destination, its length, source, its length, next hop, metric, references, use, flags, interface.
        let zeros = String(repeating: "0", count: 32)
        return rows("/proc/net/ipv6_route").first {
            $0.count > 9 && $0[0] == zeros && $0[1] == "00" && $0[4] != zeros && $0[9] != "lo"
        }?[9]
    }

    /// The link address that this machine knows for an address on an interface (proc(5), /proc/net/arp: IPv4 only).
    static func linkAddress(of address: IPAddress, on interface: String) -> LinkAddress? {
        // Columns: address, hardware type, flags, link address, mask, interface.
        let known = rows("/proc/net/arp").first {
            $0.count > 5 && IPAddress($0[0]) == address && $0[5] == interface
        }
        return known.flatMap { LinkAddress($0[3]) }.flatMap { $0.bits == 0 ? nil : $0 }
    }

    /// A table's lines in columns; none where it isn't there.
    private static func rows(_ path: String) -> [[String]] {
        // Another system than Linux has no such file, and then nothing is known.
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    }
}
