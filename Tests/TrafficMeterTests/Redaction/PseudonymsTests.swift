import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct PseudonymsTests {
    /// One address of each kind, and two neighbours.
    private static let texts = [
        "10.1.2.3", "172.16.5.6", "192.168.1.10", "192.168.1.11", "169.254.7.8", "100.64.9.9", "127.0.0.53", "8.8.8.8",
        "93.184.216.34", "203.0.113.7", "239.1.2.3", "fe80::1:2:3:4", "fd12:3456::1", "2a01:e0a::1", "2a01:e0a::2",
        "ff02::1:ff00:1234",
    ]
    private static let addresses = texts.compactMap { IPAddress($0) }

    private static func drawn(_ seed: UInt64) -> [(IPAddress, IPAddress)] {
        var generator = SeededGenerator(seed: seed)
        var pseudonyms = Pseudonyms(of: Set(addresses), using: &generator)
        return addresses.map { ($0, pseudonyms.pseudonym(of: $0)) }
    }

    @Test(
        "pseudonyms are of the same kind, and none is an address of the measurement", arguments: 0..<50 as Range<UInt64>
    )
    func kinds(_ seed: UInt64) {
        let drawn = Self.drawn(seed)
        for (address, pseudonym) in drawn {
            #expect(pseudonym.isIPv6 == address.isIPv6)
            #expect(pseudonym.isPrivate == address.isPrivate, "\(address) \(pseudonym)")
            #expect(pseudonym.isMulticast == address.isMulticast, "\(address) \(pseudonym)")
            #expect(!Self.addresses.contains(pseudonym))
        }
        #expect(Set(drawn.map(\.1)).count == Self.addresses.count)
    }

    @Test("within a kind they keep the order")
    func order() {
        var members: Set<IPAddress> = []
        for host in 1...200 { members.insert(IPAddress(ipv4: 0x5DB8_D800 + UInt32(host) * 7919)) }
        var pseudonyms = Pseudonyms(of: members)
        let sorted = members.sorted { $0.low < $1.low }.map { pseudonyms.pseudonym(of: $0).low }
        #expect(sorted == sorted.sorted())
    }

    @Test("they differ from one file to the next, and are the same within one")
    func anew() {
        let (one, other) = (Self.drawn(1), Self.drawn(2))
        #expect(zip(one, other).allSatisfy { $0.1 != $1.1 })
        var pseudonyms = Pseudonyms(of: [])
        let address = Self.addresses[0]
        #expect(pseudonyms.pseudonym(of: address) == pseudonyms.pseudonym(of: address))
        #expect(pseudonyms.pseudonym(ofLink: 0xAABB_CCDD_EEFF) == pseudonyms.pseudonym(ofLink: 0xAABB_CCDD_EEFF))
    }

    @Test(
        "what is the same everywhere stays",
        arguments: [
            "0.0.0.0", "255.255.255.255", "127.0.0.1", "::", "::1", "224.0.0.251", "239.255.255.250", "ff02::fb",
        ])
    func everyones(_ text: String) throws {
        var pseudonyms = Pseudonyms(of: [])
        let address = try #require(IPAddress(text))
        #expect(pseudonyms.pseudonym(of: address) == address)
    }

    @Test("link addresses become locally administered ones, groups stay groups, and none and all stay")
    func links() {
        var pseudonyms = Pseudonyms(of: [])
        #expect(pseudonyms.pseudonym(ofLink: 0) == 0)
        #expect(pseudonyms.pseudonym(ofLink: 0xFFFF_FFFF_FFFF) == 0xFFFF_FFFF_FFFF)
        for bits in [0x0011_2233_4455, 0x0100_5E00_00FB] as [UInt64] {
            let pseudonym = pseudonyms.pseudonym(ofLink: bits)
            #expect(pseudonym != bits && pseudonym >> 48 == 0)
            #expect(pseudonym >> 40 & 3 == 2 | bits >> 40 & 1)
        }
    }

    @Test("a small range that is nearly all in use still has room")
    func crowded() {
        let all = Set((0..<65_000).map { IPAddress(ipv4: 0xC0A8_0000 + UInt32($0)) })
        var pseudonyms = Pseudonyms(of: all.filter { $0.low % 5 == 0 })
        #expect(Set(all.map { pseudonyms.pseudonym(of: $0) }).count == all.count)
    }
}
