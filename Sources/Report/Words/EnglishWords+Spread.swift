import Documents

/// Words for repeated runs.
extension EnglishWords {
    var runs: String { "Runs" }
    var median: String { "Median" }
    var deviation: String { "Median absolute deviation" }
    var deviationShort: String { "MAD" }
    var variation: String { "Coefficient of variation" }
    var variationShort: String { "CV" }
    var leastToGreatest: String { "Least–greatest" }
    var precision: String { "Mean to" }
    var runsNeeded: String { "Runs needed" }
    var runsNeededShort: String { "Needed" }
    var outliers: String { "Outliers" }

    func name(of cache: CacheState) -> String {
        switch cache {
        case .cold: "cold runs (empty caches)"
        case .warm: "warm runs (the caches of an earlier run)"
        }
    }

    func spreadExplained(_ precision: String, _ confidence: String) -> String {
        "“\(self.precision)” is half the \(confidence) confidence interval of the mean; “\(runsNeeded)” are the runs that it takes "
            + "until that is ±\(precision), if they go on to vary as these did."
    }
}
