import Foundation
import TestSupport
import Testing

/// What is kept in `captures/` is described, unchanged, small, and names nobody.
@Suite struct CapturesTests {
    static let folders: [String] = {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: Repository.root.path + "/captures")) ?? []
        return entries.filter {
            FileManager.default.fileExists(atPath: Repository.root.path + "/captures/\($0)/capture.pcapng")
        }.sorted()
    }()

    private func path(_ folder: String, _ file: String) -> String {
        Repository.root.appending(path: "captures/\(folder)/\(file)").path
    }

    @Test("there are captures")
    func present() {
        #expect(Self.folders.count >= 2)
    }

    @Test("each has a line in the README, and the hash that it was recorded with", arguments: folders)
    func provenance(_ folder: String) throws {
        let readme = try String(contentsOf: Repository.root.appending(path: "captures/README.md"), encoding: .utf8)
        #expect(readme.contains("`\(folder)`") || readme.contains("`\(folder)/`") || readme.contains("](\(folder)"))
        let object = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(filePath: path(folder, "provenance.json"))))
        let recorded = try #require((object as? [String: Any])?["capture"] as? [String: Any])
        let found = try run("sha256sum", [path(folder, "capture.pcapng")]).text.prefix(64)
        #expect(recorded["sha256"] as? String == String(found))
        let size = try FileManager.default.attributesOfItem(atPath: path(folder, "capture.pcapng"))[.size] as? Int
        #expect(size ?? .max < 5_000_000)
    }

    @Test("every name in them ends in .test, and every address is one of documentation", arguments: folders)
    func names(_ folder: String) throws {
        let capture = path(folder, "capture.pcapng")
        let fields = ["dns.qry.name", "tls.handshake.extensions_server_name", "http.host"]
        let names = Set(try tshark(capture, fields: fields).flatMap { $0 }.filter { !$0.isEmpty })
        #expect(!names.isEmpty)
        for name in names { #expect(name.hasSuffix(".test"), "\(name)") }
        let addresses = Set(
            try tshark(capture, fields: ["ip.src", "ip.dst", "ipv6.src", "ipv6.dst"]).flatMap { $0 }.filter {
                !$0.isEmpty
            })
        // RFC 5737 and RFC 3849; beside them what every link has: multicast and link-local addresses.
        for address in addresses {
            #expect(
                ["192.0.2.", "2001:db8:", "ff02:", "fe80:"].contains { address.hasPrefix($0) } || address == "::",
                "\(address)")
        }
    }
}
