import Foundation

/// Packets that the kernel has counted on an interface, which anyone may read.
enum InterfaceCounters {
    /// Packets of each interface in some time, both ways; interfaces that the kernel doesn't count are left out.
    ///
    /// - Parameters:
    ///   - names: the interfaces.
    ///   - seconds: how long to count.
    /// - Returns: packets by interface.
    static func packets(of names: [String], seconds: Double) -> [String: Int] {
        let before = names.map(total)
        Thread.sleep(forTimeInterval: seconds)
        var counted: [String: Int] = [:]
        for (name, first) in zip(names, before) {
            guard let first, let last = total(of: name), last >= first else { continue }
            counted[name] = last - first
        }
        return counted
    }

    /// All that was counted so far (Documentation/ABI/testing/sysfs-class-net-statistics).
    private static func total(of name: String) -> Int? {
        guard !name.contains("/") else { return nil }
        let counts = ["rx_packets", "tx_packets"].compactMap { counter in
            (try? String(contentsOfFile: "/sys/class/net/\(name)/statistics/\(counter)", encoding: .utf8)).flatMap {
                Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
            }
        }
        return counts.count == 2 ? counts[0] &+ counts[1] : nil
    }
}
