import Documents

/// A budget of sitespeed.io (its documentation, "Performance budget").
///
/// Its limits hold for each page; those under an alias replace them for that page. A page is what a step is here, and
/// its alias the step's identifier or title, see `StepAlias`. Sizes are bytes of transfer: here they limit received IP
/// bytes, which are a little more.
enum SitespeedBudget {
    private static let millisecondsPerSecond = 1000.0
    /// What a budget limits, by the groups that it is written in.
    private static let groups: Set<String> = [
        "timings", "requests", "transferSize", "thirdParty", "score", "usertimings", "scriptingmetrics", "cpu",
        "pagexray", "coach", "visualMetrics", "axe", "googleWebVitals", "contentSize", "responseCodes",
    ]

    static func limits(_ root: BudgetValue) throws(BudgetError) -> [Limit] {
        guard let budget = root["budget"], budget.isObject else { throw root.error(.missingKey("budget")) }
        let pages = budget.entries.filter { isPage($0.key, $0.value) }
        var own: [String: [Limit]] = [:]
        for page in pages {
            own[page.key] = try limits(of: page.value, page.key.contains("://") ? nil : .alias(page.key))
        }
        let general = try limits(of: budget, .eachStep(except: []), leavingOut: Set(pages.map(\.key)))
        // A page's own limit stands instead of the general one.
        let merged = general.map { limit in
            var limit = limit
            guard case .eachStep = limit.scope, case .metric(let metric) = limit.target else { return limit }
            limit.scope = .eachStep(
                except: pages.map(\.key).filter { page in own[page]?.contains { $0.target == .metric(metric) } ?? false
                })
            return limit
        }
        return merged + pages.flatMap { own[$0.key] ?? [] }
    }

    /// Whether a key names a page: what isn't a group that is known, and holds groups.
    private static func isPage(_ key: String, _ value: BudgetValue) -> Bool {
        !groups.contains(key) && value.isObject && value.entries.contains { groups.contains($0.key) }
    }

    /// The limits of a page or of all; no scope for a page by its address.
    private static func limits(
        of budget: BudgetValue, _ scope: Limit.Scope?, leavingOut pages: Set<String> = []
    ) throws(BudgetError) -> [Limit] {
        var limits: [Limit] = []
        for group in budget.entries where !pages.contains(group.key) {
            guard group.value.isObject else {
                limits.append(try limit(group.value, group.key, "", scope))
                continue
            }
            for entry in group.value.entries { limits.append(try limit(entry.value, group.key, entry.key, scope)) }
        }
        return limits
    }

    private static func limit(
        _ value: BudgetValue, _ group: String, _ name: String, _ scope: Limit.Scope?
    ) throws(BudgetError) -> Limit {
        let origin = value.origin(String(value.path.drop { $0 != "." }.dropFirst()))
        guard let figure = value.number, figure >= 0 else {
            return Limit(.other(.otherMetric), .journey, .unstated, origin: origin)
        }
        guard let scope else { return Limit(.other(.page), .journey, .atMost(figure), origin: origin) }
        func limit(_ metric: Metric, _ scope: Limit.Scope = scope, _ limit: Double = figure) -> Limit {
            Limit(.metric(metric), scope, .atMost(limit), origin: origin)
        }
        func other(_ obstacle: Obstacle) -> Limit { Limit(.other(obstacle), .journey, .atMost(figure), origin: origin) }
        switch (group, name) {
        case ("transferSize", _): return TransferSize.metric(name).map { limit($0) } ?? other(.resourceType)
        case ("thirdParty", "transferSize"): return limit(Metric(.bytes, side: .third, direction: .down))
        case ("requests", _), ("thirdParty", "requests"): return limit(Metric(.requests), .journey)
        // What a script measured between two of its own moments, in ms, is a step's duration if a step bears its name.
        case ("scriptingmetrics", _): return limit(Metric(.duration), .alias(name), figure / millisecondsPerSecond)
        case ("timings", _), ("usertimings", _), ("cpu", _), ("visualMetrics", _), ("googleWebVitals", _):
            return other(.browserTiming)
        case ("score", _), ("coach", _): return Limit(.other(.otherScore), .journey, .atLeast(figure), origin: origin)
        case ("contentSize", _): return other(.resourceType)
        default: return other(.otherMetric)
        }
    }
}
