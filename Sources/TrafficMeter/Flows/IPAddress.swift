import Glibc

/// An IPv4 or IPv6 address.
public struct IPAddress: Hashable, Sendable {
    /// The first eight bytes of an IPv6 address, network byte order; 0 for IPv4.
    public var high: UInt64
    /// The last eight bytes of an IPv6 address, or the four of an IPv4 address, network byte order.
    public var low: UInt64
    /// Whether it is an IPv6 address.
    public var isIPv6: Bool

    /// An IPv4 address from its 32 bits.
    @inlinable
    public init(ipv4: UInt32) {
        high = 0
        low = UInt64(ipv4)
        isIPv6 = false
    }

    /// An IPv6 address from its two halves.
    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
        isIPv6 = true
    }

    /// Whether it is of a range that isn't routed on the internet.
    ///
    /// Private, loopback, link-local and shared IPv4 (RFC 1918, RFC 1122 § 3.2.1.3, RFC 3927, RFC 6598); loopback,
    /// link-local and unique local IPv6 (RFC 4291 § 2.4, RFC 4193).
    public var isPrivate: Bool {
        if isIPv6 {
            return high >> 57 == 0x7E || high >> 54 == 0x3FA || (high == 0 && low == 1)
        }
        let address = UInt32(truncatingIfNeeded: low)
        return address >> 24 == 10 || address >> 24 == 127 || address >> 20 == 0xAC1 || address >> 16 == 0xC0A8
            || address >> 16 == 0xA9FE || address >> 22 == 0x191
    }

    /// Whether it addresses a group of machines (RFC 5771, RFC 4291 § 2.7) or all of a link (RFC 919).
    public var isMulticast: Bool {
        if isIPv6 { return high >> 56 == 0xFF }
        return low >> 28 == 0xE || low == 0xFFFF_FFFF
    }
}

extension IPAddress: LosslessStringConvertible {
    /// Reads dotted decimal or an IPv6 text (RFC 4291 § 2.2), as inet_pton does.
    public init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if unsafe inet_pton(AF_INET, text, &bytes) == 1 {
            self.init(ipv4: bytes[0..<4].reduce(0) { $0 << 8 | UInt32($1) })
        } else if unsafe inet_pton(AF_INET6, text, &bytes) == 1 {
            self.init(
                high: bytes[0..<8].reduce(0) { $0 << 8 | UInt64($1) },
                low: bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) })
        } else {
            return nil
        }
    }

    /// Dotted decimal, or the text of RFC 5952 § 4.
    public var description: String {
        guard isIPv6 else {
            return (0..<4).map { String(low >> (24 - 8 * UInt64($0)) & 0xFF) }.joined(separator: ".")
        }
        let groups = (0..<8).map { index -> UInt64 in
            (index < 4 ? high >> (48 - 16 * UInt64(index)) : low >> (112 - 16 * UInt64(index))) & 0xFFFF
        }
        var longest = 0..<0
        var start: Int?
        for index in 0...8 {
            if index < 8, groups[index] == 0 {
                start = start ?? index
            } else if let first = start {
                if index - first > max(longest.count, 1) { longest = first..<index }
                start = nil
            }
        }
        let text = { (range: Range<Int>) in groups[range].map { String($0, radix: 16) }.joined(separator: ":") }
        return longest.isEmpty
            ? text(0..<8) : text(0..<longest.lowerBound) + "::" + text(longest.upperBound..<8)
    }
}
