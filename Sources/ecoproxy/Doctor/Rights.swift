import Foundation
import Glibc

/// What this process may do, as the kernel tells it.
enum Rights {
    /// Bits of a capability set by name (linux/capability.h): the first is needed to capture, the second to change an interface.
    private static let bits = [("cap_net_raw", 13), ("cap_net_admin", 12)]

    static var isRoot: Bool { geteuid() == 0 }

    /// Those of the two capabilities that are in effect (proc_pid_status(5), CapEff).
    static var capabilities: [String] {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("CapEff:") }),
            let word = line.split(whereSeparator: \.isWhitespace).last, let set = UInt64(word, radix: 16)
        else { return [] }
        return bits.filter { set >> UInt64($0.1) & 1 == 1 }.map(\.0)
    }

    /// The line that gives this very program the right to capture (setcap(8)).
    static var setcapLine: String {
        let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return "sudo setcap cap_net_raw=ep '\(program ?? "ecoproxy")'"
    }
}
