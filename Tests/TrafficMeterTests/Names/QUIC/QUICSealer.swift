import TestSupport

@testable import TrafficMeter

private typealias P = PacketBuilder

/// A QUIC client of the tests: makes Initial packets (RFC 9000 § 17.2.2) and protects them.
///
/// AES-GCM is written out here after NIST SP 800-38D, from the block cipher alone; the samples of the RFCs show that it is right.
struct QUICSealer {
    var version: QUICVersion
    /// The destination of the first packet, of which the keys are made.
    var destination: [UInt8]
    var source: [UInt8]
    var keys: QUICInitialKeys

    /// A client that protects as one of a version's key schedules says.
    init?(_ version: QUICVersion, destination: [UInt8], source: [UInt8] = [], schedule: Int = 0) {
        (self.version, self.destination, self.source) = (version, destination, source)
        guard let header = QUICLongHeader(Self.ids(version, destination, source).rawSpan),
            let keys = QUICInitialKeys(of: header, version.keySchedules[schedule])
        else { return nil }
        self.keys = keys
    }

    /// First byte (Initial), version, IDs.
    private static func ids(_ version: QUICVersion, _ destination: [UInt8], _ source: [UInt8]) -> [UInt8] {
        let type: UInt8 = version == .v2 || version == .v2Draft ? 0xD0 : 0xC0
        return [type] + P.uint32(Int(version.rawValue)) + HelloBuilder.vector(1, destination)
            + HelloBuilder.vector(1, source)
    }

    /// A variable-length integer (RFC 9000 § 16), in at least some bytes.
    static func number(_ value: Int, atLeast length: Int = 1) -> [UInt8] {
        switch (value, length) {
        case (0..<64, 1): [UInt8(value)]
        case (0..<16_384, 1...2): P.uint16(0x4000 | value)
        case (0..<(1 << 30), 1...4): P.uint32(0x8000_0000 | value)
        default: P.uint32(0xC000_0000 | value >> 32) + P.uint32(value & 0xFFFF_FFFF)
        }
    }

    /// A CRYPTO frame (RFC 9000 § 19.6), or gQUIC's.
    func crypto(_ offset: Int, _ bytes: some Collection<UInt8>) -> [UInt8] {
        [version.layout == .googleIETF ? 8 : 6] + Self.number(offset) + Self.number(bytes.count) + bytes
    }

    /// A protected Initial packet; `to` is its destination where that is no longer the first one.
    mutating func initial(
        _ frames: [UInt8], number: UInt32 = 0, numberLength: Int = 2, token: [UInt8] = [], to: [UInt8]? = nil
    ) -> [UInt8] {
        var header = Self.ids(version, to ?? destination, source) + Self.number(token.count) + token
        header += Self.number(numberLength + frames.count + 16)
        header[0] |= UInt8(numberLength - 1)
        let numberStart = header.count
        header += (0..<numberLength).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        var crypto = QUICCrypto()
        let sealed = Self.seal(frames, header, keys, number, &crypto)
        var packet = header + sealed
        let sample = Array(packet[numberStart + 4..<numberStart + 20])
        let mask = Self.encrypt(sample, keys.headerKey, &crypto)
        packet[0] ^= mask[0] & 0x0F
        for index in 0..<numberLength { packet[numberStart + index] ^= mask[1 + index] }
        return packet
    }

    private static func encrypt(
        _ block: [UInt8], _ key: InlineArray<16, UInt8>, _ crypto: inout QUICCrypto
    ) -> [UInt8] {
        guard let encrypted = crypto.encrypt(block.rawSpan, key: key) else { return [] }
        return encrypted.indices.map { encrypted[$0] }
    }

    /// GCM (NIST SP 800-38D § 7.1): the sealed bytes and the tag.
    private static func seal(
        _ plain: [UInt8], _ header: [UInt8], _ keys: QUICInitialKeys, _ number: UInt32, _ crypto: inout QUICCrypto
    ) -> [UInt8] {
        let nonce = keys.nonce(number)
        let start = nonce.indices.map { nonce[$0] }
        var sealed: [UInt8] = []
        for (index, piece) in HelloBuilder.pieces(of: plain, 16).enumerated() {
            let stream = encrypt(start + P.uint32(index + 2), keys.key, &crypto)
            sealed += zip(piece, stream).map { $0 ^ $1 }
        }
        let hashKey = Block(encrypt([UInt8](repeating: 0, count: 16), keys.key, &crypto))
        var hash = Block([UInt8](repeating: 0, count: 16))
        let lengths = P.uint32(0) + P.uint32(header.count * 8) + P.uint32(0) + P.uint32(sealed.count * 8)
        for block in HelloBuilder.pieces(of: header, 16) + HelloBuilder.pieces(of: sealed, 16) + [lengths] {
            let block = Block(block)
            hash = Block(high: hash.high ^ block.high, low: hash.low ^ block.low) * hashKey
        }
        let mask = Block(encrypt(start + [0, 0, 0, 1], keys.key, &crypto))
        return sealed + Block(high: hash.high ^ mask.high, low: hash.low ^ mask.low).bytes
    }

    /// An element of GF(2¹²⁸) as GCM writes them: the highest bit is the lowest power.
    private struct Block {
        var high: UInt64
        var low: UInt64

        init(high: UInt64, low: UInt64) {
            (self.high, self.low) = (high, low)
        }

        /// Up to 16 bytes, zeros behind them.
        init(_ bytes: [UInt8]) {
            let whole = bytes + [UInt8](repeating: 0, count: 16 - bytes.count)
            high = whole[..<8].reduce(0) { $0 << 8 | UInt64($1) }
            low = whole[8...].reduce(0) { $0 << 8 | UInt64($1) }
        }

        var bytes: [UInt8] {
            [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) } }
        }

        /// NIST SP 800-38D § 6.3, algorithm 1.
        static func * (x: Block, y: Block) -> Block {
            var (z, v) = (Block(high: 0, low: 0), y)
            for index in 0..<128 {
                let word = index < 64 ? x.high : x.low
                if word >> UInt64(63 - index % 64) & 1 == 1 { z = Block(high: z.high ^ v.high, low: z.low ^ v.low) }
                let carry = v.low & 1
                v = Block(high: v.high >> 1, low: v.low >> 1 | v.high << 63)
                if carry == 1 { v.high ^= 0xE1 << 56 }
            }
            return z
        }
    }
}
