import Documents

/// Words for what checking runs came to.
extension EnglishWords {
    var check: String { "Check" }

    func outcome(_ outcome: CheckResult.Outcome) -> String {
        switch outcome {
        case .passed: "Passed: no limit is broken."
        case .broken: "Failed: a limit is broken (exit code 1)."
        case .worse: "Worse than the baseline, beyond the noise (exit code 2)."
        case .untrusted:
            "Can’t be trusted: a measurement, or a limit that can’t be checked, speaks against it (exit code 3)."
        }
    }

    var checkedRuns: String { "Runs" }
    var baseline: String { "Baseline" }
    var budgetFiles: String { "Budgets" }
    var limitsLabel: String { "Limits" }

    func limitCounts(passed: Int, broken: Int, unchecked: Int, undecided: Int) -> String {
        "\(passed) kept, \(broken) broken, \(unchecked) unchecked" + (undecided > 0 ? "; \(undecided) undecided" : "")
    }

    func name(of status: LimitResult.Status) -> String {
        switch status {
        case .passed: "kept"
        case .broken: "broken"
        case .unchecked: "unchecked"
        }
    }

    func heading(of status: LimitResult.Status) -> String {
        switch status {
        case .passed: "Kept limits"
        case .broken: "Broken limits"
        case .unchecked: "Limits that can’t be checked"
        }
    }

    var whyUntrusted: String { "Why the measurements can’t be trusted" }
    var againstBaseline: String { "Against the baseline" }
    var wholeJourney: String { "Whole journey" }
    func atMost(_ limit: String) -> String { "limit \(limit)" }
    func atLeast(_ limit: String) -> String { "at least \(limit)" }
    func relativeTo(_ baseline: String) -> String { "baseline \(baseline)" }

    func name(of statistic: LimitResult.Statistic) -> String {
        switch statistic {
        case .mean: "mean"
        case .median: "median"
        case .least: "least"
        case .greatest: "greatest"
        }
    }

    func spread(runs: String, least: String, greatest: String, interval: String?) -> String {
        "of \(runs), \(least)–\(greatest)" + (interval.map { ", 95% confidence \($0)" } ?? "")
    }

    func allEqual(_ runs: String) -> String { "the same in \(runs)" }
    var semicolon: String { "; " }
    var oneRun: String { "one run: spread unknown" }

    func undecided(_ runs: Int?) -> String {
        guard let runs else { return "undecided: too near to the limit for any number of runs" }
        return "undecided: about \(runs) runs would decide"
    }

    var inAnyCase: String { "in any case" }
    var undecidedOnBothSides: String { "undecided: runs lie on both sides of the limit" }
    var onlyWarning: String { "warning only" }
    var heaviestHosts: String { "Heaviest hosts" }
    func writtenIn(_ place: String) -> String { "Written in \(place)" }

    func sentence(of obstacle: Obstacle) -> String {
        switch obstacle {
        case .requests: "requests aren’t visible in encrypted traffic; limit connections or hosts instead"
        case .resourceType: "kinds of content aren’t visible in encrypted traffic; limit bytes, or bytes by party"
        case .browserTiming: "a browser’s own timing isn’t in a capture; limit display_time instead"
        case .otherScore: "another tool’s score isn’t the écoscore; limit score or grade instead"
        case .otherMetric: "nothing measured here corresponds to it"
        case .page: "it is for pages by their address, and traffic has steps; limit a step instead"
        case .elsewhere: "its limits are in another file or tool; give that file with --budget"
        case .otherScenario: "it is for another scenario than this journey"
        case .noLimit: "it names no figure to hold"
        case .stepMissing: "the runs have no such step"
        case .noCompleteRun: "no run walks the whole journey"
        case .notInScore: "a bare Score holds no measured figures; give the measurement or the bundle"
        case .scoreMissing: "there is no score"
        case .scorePartial: "an axis of the score wasn’t measured, and could change it"
        case .energyAbsent: "energy wasn’t measured in all of it"
        case .displayTimeAbsent: "display time wasn’t measured in all of it"
        case .partyUnknown: "hosts of an unknown party could change it; declare hosts in the journey"
        case .hostsTogether: "light hosts are listed together, so their number isn’t known"
        case .notStated: "the documents don’t say it; measure again with this version"
        case .baselineMissing: "it is relative to a baseline; give one with --baseline"
        case .baselineUnknown: "the baseline’s figure isn’t known"
        }
    }

    var limit: String { "Limit" }
    var status: String { "Status" }
    var decidingRuns: String { "Runs that would decide" }

    var decidingRunsExplained: String {
        "Runs in all that would show on which side of the limit the mean is, with 95% confidence and 80% power, if they go on to "
            + "vary as these did (NIST/SEMATECH e-Handbook § 7.2.2.2)."
    }

    var decidingRunsOfChanges: String {
        "Runs on each side that would show a change against the baseline, if it is as large as it seems (same source; before the "
            + "adjustment for the number of figures)."
    }

    var noneUndecided: String { "No limit is held against the mean of runs." }
    var manyRuns: String { "no number decides it" }
    var spreadUnknown: String { "walk it again: with one run the spread is unknown" }
}
