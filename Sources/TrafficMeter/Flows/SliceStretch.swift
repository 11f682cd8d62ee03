/// A stretch of capture time whose packets are of one slice, so that not every packet has to ask for its own.
public struct SliceStretch: Hashable, Sendable {
    /// The slice; -1 is also that of packets without a time.
    public var slice: Int
    /// Its first and its last moment, in nanoseconds since the Unix epoch.
    public var moments: ClosedRange<Int64>

    /// A stretch; all of time unless given.
    public init(slice: Int, moments: ClosedRange<Int64> = .min ... .max) {
        self.slice = slice
        self.moments = moments
    }
}
