import Documents

/// The samples of `powermetrics`, whose ends are told to the second and whose lengths to the nanosecond.
///
/// Samples follow each other without gap, so their ends are the first end plus the lengths, and all the seconds
/// together narrow down the first end: it is taken in the middle of what they allow. Where they allow nothing any more
/// (the machine slept, or the clock was set), a new run begins. The power of its first sample holds for up to a second
/// before it, which is no more than the seconds leave open.
struct PowermetricsSamples {
    private struct Sample {
        /// The second in which it ends, in nanoseconds since the Unix epoch.
        let second: Int64
        /// Its length in nanoseconds; above 0.
        let elapsed: Int64
        /// Its mean power.
        let watts: Double
    }

    private static let second: Int64 = 1_000_000_000
    /// The longest sample that is read: a day.
    private static let longest: Int64 = 86_400 * second

    private var clock: EnergyClock
    private var samples: [Sample] = []

    /// No samples yet.
    init(_ options: EnergyOptions) {
        clock = EnergyClock(options)
    }

    /// Adds a sample.
    mutating func add(second: Timestamp, elapsed: Int64, watts: Double) throws(EnergyFileError.Problem) {
        guard watts >= 0 else { throw .negativePower }
        guard elapsed > 0, elapsed <= Self.longest else { throw .badNumber("\(elapsed) ns elapsed") }
        let moment = try clock.moment(nanoseconds: second.nanoseconds)
        // So that neither the second's end nor the sample's beginning is beyond the last moment that can be told.
        guard moment <= Int64.max - 2 * Self.longest, moment >= Int64.min + 2 * Self.longest else {
            throw .timeOutOfRange
        }
        if let last = samples.last, moment < last.second { throw .timeNotAfter(Timestamp(nanoseconds: last.second)) }
        guard samples.count < EnergyFile.maximumReadings else {
            throw .tooManyReadings(limit: EnergyFile.maximumReadings)
        }
        samples.append(Sample(second: moment, elapsed: elapsed, watts: watts))
    }

    /// The series of the samples.
    func series(file: String) throws(EnergyFileError) -> EnergySeries {
        var pieces: [EnergySeries.Piece] = []
        var begin = 0
        while begin < samples.count {
            let (end, base) = run(from: begin)
            var moment = base
            for (index, sample) in samples[begin..<end].enumerated() {
                let close = index == 0 ? base : moment + sample.elapsed
                var open = close - sample.elapsed
                if let last = pieces.last, open < last.end || open - last.end <= Self.second { open = last.end }
                if open < close {
                    pieces.append(
                        EnergySeries.Piece(start: open, end: close, startWatts: sample.watts, endWatts: sample.watts))
                }
                moment = close
            }
            begin = end
        }
        guard let series = EnergySeries(pieces, scope: .processor) else {
            throw EnergyFileError(.tooFewReadings(found: samples.count), file: file)
        }
        return series
    }

    /// The samples that follow each other from one on, and the end of the first of them.
    private func run(from begin: Int) -> (end: Int, base: Int64) {
        var chain: Int64 = 0
        var (low, high) = (samples[begin].second, samples[begin].second + Self.second)
        var index = begin + 1
        while index < samples.count {
            chain += samples[index].elapsed
            let (nextLow, nextHigh) = (
                max(low, samples[index].second - chain), min(high, samples[index].second + Self.second - chain)
            )
            guard nextLow < nextHigh else { break }
            (low, high) = (nextLow, nextHigh)
            index += 1
        }
        return (index, low + (high - low) / 2)
    }
}
