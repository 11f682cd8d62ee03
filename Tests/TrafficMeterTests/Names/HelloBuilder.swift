import TestSupport

private typealias P = PacketBuilder

/// ClientHellos drawn as RFC 8446 § 4.1.2 does, and what carries them over TCP.
enum HelloBuilder {
    static func vector(_ lengthBytes: Int, _ content: [UInt8]) -> [UInt8] {
        (0..<lengthBytes).reversed().map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) } + content
    }

    /// A message; `more` are further extensions by type.
    static func hello(
        serverName: String?, padding: Int = 0, protocols: [[UInt8]] = [], more: [(type: Int, data: [UInt8])] = []
    ) -> [UInt8] {
        var extensions = P.uint16(21) + vector(2, [UInt8](repeating: 0, count: padding))
        for (type, data) in more { extensions += P.uint16(type) + vector(2, data) }
        if let serverName {
            extensions += P.uint16(0) + vector(2, vector(2, [0] + vector(2, Array(serverName.utf8))))
        }
        if !protocols.isEmpty {
            extensions += P.uint16(16) + vector(2, vector(2, protocols.flatMap { vector(1, $0) }))
        }
        let body =
            [3, 3] + [UInt8](repeating: 9, count: 32) + vector(1, [1, 2, 3]) + vector(2, [0x13, 1]) + vector(1, [0])
            + vector(2, extensions)
        return [1] + vector(3, body)
    }

    /// A message in records of a size (RFC 8446 § 5.1).
    static func records(_ message: [UInt8], of size: Int) -> [UInt8] {
        records(pieces(of: message, size))
    }

    /// Records, one a piece.
    static func records(_ pieces: [[UInt8]]) -> [UInt8] {
        pieces.flatMap { [22, 3, 1] + vector(2, $0) }
    }

    /// Some bytes cut into pieces of a size.
    static func pieces(of bytes: [UInt8], _ size: Int) -> [[UInt8]] {
        stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
    }

    /// Some bytes cut at random places into pieces that aren't empty.
    static func pieces(of bytes: [UInt8], into count: Int, using generator: inout SeededGenerator) -> [[UInt8]] {
        var cuts = Set((1..<max(count, 1)).map { _ in Int.random(in: 1..<bytes.count, using: &generator) })
        cuts.formUnion([0, bytes.count])
        let sorted = cuts.sorted()
        return zip(sorted, sorted.dropFirst()).map { Array(bytes[$0..<$1]) }
    }
}
