import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct IPAddressTests {
    // RFC 5952 § 4 and § 1's examples, in their canonical form.
    @Test(
        "IPv6 texts are those of RFC 5952",
        arguments: [
            ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:0db8:0:0:0:0:2:1", "2001:db8::2:1"),
            ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("::", "::"),
            ("::1", "::1"), ("fe80::", "fe80::"), ("192.0.2.33", "192.0.2.33"), ("255.255.255.255", "255.255.255.255"),
        ])
    func text(_ given: String, _ canonical: String) {
        #expect(IPAddress(given)?.description == canonical)
    }

    @Test("random addresses read back", arguments: [1, 2])
    func roundTrip(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            // Few bits, so that runs of zeros are common.
            let high =
                UInt64.random(in: .min ... .max, using: &generator)
                & UInt64.random(in: .min ... .max, using: &generator)
            let low =
                UInt64.random(in: .min ... .max, using: &generator)
                & (1 << UInt64.random(in: 0..<63, using: &generator))
            let address = IPAddress(high: high, low: low)
            #expect(IPAddress(address.description) == address)
        }
    }

    @Test(
        "private and group ranges are known at their borders",
        arguments: [
            ("10.0.0.0", true, false), ("11.0.0.0", false, false), ("172.16.0.1", true, false),
            ("172.32.0.0", false, false),
            ("192.168.255.255", true, false), ("192.169.0.0", false, false), ("100.64.0.0", true, false),
            ("100.128.0.0", false, false), ("169.254.1.1", true, false), ("127.0.0.1", true, false),
            ("fe80::1", true, false),
            ("fec0::1", false, false), ("fd00::1", true, false), ("fc00::1", true, false), ("fe00::1", false, false),
            ("::1", true, false), ("2001:db8::1", false, false), ("224.0.0.251", false, true),
            ("ff02::fb", false, true),
            ("255.255.255.255", false, true),
        ])
    func ranges(_ text: String, _ isPrivate: Bool, _ isMulticast: Bool) throws {
        let address = try #require(IPAddress(text))
        #expect(address.isPrivate == isPrivate)
        #expect(address.isMulticast == isMulticast)
    }
}
