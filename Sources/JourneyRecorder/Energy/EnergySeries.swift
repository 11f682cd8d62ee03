public import Documents

/// The power of a device over capture time, from which the energy of an interval follows.
///
/// A series is made of pieces, in order and without overlap, in each of which power runs straight from one value to
/// another: level where an instrument told the energy of an interval, sloped where it told the power of moments
/// (trapezoidal rule). Between pieces may lie gaps, of which nothing is known and nothing is made up.
public struct EnergySeries: Hashable, Sendable {
    /// What the energy is of.
    public enum Scope: String, Sendable, CaseIterable {
        /// The whole device, as its battery or a meter on its supply sees it.
        case device
        /// The parts of the device whose rails were read.
        case rails
        /// Processor, memory and graphics, without the screen and the radio.
        case processor
    }

    /// A stretch of time in which power runs straight from one value to another.
    struct Piece: Hashable, Sendable {
        /// First moment, in nanoseconds since the Unix epoch.
        let start: Int64
        /// First moment after it; later than `start`.
        let end: Int64
        /// Watts at its start and at its end.
        let startWatts: Double
        let endWatts: Double

        /// Joules between two moments within it: length times the power half way.
        func joules(_ from: Int64, _ to: Int64) -> Double {
            let length = Double(end - start)
            let middle = (Double(from - start) + Double(to - start)) / 2 / length
            return Double(to - from) / 1e9 * (startWatts + (endWatts - startWatts) * middle)
        }
    }

    /// What the energy is of.
    public let scope: Scope
    /// The usual distance between two readings, their median, in nanoseconds; above 0.
    public let periodNanoseconds: Int64
    /// The pieces in order; at least one.
    let pieces: [Piece]
    /// Joules of all pieces before each, and of all.
    private let sums: [Double]
    /// For each piece, the first of those that it follows without gap.
    private let runs: [Int]

    /// A series of pieces in order, without overlap, none empty; `nil` without pieces.
    ///
    /// The usual distance between two readings is the pieces' median length unless given.
    init?(_ pieces: [Piece], scope: Scope, periodNanoseconds: Int64? = nil) {
        guard !pieces.isEmpty else { return nil }
        self.pieces = pieces
        self.scope = scope
        self.periodNanoseconds = periodNanoseconds ?? Self.median(pieces.map { $0.end - $0.start })
        var sums = [0.0]
        var runs: [Int] = []
        for (index, piece) in pieces.enumerated() {
            sums.append((sums.last ?? 0) + piece.joules(piece.start, piece.end))
            let follows = index > 0 && pieces[index - 1].end == piece.start
            runs.append(follows ? runs[index - 1] : index)
        }
        (self.sums, self.runs) = (sums, runs)
    }

    /// The middle one of lengths, the upper one of two; 0 of none.
    static func median(_ lengths: [Int64]) -> Int64 {
        lengths.isEmpty ? 0 : lengths.sorted()[lengths.count / 2]
    }

    /// The first moment that something is known of.
    public var start: Timestamp { Timestamp(nanoseconds: pieces.first?.start ?? 0) }

    /// The first moment after which nothing is known.
    public var end: Timestamp { Timestamp(nanoseconds: pieces.last?.end ?? 0) }

    /// The energy of a half-open interval, in joules.
    ///
    /// O(log pieces). Adjacent intervals sum up to the whole, within rounding.
    ///
    /// - Returns: `nil` if any moment of the interval lies in a gap, before the series or after it: nothing is
    ///   extrapolated. 0 for an empty interval.
    public func joules(in interval: Range<Timestamp>) -> Double? {
        let (from, to) = (interval.lowerBound.nanoseconds, interval.upperBound.nanoseconds)
        guard from < to else { return 0 }
        guard let first = piece(at: from), let last = piece(at: to - 1), runs[first] == runs[last] else { return nil }
        if first == last { return pieces[first].joules(from, to) }
        return pieces[first].joules(from, pieces[first].end) + (sums[last] - sums[first + 1])
            + pieces[last].joules(pieces[last].start, to)
    }

    /// The length of the piece that a moment cuts in two, in nanoseconds; 0 if it cuts none.
    func cutLength(at moment: Timestamp) -> Int64 {
        guard let index = piece(at: moment.nanoseconds), pieces[index].start < moment.nanoseconds else { return 0 }
        return pieces[index].end - pieces[index].start
    }

    /// The index of the piece that a moment lies in.
    private func piece(at moment: Int64) -> Int? {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].end <= moment { low = middle + 1 } else { high = middle }
        }
        return low < pieces.count && pieces[low].start <= moment ? low : nil
    }
}
