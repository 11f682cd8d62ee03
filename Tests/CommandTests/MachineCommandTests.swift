import Foundation
import TestSupport
import Testing

/// What the program says of the machine that it runs on.
@Suite struct MachineCommandTests {
    @Test("interfaces and addresses are those that ip shows", .needs("ip"))
    func interfaces() throws {
        let found = try #require(
            JSONSerialization.jsonObject(with: Ecoproxy.run("interfaces", "--json").output) as? [[String: Any]])
        let expected = try #require(
            JSONSerialization.jsonObject(with: run("ip", ["-j", "address"]).output) as? [[String: Any]])
        #expect(!expected.isEmpty)
        for interface in expected {
            let name = try #require(interface["ifname"] as? String)
            let addresses = (interface["addr_info"] as? [[String: Any]] ?? []).compactMap { $0["local"] as? String }
            let same = try #require(found.first { $0["name"] as? String == name }, "\(name)")
            #expect(Set(same["addresses"] as? [String] ?? []) == Set(addresses), "\(name)")
            let flags = interface["flags"] as? [String] ?? []
            #expect(same["up"] as? Bool == flags.contains("UP"), "\(name)")
            #expect(same["loopback"] as? Bool == flags.contains("LOOPBACK"), "\(name)")
        }
        let shown = try Ecoproxy.run("interfaces").text
        for interface in found { #expect(shown.contains(interface["name"] as? String ?? "?")) }
    }

}
