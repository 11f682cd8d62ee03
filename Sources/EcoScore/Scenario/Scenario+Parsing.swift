import Documents

extension Scenario {
    /// The names of parts that every measurement has, in the order that messages list them.
    static let parts: [(name: String, target: Target)] = [
        ("all", .traffic(.all)), ("first-party", .traffic(.party(.first))), ("third-party", .traffic(.party(.third))),
        ("time", .time), ("display-time", .displayTime),
    ]

    /// What hosts serve, by the names that documents have.
    static let purposes = Purpose.allCases.map(\.rawValue) + [Transport.dns.rawValue]

    fileprivate static let stepPrefix = "step:"
    private static let hostPrefix = "host:"

    /// Kinds of content that only requests tell; a purpose of the same name comes first.
    private static let contents: Set<String> = [
        "image", "images", "font", "script", "scripts", "style", "styles", "css", "javascript", "media", "audio",
        "videos",
        "html", "json", "document", "documents", "text", "cookies", "requests", "api",
    ]

    /// Decimal units (IEC 80000-13), in English and French.
    private static let byteUnits: [(name: String, bytes: Double)] = [
        ("kB", 1e3), ("MB", 1e6), ("GB", 1e9), ("ko", 1e3), ("Mo", 1e6), ("Go", 1e9), ("B", 1), ("o", 1),
    ]

    private static let timeUnits: [(name: String, seconds: Double)] = [("min", 60), ("ms", 1e-3), ("s", 1)]

    /// Reads a scenario as a person writes it.
    ///
    /// - Throws: `ScenarioError`, which names the item and what is allowed.
    public init(_ text: String) throws(ScenarioError) {
        var changes: [Change] = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            let change = try Change(String(item.trimmed))
            guard !changes.contains(where: { $0.step == change.step && $0.target == change.target }) else {
                throw ScenarioError(change.item, .repeated)
            }
            changes.append(change)
        }
        self.changes = changes
    }

    fileprivate static func target(_ name: String, of item: String) throws(ScenarioError) -> Target {
        if let part = parts.first(where: { $0.name == name }) { return part.target }
        if purposes.contains(name) { return .traffic(.purpose(name)) }
        if name.hasPrefix(hostPrefix), name.count > hostPrefix.count {
            return .traffic(.host(String(name.dropFirst(hostPrefix.count))))
        }
        throw ScenarioError(item, contents.contains(name.lowercased()) ? .needsRequests(name) : .unknownTarget(name))
    }

    fileprivate static func amount(
        _ text: String, of target: Target, in item: String
    ) throws(ScenarioError) -> Amount {
        let isTraffic = if case .traffic = target { true } else { false }
        let error = ScenarioError(item, .unknownChange(text, inBytes: isTraffic))
        if text == "0" { return .times(0) }
        if text.hasSuffix("%") {
            let figure = text.dropLast().trimmed
            guard let sign = figure.first, sign == "-" || sign == "+",
                let percent = number(figure.dropFirst()), sign == "+" || percent <= 100
            else { throw error }
            // As one division, so that a tenth more is exactly 1.1.
            return .times((sign == "-" ? 100 - percent : 100 + percent) / 100)
        }
        let units: [(name: String, size: Double)] = isTraffic ? byteUnits.map { ($0, $1) } : timeUnits.map { ($0, $1) }
        guard let unit = units.first(where: { text.hasSuffix($0.name) }),
            let value = number(text.dropLast(unit.name.count).trimmed)
        else { throw error }
        return .becomes(value * unit.size)
    }

    /// A decimal figure that isn't negative, of at most nine digits before the point.
    private static func number(_ text: Substring) -> Double? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].count <= 9, text.count <= 20,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        return Double(text)
    }
}

extension Scenario.Change {
    fileprivate init(_ item: String) throws(ScenarioError) {
        guard !item.isEmpty else { throw ScenarioError(item, .empty) }
        guard let equals = item.lastIndex(of: "=") else { throw ScenarioError(item, .noChange) }
        var name = item[..<equals].trimmed
        var step: String?
        if name.hasPrefix(Scenario.stepPrefix) {
            guard let slash = name.lastIndex(of: "/") else { throw ScenarioError(item, .stepAlone) }
            step = String(name[..<slash].dropFirst(Scenario.stepPrefix.count))
            name = name[name.index(after: slash)...]
            if step?.isEmpty == true { throw ScenarioError(item, .stepAlone) }
        }
        self.item = item
        self.step = step
        target = try Scenario.target(String(name), of: item)
        amount = try Scenario.amount(String(item[item.index(after: equals)...].trimmed), of: target, in: item)
    }
}

extension StringProtocol where SubSequence == Substring {
    /// Without spaces at both ends.
    fileprivate var trimmed: Substring {
        let tail = self.drop { $0 == " " }
        return tail.lastIndex { $0 != " " }.map { tail[...$0] } ?? tail.prefix(0)
    }
}
