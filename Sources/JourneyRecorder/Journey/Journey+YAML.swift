import Documents

extension Journey {
    /// The journey as a file that `JourneyFile.parse(_:name:)` reads as this journey: without the remarks of the one it was read from.
    public var yaml: String {
        let quoted = JourneyDraft.quoted
        var lines = [
            "schema: \(JourneyFile.schemaIdentifier)", "id: \(quoted(id))", "title: \(JourneyDraft.written(title))",
            "application: \(quoted(application))",
        ]
        if let version { lines.append("version: \(quoted(version))") }
        lines += ["device: \(device.rawValue)", "network: \(network.rawValue)"]
        if hosts != HostRules() {
            lines.append("hosts:")
            for (key, patterns) in [("first_party", hosts.first), ("background", hosts.background)] {
                lines.append("  \(key): [\(patterns.map { quoted($0.description) }.joined(separator: ", "))]")
            }
        }
        lines.append("steps:")
        for step in steps { lines += step.yaml }
        lines += Self.map("budget", budget.yaml, indent: "") + Self.map("runs", runs.yaml, indent: "")
        return lines.joined(separator: "\n") + "\n"
    }

    fileprivate static func map(_ key: String, _ fields: [String], indent: String) -> [String] {
        fields.isEmpty ? [] : ["\(indent)\(key): { \(fields.joined(separator: ", ")) }"]
    }
}

extension JourneyStep {
    fileprivate var yaml: [String] {
        var lines = [
            "  - id: \(JourneyDraft.quoted(id))", "    title: \(JourneyDraft.written(title))",
            "    type: \(type.rawValue)",
        ]
        if critical { lines.append("    critical: true") }
        if let useSeconds { lines.append("    use_seconds: \(useSeconds)") }
        let fields = [
            budget.bytes.map { "bytes: \($0)" }, budget.thirdPartyBytes.map { "third_party_bytes: \($0)" },
        ]
        return lines + Journey.map("budget", fields.compactMap(\.self), indent: "    ")
    }
}

extension JourneyBudget {
    fileprivate var yaml: [String] {
        [
            minimumScore.map { "score_min: \($0)" }, maximumGHGGrams.map { "ghg_g_max: \($0)" },
            maximumRegression.map { "regression_max: \(percentage($0))" },
        ].compactMap(\.self)
    }
}

extension RunPlan {
    fileprivate var yaml: [String] {
        [
            cold.map { "cold: \($0)" }, warm.map { "warm: \($0)" },
            maximumSpread.map { "max_spread: \(percentage($0))" },
        ].compactMap(\.self)
    }
}

/// A fraction as percents, in digits that read back to it.
private func percentage(_ fraction: Double) -> String {
    // Both neighbours of what rounding gives are tried, as dividing by 100 rounds again.
    let percents = fraction * 100
    let exact = [percents, percents.nextDown, percents.nextUp].first { $0 / 100 == fraction } ?? percents
    return "\(exact)%"
}
