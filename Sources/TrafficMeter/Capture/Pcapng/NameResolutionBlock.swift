/// A name that a capture file gives an address, as the program that wrote it had resolved it.
public struct NameResolution: Hashable, Sendable {
    /// The address.
    public var address: IPAddress
    /// The name, in lower case; bytes that aren't printable are escaped (RFC 1035 § 5.1).
    public var name: String

    /// A name of an address.
    public init(address: IPAddress, name: String) {
        (self.address, self.name) = (address, name)
    }
}

/// A Name Resolution Block (draft-ietf-opsawg-pcapng § 4.5).
///
/// ```
///  body:    records, options
///  record:  0..1 type   2..3 length   4.. value, padded to 4
///  value:   1: IPv4 address (0..3), names   2: IPv6 address (0..15), names   0: the end of the records
/// ```
///
/// Each name is ended by a zero; of several the first is the one to show. Other types, as of link addresses, are passed over.
struct NameResolutionBlock {
    /// Longest block that is read, in bytes, and not passed over: more than a hundred thousand names of usual length need.
    static let longest = 16 << 20
    /// Longest name that is kept: of a host (RFC 1035 § 2.3.4).
    private static let longestName = 255

    /// The names, in the block's order.
    private(set) var resolutions: [NameResolution] = []
    /// Names beyond the limit.
    private(set) var turnedAway = 0
    /// Whether all records could be read; after a broken one the rest are not looked at.
    private(set) var isWhole = true

    /// Reads a block; whatever is wrong with it, the packets after it are none the worse.
    ///
    /// - Parameters:
    ///   - block: the block's body.
    ///   - limit: most names that are kept.
    init(_ block: borrowing BlockBody, limit: Int) {
        var position = 0
        var name = HostName()
        while position + 4 <= block.bytes.byteCount {
            let type = block.bytes.uint16(at: position, block.order)
            let value = position + 4..<position + 4 + Int(block.bytes.uint16(at: position + 2, block.order))
            if type == 0 { return }
            guard value.upperBound <= block.bytes.byteCount,
                type > 2 || read(block.bytes, value, addressLength: type == 1 ? 4 : 16, limit: limit, &name)
            else { break }
            position += 4 + (value.count + 3) / 4 * 4
        }
        // A block without records needs no mark of their end.
        isWhole = position == block.bytes.byteCount
    }

    /// Reads the record of an address.
    ///
    /// - Returns: whether it has an address, and an end of each name.
    private mutating func read(
        _ bytes: RawSpan, _ value: Range<Int>, addressLength: Int, limit: Int, _ name: inout HostName
    ) -> Bool {
        guard value.count >= addressLength else { return false }
        let address = bytes.address(at: value.prefix(addressLength))
        var start = value.lowerBound + addressLength
        while start < value.upperBound {
            guard let end = (start..<value.upperBound).first(where: { bytes.byte(at: $0) == 0 }) else { return false }
            name.removeAll()
            if end - start <= Self.longestName { name.append(bytes, start..<end) }
            name.removeFinalDot()
            start = end + 1
            guard !name.isEmpty else { continue }
            if resolutions.count < limit {
                resolutions.append(NameResolution(address: address, name: name.text))
            } else {
                turnedAway += 1
            }
        }
        return true
    }
}
