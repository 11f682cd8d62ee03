import Testing

@testable import TrafficMeter

@Suite struct NetworkEventTests {
    @Test("names and addresses are read as a person writes them")
    func read() {
        #expect(NetworkEvent("dns:Sync-1.Example.ORG.") == .dnsQuery("sync-1.example.org"))
        #expect(NetworkEvent("ping:192.0.2.1") == .ping(IPAddress(ipv4: 0xC000_0201)))
        #expect(NetworkEvent("ping:2001:db8::1") == .ping(IPAddress(high: 0x2001_0DB8_0000_0000, low: 1)))
        #expect(NetworkEvent("dns:a.b")?.description == "the DNS query for a.b")
    }

    @Test(
        "what nobody can ask for is none",
        arguments: [
            "", "dns:", "dns:.", "dns:a..b", "dns:a b", "dns:é.fr", "dns:a\\b", "ping:", "ping:a.b", "ping:1.2.3", "x",
            "dns:" + String(repeating: "a", count: 64), "dns:" + String(repeating: "ab.", count: 85) + "c",
        ])
    func none(_ text: String) {
        #expect(NetworkEvent(text) == nil)
    }
}
