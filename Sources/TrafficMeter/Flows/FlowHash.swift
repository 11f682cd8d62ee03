/// A keyed hash of two ends, the same whichever is named first.
///
/// The key is drawn per process, since a capture could be made to collide under a known one. The mixing step is the
/// 64 × 64 → 128 bit multiply-and-fold of wyhash (Wang Yi).
struct FlowHash: Sendable {
    private let key0 = UInt64.random(in: .min ... .max)
    private let key1 = UInt64.random(in: .min ... .max) | 1

    private func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    private func hash(_ end: Endpoint) -> UInt64 {
        fold(end.address.low ^ key0, end.address.high ^ UInt64(end.port) << 47 ^ key1)
    }

    func hash(_ kind: PacketRecord.Kind, _ protocolNumber: UInt8, _ one: Endpoint, _ other: Endpoint) -> UInt64 {
        fold(hash(one) &+ hash(other) ^ UInt64(kind.rawValue) << 8 ^ UInt64(protocolNumber), key0 | 1)
    }
}
