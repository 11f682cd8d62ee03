import Documents

/// Words for what changed between two sides of runs.
extension EnglishWords {
    var comparison: String { "Comparison" }
    var base: String { "Base" }
    var new: String { "New" }
    func runCount(_ count: Int) -> String { count == 1 ? "1 run" : "\(count) runs" }

    func incompleteRuns(_ count: Int) -> String {
        "\(runCount(count)) without all steps: left out of the whole journey’s figures"
    }

    var howJudged: String { "How it is judged" }

    func judged(_ tests: Set<SignificanceTest.Name>, isUntested: Bool, significance: String) -> String {
        var sentences: [String] = []
        if tests.contains(.welch) {
            sentences.append("Welch’s t-test, two-sided, of the means; ± is the runs’ standard deviation.")
        }
        if tests.contains(.singleRun) {
            sentences.append("One run on a side: Student’s t-test, two-sided, of it against the runs of the other.")
        }
        if !tests.isEmpty {
            sentences.append(
                "p-values are adjusted for the figures of a table (Holm); below \(significance) a change is beyond the noise."
            )
        }
        if isUntested { sentences.append("One run each: the noise is unknown, and no change can be called one.") }
        if sentences.isEmpty { sentences.append("There is no difference to test.") }
        return sentences.joined(separator: " ")
    }

    var conditionsDiffer: String { "What differs beside the app" }

    func name(of condition: ConditionDifference.Condition) -> String {
        switch condition {
        case .application: "application"
        case .journey: "journey"
        case .journeyFile: "journey file"
        case .device: "device class"
        case .network: "network"
        case .cache: "caches"
        case .trust: "capture point"
        case .selection: "selected traffic"
        case .tool: "version of ecoproxy"
        case .energyPart: "energy of"
        case .factorSet: "factor set"
        case .profile: "score profile"
        case .rescored: "stored score"
        case .measurementMissing: "a bare Score"
        case .scoreMissing: "no score"
        case .untrusted: "quality"
        case .sameRun: "the same measurement on both sides"
        }
    }

    func consequence(of condition: ConditionDifference.Condition) -> String? {
        switch condition {
        case .application, .journey: "these are different things; a difference says nothing of a version"
        case .journeyFile: "steps or host rules may have changed"
        case .device, .network: "energy, impacts and score depend on it"
        case .cache: "warm runs fetch less than cold ones"
        case .trust, .selection: "the same traffic may be counted differently"
        case .tool: nil
        case .energyPart: "energy isn’t compared"
        case .factorSet: "score and indicators aren’t compared: score both from their measurements with the same set"
        case .profile: "the score isn’t compared: score both from their measurements with the same profile"
        case .rescored: "score and indicators were computed anew from the measurement"
        case .measurementMissing: "bytes, hosts, connections and times are in measurements only, and aren’t compared"
        case .scoreMissing: "there is no step to score"
        case .untrusted: "a measurement that can’t be trusted proves no change"
        case .sameRun: nil
        }
    }

    var beyondNoise: String { "Changes beyond the noise" }
    var nothingBeyondNoise: String { "No change beyond the noise." }
    var inAll: String { "In all" }
    var verdict: String { "Change" }

    func name(of verdict: FigureChange.Verdict) -> String {
        switch verdict {
        case .same: "none"
        case .noise: "within the noise"
        case .worse: "worse"
        case .better: "better"
        case .untested: "noise unknown"
        case .onlyBase: "only in the base"
        case .onlyNew: "only in the new"
        }
    }

    func name(of presence: HostChange.Presence) -> String {
        switch presence {
        case .both: "on both sides"
        case .new: "new"
        case .vanished: "vanished"
        }
    }

    func chance(_ p: String) -> String { "p \(p)" }
    func figuresCaption(of part: String) -> String { "\(part): figures of both sides" }
    func hostsCaption(of part: String) -> String { "\(part): hosts, those that changed most first" }
    var newHosts: String { "New hosts" }
    var vanishedHosts: String { "Vanished hosts" }
    func unchanged(_ figures: String) -> String { "Unchanged: \(figures)." }
    var allUnchanged: String { "Nothing differs." }
    func otherHostChanges(_ count: Int) -> String { "\(count) more hosts changed less; --json lists them all." }
    var requests: String { "Requests" }
    var gradeLetter: String { "Grade" }
    var hostCount: String { "Hosts" }
    var allTraffic: String { "all traffic" }

    func hosts(of party: Party) -> String {
        switch party {
        case .first: "first party"
        case .third: "third parties"
        case .background: "background"
        case .unknown: "unknown party"
        }
    }

    var sentOnly: String { "sent" }
    var receivedOnly: String { "received" }

    func name(of value: Metric.Case) -> String {
        switch value {
        case .low: "low"
        case .central: "central"
        case .high: "high"
        }
    }
}
