import Documents

/// A measurement's bytes over time as rates, checked: a document can come from anyone.
struct TimelineBins {
    struct Series {
        let party: Party?
        /// Bytes a second, both ways.
        let rates: [Double]
    }

    let start: Timestamp
    /// Seconds from `start`, ascending; one more than there are bins.
    let edges: [Double]
    let series: [Series]

    /// How long the first bin is.
    var seconds: Double { edges.count > 1 ? edges[1] - edges[0] : 0 }

    /// A timeline with as many neighbours joined as it takes to have no more bins than given; `nil` if it has none, or of no length.
    init?(_ timeline: TrafficTimeline?, most: Int) {
        guard let timeline, timeline.binSeconds >= 1e-6, timeline.binSeconds <= 1e9 else { return nil }
        let count = timeline.series.map { min($0.up.count, $0.down.count) }.min() ?? 0
        guard count > 0, most > 0 else { return nil }
        let joined = (count + most - 1) / most
        let bins = (count + joined - 1) / joined
        start = timeline.start
        edges = (0...bins).map { Double(min(count, $0 * joined)) * timeline.binSeconds }
        series = timeline.series.map { series in
            Series(
                party: series.party,
                rates: (0..<bins).map { bin in
                    let range = bin * joined..<min(count, (bin + 1) * joined)
                    let bytes = range.reduce(0.0) {
                        $0 + max(0, Double(series.up[$1])) + max(0, Double(series.down[$1]))
                    }
                    return bytes / (Double(range.count) * timeline.binSeconds)
                })
        }
    }

    /// Each step's mean rate, with nothing between steps; `nil` if no step has a length.
    init?(steps: [Step]) {
        let ordered = steps.filter { $0.end > $0.start }.sorted { $0.start < $1.start }
        guard let first = ordered.first else { return nil }
        var edges = [0.0]
        var rows: [[Party?: Double]] = []
        let parties: [Party?] = Party.allCases + [nil]
        for step in ordered {
            let (begin, end) = (step.start.seconds(since: first.start), step.end.seconds(since: first.start))
            // Steps follow each other; of those that overlap the later one's beginning is hidden.
            let last = edges[edges.count - 1]
            guard end > last else { continue }
            if begin > last {
                edges.append(begin)
                rows.append([:])
            }
            let length = end - max(begin, last)
            edges.append(end)
            rows.append(
                Dictionary(
                    uniqueKeysWithValues: parties.map { party in
                        let bytes = party.map(step.bytes(of:)) ?? step.otherIP.both.ipBytes
                        return (party, max(0, Double(bytes)) / length)
                    }))
        }
        start = first.start
        self.edges = edges
        series = parties.map { party in Series(party: party, rates: rows.map { $0[party] ?? 0 }) }
            .filter { $0.rates.contains { $0 > 0 } }
    }
}
