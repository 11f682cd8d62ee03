/// The name of a process as macOS stores it: up to 24 bytes, as a value that can be a key.
struct ProcessName: Hashable, Sendable {
    private let bytes: InlineWords

    private struct InlineWords: Hashable, Sendable {
        var first: UInt64
        var second: UInt64
        var third: UInt32
    }

    /// The name in PKTAP's header (tcpdump.org/linktypes/LINKTYPE_PKTAP.html; apple-oss-distributions/xnu, bsd/net/pktap.h): that of
    /// the process on whose behalf the packet was sent, where there is one, else of the process that sent it.
    ///
    /// ```
    ///  52..55 process   56..75 its name   84..87 process that it works for, -1 for none   88..107 that one's name   little-endian
    /// ```
    init?(pktap bytes: RawSpan) {
        if let effective = Self(bytes, at: 84) {
            self = effective
        } else if let own = Self(bytes, at: 52) {
            self = own
        } else {
            return nil
        }
    }

    private init?(_ header: RawSpan, at position: Int) {
        // A header that is shorter has no such field.
        guard header.byteCount >= position + 24, Int(header.uint32(at: 0, .little)) >= position + 24,
            header.uint32(at: position, .little) != .max, header.byte(at: position + 4) != 0
        else { return nil }
        bytes = InlineWords(
            first: header.uint64(at: position + 4), second: header.uint64(at: position + 12),
            third: header.uint32(at: position + 20))
    }

    /// Replaces the name that counts in a header of PKTAP by what stands for it.
    static func rename(inHeader header: inout [UInt8], _ rename: (String) -> String) {
        for position in [84, 52] {
            guard let name = Self(header.rawSpan, at: position) else { continue }
            let text = Array(rename(name.text).utf8.prefix(20))
            header.replaceSubrange(
                position + 4..<position + 24, with: text + [UInt8](repeating: 0, count: 20 - text.count))
            return
        }
    }

    /// The name, up to its first zero.
    var text: String {
        var text: [UInt8] = []
        for index in 0..<20 {
            let byte =
                switch index {
                case 0..<8: UInt8(truncatingIfNeeded: bytes.first >> (8 * UInt64(7 - index)))
                case 8..<16: UInt8(truncatingIfNeeded: bytes.second >> (8 * UInt64(15 - index)))
                default: UInt8(truncatingIfNeeded: bytes.third >> (8 * UInt32(19 - index)))
                }
            if byte == 0 { break }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
