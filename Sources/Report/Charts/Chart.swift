/// What a drawing shows; the figures behind it stand in a table beside it.
enum Chart: Hashable, Sendable {
    case timeline(TimelineChart)
    case treemap(TreemapChart)
    case trend(TrendChart)

    /// What it shows, in a few words.
    var title: String {
        switch self {
        case .timeline(let chart): chart.title
        case .treemap(let chart): chart.title
        case .trend(let chart): chart.title
        }
    }

    /// What can be read off it, for those who don't see it.
    var description: String {
        switch self {
        case .timeline(let chart): chart.description
        case .treemap(let chart): chart.description
        case .trend(let chart): chart.description
        }
    }
}

/// How a part of a drawing is filled: a tint and a pattern of its own, so that colour is never the only sign.
enum ChartFill: String, Hashable, Sendable, CaseIterable {
    case own, third, background, unknown, other
}

/// A mark on an axis.
struct ChartTick: Hashable, Sendable {
    let value: Double
    let label: String
}

/// Steps of an axis that people count in.
enum NiceScale {
    /// The smallest of 1, 2 or 5 times a power of ten that goes at most `count` times into a positive value.
    static func step(for value: Double, count: Int) -> Double {
        guard value.isFinite, value > 0, count > 0 else { return 1 }
        var power = 1.0
        let least = value / Double(count)
        // A loop rather than a logarithm: the same digits on every machine.
        while power > least { power /= 10 }
        while power * 10 <= least { power *= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least } ?? power * 10
    }

    /// The step of a time axis in seconds: as above below a minute, then those of a clock.
    static func seconds(for value: Double, count: Int) -> Double {
        let clock = [1.0, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400]
        guard value.isFinite, value > Double(count) else { return step(for: value, count: count) }
        return clock.first { $0 * Double(count) >= value } ?? step(for: value, count: count)
    }
}
