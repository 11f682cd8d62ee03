import Documents
import TestSupport

/// A check and a comparison as documents, with what they may hold.
enum CheckSample {
    static let origin = LimitResult.Origin(file: "budget.yaml", line: 7, key: "journey.0")

    static var broken: LimitResult {
        LimitResult(
            step: "open", stepTitle: LocalizedText(["en": "Open the app", "fr": "Ouvrir l’application"]),
            metric: Metric(.bytes, side: .third), origin: origin, level: .error, bound: .atMost, limit: 900_000,
            statistic: .mean, value: 1_240_311, sample: Documents.Sample([1_200_000, 1_280_622]),
            interval: .init(low: 728_000, high: 1_752_622), status: .broken, undecided: true, runsNeeded: 4,
            hosts: [
                .init(name: "cdn.example", party: .third, bytes: 1_000_000),
                .init(name: "ads.example", party: .third, bytes: 2000),
            ])
    }

    static var unchecked: LimitResult {
        LimitResult(
            step: nil, metric: nil, origin: .init(file: "lighthouse.json", line: nil, key: "resourceSizes.image"),
            level: .warn, bound: .atMost, limit: 153_600, statistic: .mean, status: .unchecked, obstacle: .resourceType)
    }

    static var kept: LimitResult {
        LimitResult(
            step: nil, metric: Metric(.score), origin: origin, level: .error, bound: .atLeast, limit: 60,
            statistic: .mean,
            value: 72.5, sample: Documents.Sample([72.5]), status: .passed)
    }

    static func result(
        _ limits: [LimitResult], outcome: CheckResult.Outcome = .broken, comparison: RunComparison? = nil,
        reasons: [Caveat] = []
    ) -> CheckResult {
        CheckResult(
            tool: .ecoproxy, outcome: outcome, runs: side, journey: "parcours", started: .nine, seconds: 41.25,
            budgets: [.init(file: "budget.yaml", format: "ecoproxy")], limits: limits, comparison: comparison,
            reasons: reasons)
    }

    static var side: RunSide {
        RunSide(
            names: ["run"], runs: 2, measurements: [], title: LocalizedText(["en": "Journey", "fr": "Parcours"]),
            version: "1.0", quality: .good)
    }

    static func change(_ metric: Metric, _ verdict: FigureChange.Verdict, p: Double = 0.01) -> FigureChange {
        let test: SignificanceTest? =
            verdict == .untested || verdict == .same
            ? nil : SignificanceTest(name: .welch, t: 3, degreesOfFreedom: 4, p: p, adjustedP: p)
        return FigureChange(
            metric: metric, base: Documents.Sample([1000, 1100]), new: Documents.Sample([2000, 2200]), difference: 1050,
            relative: 1,
            test: test, verdict: verdict)
    }

    static func comparison(
        _ journey: [FigureChange], differences: [ConditionDifference] = [], hosts: [HostChange] = []
    ) -> RunComparison {
        RunComparison(
            tool: .ecoproxy, base: side, new: side, method: .init(significance: 0.05, correction: "holm"),
            factorSet: nil, profile: nil, differences: differences, journey: journey, steps: [], hosts: hosts)
    }
}
