public import Documents

extension CheckResult {
    /// Checks runs against limits, and against a baseline.
    ///
    /// - Parameters:
    ///   - runs: what is checked.
    ///   - limits: what it may cost.
    ///   - budgets: the files that the limits are from.
    ///   - baseline: what it is compared with; without one, limits that are relative can't be checked.
    ///   - tool: the program that the document names.
    public init(
        _ runs: RunGroup, limits: [Limit], budgets: [BudgetReference], baseline: RunGroup?, tool: Tool
    ) {
        let check = LimitCheck(runs: runs, baseline: baseline)
        let results = limits.flatMap(check.results)
        let comparison = baseline.map { RunComparison(base: $0, new: runs, tool: tool) }
        let reasons = runs.reasons + (baseline?.reasons ?? [])
        let isUntrusted = runs.isUntrusted || baseline?.isUntrusted ?? false
        func any(_ status: LimitResult.Status) -> Bool {
            results.contains { $0.level == .error && $0.status == status }
        }
        let regressions = comparison?.regressions ?? []
        let outcome: Outcome =
            isUntrusted || any(.unchecked)
            ? .untrusted : any(.broken) ? .broken : regressions.isEmpty ? .passed : .worse
        let seconds = Sample(runs.completeWalks.compactMap { walk in walk.steps(nil)?.reduce(0) { $0 + $1.seconds } })
        self.init(
            tool: tool, outcome: outcome, runs: runs.side,
            journey: runs.measurements.lazy.compactMap(\.journey?.id).first
                ?? runs.scores.lazy.flatMap(\.measurements).compactMap(\.journey).first,
            started: runs.measurements.compactMap(\.totals.first).min { $0.nanoseconds < $1.nanoseconds },
            seconds: seconds?.mean, budgets: budgets, limits: results, comparison: comparison,
            reasons: reasons.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
}
