import Testing

@testable import TrafficMeter

@Suite struct LinkAddressTests {
    @Test("both ways of writing are read, and one is written")
    func read() {
        #expect(LinkAddress("02:00:5E:10:00:0a")?.bits == 0x0200_5E10_000A)
        #expect(LinkAddress("02-00-5e-10-00-0A")?.description == "02:00:5e:10:00:0a")
        #expect(LinkAddress("2:0:5e:10:0:a")?.description == "02:00:5e:10:00:0a")
    }

    @Test(
        "anything else is none",
        arguments: ["", "02:00:5e:10:00", "02:00:5e:10:00:0g", "+2:00:5e:10:00:0a", "192.0.2.1", "::1"])
    func refuse(_ text: String) {
        #expect(LinkAddress(text) == nil)
    }
}
