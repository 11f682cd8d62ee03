import Foundation
import TestSupport

/// tcptrace's long output: the definition of unique and resent bytes.
enum Tcptrace {
    /// Bytes of a flow from A to B and back, over all connections that tcptrace makes of it.
    struct Bytes {
        var total = [0, 0]
        var unique = [0, 0]
        var resent = [0, 0]
    }

    private static let columns = ["actual_data_bytes", "unique_bytes_sent", "rexmt_data_bytes"]

    /// What it says of a capture, by a line of the flow table; nothing of what it or editcap can't read.
    static func bytes(of capture: URL, in folder: TemporaryFolder) throws -> ([String: String]) -> Bytes? {
        var source = capture.path
        if source.hasSuffix(".zst") {
            source = folder["plain"]
            guard try run("zstd", ["-dqf", capture.path, "-o", source]).status == 0 else { return { _ in nil } }
        }
        let file = folder["classic.pcap"]
        try? FileManager.default.removeItem(atPath: file)
        guard try run("editcap", ["-F", "pcap", source, file]).status == 0 else { return { _ in nil } }
        let lines = try run("tcptrace", ["-l", "-n", "--csv", file]).text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
        }
        guard let header = lines.first(where: { $0.first == "conn_#" }) else { return { _ in nil } }
        var table: [[String]: Bytes] = [:]
        for line in lines where Int(line[0]) != nil {
            let fields = Dictionary(uniqueKeysWithValues: zip(header.filter { !$0.isEmpty }, line))
            let ends = ["host_a", "port_a", "host_b", "port_b"].map { fields[$0] ?? "" }
            for (key, ways) in [(ends, ["a2b", "b2a"]), (Array(ends[2...] + ends[..<2]), ["b2a", "a2b"])] {
                var bytes = table[key] ?? Bytes()
                for (side, way) in ways.enumerated() {
                    let figures = columns.map { Int(fields["\($0)_\(way)"] ?? "") ?? 0 }
                    bytes.total[side] += figures[0]
                    bytes.unique[side] += figures[1]
                    bytes.resent[side] += figures[2]
                }
                table[key] = bytes
            }
        }
        return { line in table[["a_ip", "a_port", "b_ip", "b_port"].map { line[$0] ?? "" }] }
    }
}
