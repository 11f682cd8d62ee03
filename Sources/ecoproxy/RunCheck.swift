import Documents
import JourneyRecorder
import Verdict

/// Runs held against limits and a baseline: what `check` and a report's section on budgets say.
enum RunCheck {
    /// Checks runs.
    ///
    /// - Parameters:
    ///   - runs: the runs, as `RunInput` takes them.
    ///   - budgets: files with limits; none for those of the first bundle's journey.
    ///   - format: what the files are to be read as; told from their content unless given.
    ///   - baseline: the runs to compare with.
    ///   - scoring: what scores are computed with.
    ///   - catalogue: where `catalogue:` runs are looked up; none are taken without it.
    /// - Returns: the result; `nil` where there is neither a limit nor a baseline.
    /// - Throws: what reading runs and budgets does.
    static func result(
        _ runs: [String], budgets: [String], format: BudgetFormat? = nil, baseline: [String],
        scoring: RunInput.Scoring, catalogue: CatalogueOption?
    ) throws -> CheckResult? {
        let paths = budgets.isEmpty ? bundledJourney(runs) : budgets
        if paths.isEmpty, baseline.isEmpty { return nil }
        let group = try RunInput.group(runs, scoring: scoring, catalogue: catalogue)
        let base =
            baseline.isEmpty ? nil : try RunInput.group(baseline, scoring: scoring, catalogue: catalogue)
        let input = try BudgetInput(
            paths, format: budgets.isEmpty ? nil : format, journey: group.journey, hasBaseline: base != nil)
        if input.limits.isEmpty, base == nil { return nil }
        return CheckResult(group, limits: input.limits, budgets: input.references, baseline: base, tool: .ecoproxy)
    }

    /// The journey of the first bundle that has one: its budgets count where none are given.
    private static func bundledJourney(_ runs: [String]) -> [String] {
        let bundles = runs.filter { $0 != "-" && RunBundle.isBundle($0) }.map { RunBundle(path: $0) }
        return bundles.first { $0.has(.journey) }.map { [$0.path(of: .journey)] } ?? []
    }
}
