/// A hash under a key that is drawn per process, since a capture could be made to collide under a known one.
///
/// The mixing step is the 64 × 64 → 128 bit multiply-and-fold of wyhash (Wang Yi).
public struct KeyedHash: Sendable {
    /// A hash under a key of its own.
    public init() {}

    private let key0 = UInt64.random(in: .min ... .max)
    private let key1 = UInt64.random(in: .min ... .max) | 1

    /// Two words as one, every bit of which depends on all of theirs.
    @inline(__always)
    func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = (one ^ key0).multipliedFullWidth(by: other ^ key1)
        return product.high ^ product.low
    }
}
