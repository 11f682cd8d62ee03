/// A machine's address on its link: an EUI-48 (IEEE 802, as Ethernet and Wi-Fi have it).
public struct LinkAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address in the lower 48 bits.
    public let bits: UInt64

    /// An address from its 48 bits; others are left out.
    public init(bits: UInt64) {
        self.bits = bits & 0xFFFF_FFFF_FFFF
    }

    /// Reads six pairs of hexadecimal digits with colons or hyphens between them.
    public init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "-" }
        guard parts.count == 6, parts.allSatisfy({ (1...2).contains($0.utf8.count) }) else { return nil }
        var bits: UInt64 = 0
        for part in parts {
            guard part.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }), let value = UInt8(part, radix: 16) else {
                return nil
            }
            bits = bits << 8 | UInt64(value)
        }
        self.bits = bits
    }

    /// As it is usually written: lower case, with colons.
    public var description: String {
        stride(from: 40, through: 0, by: -8).map { shift in
            let value = UInt8(truncatingIfNeeded: bits >> UInt64(shift))
            return (value < 16 ? "0" : "") + String(value, radix: 16)
        }.joined(separator: ":")
    }
}
