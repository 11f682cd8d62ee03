import ArgumentParser

/// Half the width of a confidence interval, as a part of the mean: `5%`, or `0.05`.
struct Precision: ExpressibleByArgument {
    /// Above 0, below 1.
    let fraction: Double

    init?(argument: String) {
        let isPercent = argument.last == "%"
        guard let value = Double(isPercent ? String(argument.dropLast()) : argument) else { return nil }
        let fraction = isPercent ? value / 100 : value
        // Finer than a hundredth of a percent is beyond what a person repeats.
        guard (0.0001..<1).contains(fraction) else { return nil }
        self.fraction = fraction
    }
}
