import Documents

extension EnergySeries {
    /// What an instrument said at a moment.
    struct Reading: Hashable, Sendable {
        /// When, in nanoseconds since the Unix epoch.
        var time: Int64
        /// Watts, joules counted up, or coulombs left: what the instrument tells.
        var value: Double
    }

    /// Energy of an interval, as an instrument told it.
    struct Interval: Hashable, Sendable {
        /// First moment, and the first after it.
        var start: Int64
        var end: Int64
        /// Joules in between.
        var joules: Double
    }

    /// Two readings of power farther apart than this many usual distances have a gap between them (a convention of
    /// this project: a reading lost now and then is bridged, an instrument that stood still is not).
    static let gapPeriods: Int64 = 3

    /// A series from the power at moments: straight lines from reading to reading (trapezoidal rule).
    ///
    /// The first and the last reading stand for one usual distance before and after as well, so that a step that
    /// begins or ends within one reading of the series is covered; no farther.
    ///
    /// Readings are in watts, each later than the one before; `nil` for less than two.
    init?(power: [Reading], scope: Scope) {
        guard let first = power.first, let last = power.last, power.count > 1 else { return nil }
        let period = Self.median(zip(power, power.dropFirst()).map { $1.time - $0.time })
        var pieces: [Piece] = []
        if first.time >= period {
            pieces.append(
                Piece(start: first.time - period, end: first.time, startWatts: first.value, endWatts: first.value))
        }
        for (one, next) in zip(power, power.dropFirst()) where (next.time - one.time) / Self.gapPeriods <= period {
            pieces.append(Piece(start: one.time, end: next.time, startWatts: one.value, endWatts: next.value))
        }
        if last.time <= .max - period {
            pieces.append(
                Piece(start: last.time, end: last.time + period, startWatts: last.value, endWatts: last.value))
        }
        self.init(pieces, scope: scope, periodNanoseconds: period)
    }

    /// A series from the energy of intervals in order, without overlap, none empty: level power within each.
    init?(intervals: [Interval], scope: Scope) {
        self.init(Self.pieces(intervals), scope: scope)
    }

    private static func pieces(_ intervals: [Interval]) -> [Piece] {
        intervals.map { interval in
            let watts = interval.joules / (Double(interval.end - interval.start) / 1e9)
            return Piece(start: interval.start, end: interval.end, startWatts: watts, endWatts: watts)
        }
    }

    /// The sum of instruments that count joules up: level power between readings, where all of them are known.
    ///
    /// For each instrument its readings, each later and none lower than the one before.
    init?(counters: [[Reading]], scope: Scope) {
        let tracks = counters.map { readings in
            Self.pieces(
                zip(readings, readings.dropFirst()).map {
                    Interval(start: $0.time, end: $1.time, joules: $1.value - $0.value)
                })
        }
        let periods = tracks.map { track in Self.median(track.map { $0.end - $0.start }) }
        self.init(Self.sum(tracks), scope: scope, periodNanoseconds: periods.max())
    }

    /// Level pieces of several instruments as one: cut at every border, and left out where any is unknown.
    private static func sum(_ tracks: [[Piece]]) -> [Piece] {
        guard tracks.count > 1 else { return tracks.first ?? [] }
        let borders = Set(tracks.joined().flatMap { [$0.start, $0.end] }).sorted()
        var positions = [Int](repeating: 0, count: tracks.count)
        var pieces: [Piece] = []
        for (start, end) in zip(borders, borders.dropFirst()) {
            var watts = 0.0
            var isKnown = true
            for (index, track) in tracks.enumerated() {
                while positions[index] < track.count, track[positions[index]].end <= start { positions[index] += 1 }
                if positions[index] < track.count, track[positions[index]].start <= start {
                    watts += track[positions[index]].startWatts
                } else {
                    isKnown = false
                }
            }
            if isKnown { pieces.append(Piece(start: start, end: end, startWatts: watts, endWatts: watts)) }
        }
        return pieces
    }
}
