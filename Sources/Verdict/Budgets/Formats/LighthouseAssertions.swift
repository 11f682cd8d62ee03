import Documents

/// Assertions of Lighthouse CI, in a `lighthouserc` of JSON or YAML (lighthouse-ci, `docs/configuration.md`).
///
/// A page is what a step is here, as in `LighthouseBudget`. Sizes are bytes.
enum LighthouseAssertions {
    /// The part with assertions, where there is one: under `ci`, or at the root.
    static func assert(in root: BudgetValue) -> BudgetValue? {
        let assert = root["ci"]?["assert"] ?? root["assert"] ?? root
        return ["assertions", "assertMatrix", "preset", "budgetsFile"].contains { assert[$0] != nil } ? assert : nil
    }

    static func limits(_ root: BudgetValue) throws(BudgetError) -> [Limit] {
        guard let assert = assert(in: root) else { throw root.error(.missingKey("assertions")) }
        var limits = try assertions(in: assert, isGeneral: true)
        for entry in assert["assertMatrix"]?.elements ?? [] {
            let pattern = entry["matchingUrlPattern"]?.text
            limits += try assertions(in: entry, isGeneral: pattern == nil || pattern == ".*")
        }
        return limits
    }

    private static func assertions(in assert: BudgetValue, isGeneral: Bool) throws(BudgetError) -> [Limit] {
        var limits: [Limit] = []
        // Sets of assertions that the tool brings, and limits in another file.
        for key in ["preset", "budgetsFile"] {
            if let value = assert[key] {
                limits.append(Limit(.other(.elsewhere), .journey, .unstated, origin: value.origin(key)))
            }
        }
        let general = assert["aggregationMethod"]?.text
        for entry in assert["assertions"]?.entries ?? [] {
            guard let limit = try limit(entry.key, entry.value, general: general, isGeneral: isGeneral) else {
                continue
            }
            limits.append(limit)
        }
        return limits
    }

    /// An assertion; `nil` where it is off.
    private static func limit(
        _ name: String, _ value: BudgetValue, general: String?, isGeneral: Bool
    ) throws(BudgetError) -> Limit? {
        guard let word = value.text ?? value.elements.first?.text else {
            throw value.error(.wrongKind(expected: "a level, or a list of a level and options"))
        }
        guard word != "off" else { return nil }
        guard let level = LimitResult.Level(rawValue: word) else {
            throw value.error(.wrongKind(expected: "one of off, warn, error"))
        }
        let options = value.elements.dropFirst().first
        let most = options.flatMap { options in
            ["maxNumericValue", "maxLength"].lazy.compactMap { options[$0]?.number }.first
        }
        let least = options?["minScore"]?.number
        let bound = most.map(Limit.Bound.atMost) ?? least.map(Limit.Bound.atLeast) ?? .unstated
        let target = isGeneral ? target(name) : .other(.page)
        let stated: Limit.Target = if case .metric = target, most == nil { .other(.noLimit) } else { target }
        let isMetric = if case .metric(let metric) = stated { metric.quantity != .requests } else { false }
        return Limit(
            stated, isMetric ? .eachStep(except: []) : .journey, bound, level: level,
            statistic: statistic(options?["aggregationMethod"]?.text ?? general), origin: value.origin(name))
    }

    private static func target(_ name: String) -> Limit.Target {
        let words = name.split(whereSeparator: { ":.".contains($0) }).map(String.init)
        switch words.first {
        case "resource-summary" where words.last == "size" && words.count == 3:
            return TransferSize.metric(words[1]).map(Limit.Target.metric) ?? .other(.resourceType)
        case "resource-summary" where words.last == "count": return .metric(Metric(.requests))
        // All that the page received, as the sum of its resources.
        case "total-byte-weight": return .metric(Metric(.bytes, direction: .down))
        case "network-requests": return .metric(Metric(.requests))
        case "categories": return .other(.otherScore)
        case "interactive", "first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time",
            "max-potential-fid", "server-response-time", "mainthread-work-breakdown", "bootup-time":
            return .other(.browserTiming)
        default: return .other(.otherMetric)
        }
    }

    /// For a most: `optimistic`, which Lighthouse CI takes unless told otherwise, is the best run and `pessimistic` the
    /// worst. `median-run` picks a run by the browser's timings, which aren't known here: the median is taken instead.
    private static func statistic(_ method: String?) -> LimitResult.Statistic {
        switch method {
        case "median", "median-run": .median
        case "pessimistic": .greatest
        default: .least
        }
    }
}
