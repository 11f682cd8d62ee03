import Documents

extension Walk {
    /// A figure that follows from factors and a profile.
    func scoreReading(_ metric: Metric, step: String?) -> Reading {
        guard let score else { return .missing(.scoreMissing) }
        if metric.isIndicator {
            guard let step else { return .exactly(metric.figure(of: score.indicators)) }
            let walks = scores(of: step).map { metric.figure(of: $0.indicators) }
            return .known(Sample(walks)?.mean, else: .stepMissing)
        }
        guard let step else { return metric.reading(of: score.ecoscore) }
        let results = scores(of: step).map(\.ecoscore)
        guard let only = results.first else { return .missing(.stepMissing) }
        // The letter of several walks would be that of their mean, by a scale that the document doesn't hold.
        if metric.quantity == .grade, results.count > 1 { return .missing(.notStated) }
        if results.count == 1 { return metric.reading(of: only) }
        let sum = results.map(metric.reading(of:)).reduce(.exactly(0), +)
        guard case .between(let low, let high, let obstacle) = sum else { return sum }
        let count = Double(results.count)
        return .between(low: low / count, high: high / count, obstacle)
    }
}

extension Metric {
    /// Grams in a kilogram, in which documents give greenhouse gas.
    private static let gramsPerKilogram = 1000.0

    fileprivate func figure(of indicators: Indicators) -> Double {
        let indicator =
            switch quantity {
            case .water: indicators.water
            case .land: indicators.land
            default: indicators.ghg
            }
        let figure =
            switch value {
            case .low: indicator.low
            case .central: indicator.central
            case .high: indicator.high
            }
        return quantity == .ghg ? figure * Self.gramsPerKilogram : figure
    }

    /// The score or its letter; of a partial one, what the missing axes allow.
    fileprivate func reading(of result: EcoscoreResult) -> Reading {
        switch quantity {
        case .score:
            guard let value = result.value else { return .missing(.scorePartial) }
            guard result.partial else { return .exactly(value) }
            return .between(low: result.interval?.low ?? 0, high: result.interval?.high ?? 100, .scorePartial)
        default:
            if let grade = result.grade { return .exactly(grade.rank) }
            guard let range = result.gradeRange else { return .missing(.scorePartial) }
            return .bounds(range.worst.rank, range.best.rank, .scorePartial)
        }
    }
}
