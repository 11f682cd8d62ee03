/// Addresses that mean the same to a measurement: each may stand for any other of them.
struct AddressRange: Hashable {
    /// The bits that all of them share; the others are zero.
    let base: IPAddress
    /// How many bits that is, of 32 or of 128.
    let prefixLength: Int

    /// The range of an address, from which its pseudonym is drawn: of the same kind, and of nobody's network.
    ///
    /// Private, loopback, link-local and shared addresses stay in their range, groups keep their scope. What is routed on the internet
    /// becomes one of those that never are: 240.0.0.0/4 (RFC 1112 § 4, reserved) or 2001:db8::/32 (RFC 3849, documentation), which count
    /// as public here, and can't be taken for a machine that there is.
    init(of address: IPAddress) {
        if address.isIPv6 {
            let top = address.high >> 48
            if top >> 8 == 0xFF {
                self.init(IPAddress(high: top << 48, low: 0), 16)
            } else if address.high >> 57 == 0x7E {
                self.init(IPAddress(high: 0xFD << 56, low: 0), 8)
            } else if address.high >> 54 == 0x3FA {
                self.init(IPAddress(high: 0xFE80 << 48, low: 0), 64)
            } else {
                self.init(IPAddress(high: 0x2001_0DB8 << 32, low: 0), 32)
            }
        } else {
            let value = UInt32(truncatingIfNeeded: address.low)
            let known: [(base: UInt32, length: Int)] = [
                (0x0A00_0000, 8), (0x7F00_0000, 8), (0xAC10_0000, 12), (0xC0A8_0000, 16), (0xA9FE_0000, 16),
                (0x6440_0000, 10), (0xE000_0000, 4),
            ]
            let range = known.first { (value ^ $0.base) >> UInt32(32 - $0.length) == 0 } ?? (0xF000_0000, 4)
            self.init(IPAddress(ipv4: range.base), range.length)
        }
    }

    private init(_ base: IPAddress, _ prefixLength: Int) {
        (self.base, self.prefixLength) = (base, prefixLength)
    }

    /// An address of the range.
    func draw(using generator: inout some RandomNumberGenerator) -> IPAddress {
        guard base.isIPv6 else {
            return IPAddress(
                ipv4: UInt32(truncatingIfNeeded: base.low)
                    | UInt32.random(in: 0...(.max), using: &generator) >> UInt32(prefixLength))
        }
        let high = prefixLength >= 64 ? 0 : UInt64.random(in: 0...(.max), using: &generator) >> UInt64(prefixLength)
        return IPAddress(high: base.high | high, low: UInt64.random(in: 0...(.max), using: &generator))
    }
}

extension IPAddress {
    /// Whether it is the same everywhere, and so tells nothing of anyone: none, all, this machine itself, and groups by protocol.
    ///
    /// 0.0.0.0, 255.255.255.255, 127.0.0.1, ::, ::1; 224.0.0.0/24 (RFC 5771 § 4), 239.255.255.250 (SSDP), and IPv6 groups whose
    /// identifier has at most 17 bits (RFC 2375), unlike those made of an address (RFC 4291 § 2.7.1).
    var isEveryones: Bool {
        if isIPv6 {
            if high >> 56 == 0xFF { return high & 0xFFFF_FFFF_FFFF == 0 && low < 0x20000 }
            return high == 0 && low < 2
        }
        return low == 0 || low == 0xFFFF_FFFF || low == 0x7F00_0001 || low >> 8 == 0xE0_0000 || low == 0xEFFF_FFFA
    }
}
