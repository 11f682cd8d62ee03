import Documents
import FoundationEssentials
import Testing

@testable import Verdict

/// Budgets as JSON, read as the program reads them.
enum BudgetText {
    static func limits(_ json: String, journey: [String] = [], format: BudgetFormat? = nil) throws -> [Limit] {
        try BudgetFile(json: Data(json.utf8), name: "budget", lines: [:], format: format).limits(for: journey)
    }

    /// What a limit says in one phrase: what, where, how much.
    static func phrase(_ limit: Limit) -> String {
        let target =
            switch limit.target {
            case .metric(let metric): metric.rawValue
            case .other(let obstacle): "!\(obstacle.rawValue)"
            }
        let scope =
            switch limit.scope {
            case .journey: ""
            case .step(let id): " in \(id)"
            case .alias(let alias): " in ~\(alias)"
            case .eachStep(let except): " in each" + except.map { " but \($0)" }.joined()
            }
        let bound =
            switch limit.bound {
            case .atMost(let value): " <= \(value)"
            case .atLeast(let value): " >= \(value)"
            case .worseBy(let value): " +\(value)"
            case .worseByPart(let value): " +\(value * 100)%"
            case .unstated: ""
            }
        return target + scope + bound + (limit.level == .warn ? " (warn)" : "")
            + (limit.statistic == .mean ? "" : " \(limit.statistic.rawValue)")
    }

    static func phrases(_ json: String, journey: [String] = []) throws -> [String] {
        try limits(json, journey: journey).map(phrase).sorted()
    }

    /// The problem that a budget is refused for.
    static func problem(_ json: String, format: BudgetFormat? = nil) -> BudgetError? {
        do {
            _ = try limits(json, format: format)
            return nil
        } catch {
            return error as? BudgetError
        }
    }
}
