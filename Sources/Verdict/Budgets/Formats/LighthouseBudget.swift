import Documents

/// Lighthouse's `budget.json`: a list of budgets by page, of which the last that matches counts (lighthouse-ci,
/// `utils/src/budget.js`).
///
/// A page is what a step is here. Sizes are KiB of transfer: what the page received, without the headers of IP, TCP and
/// TLS; here they limit received IP bytes, which are a little more.
enum LighthouseBudget {
    /// The lists of limits that an entry may have.
    static let lists = ["resourceSizes", "resourceCounts", "timings"]
    /// Lighthouse CI multiplies by it (`utils/src/budgets-converter.js`).
    private static let bytesPerKiB = 1024.0
    /// Paths that match each page: robots.txt's rules, by prefix.
    private static let everywhere: Set<String> = ["/", "/*", "*"]

    static func limits(_ root: BudgetValue) throws(BudgetError) -> [Limit] {
        var limits: [Limit] = []
        let lastGeneral = root.elements.lastIndex { isGeneral($0) }
        for (index, entry) in root.elements.enumerated() {
            // An earlier one for all pages never counts: the later one matches them as well.
            if isGeneral(entry), index != lastGeneral { continue }
            for list in lists {
                guard let values = entry[list] else { continue }
                guard values.isList else { throw values.error(.wrongKind(expected: "a list")) }
                for value in values.elements {
                    limits.append(try limit(value, in: list, isGeneral: isGeneral(entry)))
                }
            }
        }
        return limits
    }

    private static func isGeneral(_ entry: BudgetValue) -> Bool {
        entry["path"]?.text.map(everywhere.contains) ?? (entry["path"] == nil)
    }

    private static func limit(_ value: BudgetValue, in list: String, isGeneral: Bool) throws(BudgetError) -> Limit {
        let nameKey = list == "timings" ? "metric" : "resourceType"
        guard let name = value[nameKey]?.text else { throw value.error(.missingKey(nameKey)) }
        guard let budget = value["budget"] else { throw value.error(.missingKey("budget")) }
        guard let figure = budget.number, figure >= 0 else {
            throw budget.error(.wrongKind(expected: "a number from 0"))
        }
        let origin = budget.origin("\(list).\(name)")
        guard isGeneral else { return Limit(.other(.page), .journey, .atMost(figure), origin: origin) }
        switch list {
        case "resourceSizes":
            guard let metric = TransferSize.metric(name) else {
                return Limit(.other(.resourceType), .journey, .atMost(figure * bytesPerKiB), origin: origin)
            }
            return Limit(.metric(metric), .eachStep(except: []), .atMost(figure * bytesPerKiB), origin: origin)
        case "resourceCounts": return Limit(.metric(Metric(.requests)), .journey, .atMost(figure), origin: origin)
        default: return Limit(.other(.browserTiming), .journey, .atMost(figure), origin: origin)
        }
    }
}

/// What Lighthouse and sitespeed.io call the transfer size of a kind of resource.
enum TransferSize {
    /// The metric that is nearest: received IP bytes; `nil` for kinds of content, which encryption hides.
    static func metric(_ resourceType: String) -> Metric? {
        switch resourceType {
        case "total": Metric(.bytes, direction: .down)
        case "third-party": Metric(.bytes, side: .third, direction: .down)
        default: nil
        }
    }
}
