import Documents

/// Words for what checking runs came to.
protocol CheckWords {
    var check: String { get }
    func outcome(_ outcome: CheckResult.Outcome) -> String
    var checkedRuns: String { get }
    var baseline: String { get }
    var budgetFiles: String { get }
    var limitsLabel: String { get }
    func limitCounts(passed: Int, broken: Int, unchecked: Int, undecided: Int) -> String
    func name(of status: LimitResult.Status) -> String
    func heading(of status: LimitResult.Status) -> String
    var whyUntrusted: String { get }
    var againstBaseline: String { get }
    var wholeJourney: String { get }
    func atMost(_ limit: String) -> String
    func atLeast(_ limit: String) -> String
    func relativeTo(_ baseline: String) -> String
    func name(of statistic: LimitResult.Statistic) -> String
    /// What the spread of several runs is: their number, least and greatest, and the interval of the mean.
    func spread(runs: String, least: String, greatest: String, interval: String?) -> String
    /// What stands between notes.
    var semicolon: String { get }
    var oneRun: String { get }
    func allEqual(_ runs: String) -> String
    func undecided(_ runs: Int?) -> String
    /// The same of a median, for which there is no number of runs.
    var undecidedOnBothSides: String { get }
    var onlyWarning: String { get }
    /// A figure is only known between bounds, and the outcome is the same throughout.
    var inAnyCase: String { get }
    var heaviestHosts: String { get }
    func writtenIn(_ place: String) -> String
    func sentence(of obstacle: Obstacle) -> String
    var limit: String { get }
    var status: String { get }
    var decidingRuns: String { get }
    var decidingRunsExplained: String { get }
    /// The same for changes within the noise: runs a side.
    var decidingRunsOfChanges: String { get }
    var noneUndecided: String { get }
    var manyRuns: String { get }
    var spreadUnknown: String { get }
}
