/// The files that limits are read from.
public enum BudgetFormat: String, Sendable, CaseIterable {
    /// `ecoproxy.budget/1`.
    case ecoproxy
    /// A journey, with the budgets of its steps.
    case journey
    /// Lighthouse's `budget.json`.
    case lighthouse
    /// Assertions of Lighthouse CI.
    case lighthouseCI = "lighthouse-ci"
    /// A budget of sitespeed.io.
    case sitespeed
    /// Thresholds of GreenFrame.
    case greenframe

    static let ownSchema = "ecoproxy.budget/1"

    /// Its name for messages.
    public var name: String {
        switch self {
        case .ecoproxy: Self.ownSchema
        case .journey: "ecoproxy.journey/1"
        case .lighthouse: "a Lighthouse budget"
        case .lighthouseCI: "Lighthouse CI assertions"
        case .sitespeed: "a sitespeed.io budget"
        case .greenframe: "GreenFrame scenarios"
        }
    }

    /// The format that a file's content shows; `nil` if it is none of these.
    init?(_ root: BudgetValue) {
        guard let format = Self.allCases.first(where: { $0.fits(root) }) else { return nil }
        self = format
    }

    func fits(_ root: BudgetValue) -> Bool {
        let schema = root["schema"]?.text
        return switch self {
        case .ecoproxy: schema?.hasPrefix("ecoproxy.budget/") ?? false
        case .journey: schema?.hasPrefix("ecoproxy.journey/") ?? false
        case .lighthouse:
            !root.elements.isEmpty
                && root.elements.allSatisfy { entry in LighthouseBudget.lists.contains { entry[$0] != nil } }
        case .lighthouseCI: LighthouseAssertions.assert(in: root) != nil
        case .sitespeed: root["budget"]?.isObject == true && schema == nil
        case .greenframe: root["scenarios"]?.isList == true
        }
    }
}
