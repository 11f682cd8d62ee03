import Documents

/// Thresholds of GreenFrame's scenarios (greenframe-cli, README): most greenhouse gas of a run of the scenario, in
/// gCO2e by GreenFrame's own model.
///
/// Here they limit the central value of ours, which counts other parts.
enum GreenFrameThresholds {
    static func limits(_ root: BudgetValue, journey: [String]) throws(BudgetError) -> [Limit] {
        guard let scenarios = root["scenarios"], scenarios.isList else { throw root.error(.missingKey("scenarios")) }
        let names = scenarios.elements.map { $0["name"]?.text }
        let folded = journey.map(StepAlias.folded)
        func isJourney(_ name: String?) -> Bool { name.map { folded.contains(StepAlias.folded($0)) } ?? false }
        let isNamed = names.contains(where: isJourney)
        // The only scenario of a file is the journey's, whatever it is called; without a journey nothing says otherwise.
        let isOnly = scenarios.elements.count == 1 || journey.isEmpty
        var limits: [Limit] = []
        for (scenario, name) in zip(scenarios.elements, names) {
            guard let threshold = scenario["threshold"] else { continue }
            guard let grams = threshold.number, grams >= 0 else {
                throw threshold.error(.wrongKind(expected: "a number from 0"))
            }
            let origin = threshold.origin("threshold" + (name.map { " (\($0))" } ?? ""))
            let isOurs = isNamed ? isJourney(name) : isOnly
            limits.append(
                Limit(
                    isOurs ? .metric(Metric(.ghg)) : .other(.otherScenario), .journey, .atMost(grams),
                    // Another journey's limit says nothing of this one, once this one's is found.
                    level: isNamed && !isOurs ? .warn : .error, origin: origin))
        }
        return limits
    }
}
