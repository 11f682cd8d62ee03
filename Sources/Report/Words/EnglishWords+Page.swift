import Documents

/// What a whole report says beyond its figures, in English.
extension EnglishWords {
    var needsMeasurement: String {
        "This needs the Measurement, which a Score document doesn’t hold: give the run bundle, or measurement.json, instead."
    }
    var noPackets: String { "The capture holds no packet." }
    var noScore: String {
        "No step was walked, so there is no score: mark the steps while recording, or replay the capture with its journey and markers (ecoproxy replay CAPTURE --journey journey.yaml --markers markers.jsonl)."
    }
    var noSteps: String {
        "No step: the capture was measured as a whole. Mark the steps while recording, or replay it with a journey and markers."
    }
    var whatWasMeasured: String { "What was measured" }
    var heaviestSteps: String { "Heaviest steps" }
    var toDoFirst: String { "To do first" }
    var scoreAlone: String {
        "This page is of a Score document alone: bytes, hosts and times are in the Measurement that it was made from."
    }
    var listSeparator: String { "; " }
    var scoredStepsCaption: String { "The steps as they were scored: central value [low–high]" }
    var mediansCaption: String { "Each step over all walks: medians, the data with the least and the greatest" }
    var everyWalk: String { "Every walk" }
    var requestsUnseen: String {
        "Requests can’t be counted in packets: one connection carries many, encrypted. Connections and hosts stand for them."
    }
    var walkedOnce: String {
        "Each step was walked once: there is no spread to show. Record with --iterations, or give several runs: ecoproxy report RUN1 RUN2 RUN3."
    }
    var timelineTitle: String { "Bytes over time, by whose hosts they are with" }
    var stepRatesDescription: String {
        "The mean rate of each step, stacked by party. The table below has the same by step."
    }
    var timelineAbsent: String {
        "This measurement holds no bytes over time, as those of earlier versions don’t: shown is the mean rate of each step. Replay the capture for more: ecoproxy replay."
    }
    var timelineCaption: String { "When each step began, its mean rate, and whose hosts its IP bytes were with" }
    var begins: String { "Begins at" }
    var meanRate: String { "Mean rate" }
    var hostMapTitle: String { "Hosts by size, those of a party together" }
    var stepsByHostCaption: String { "IP bytes by step and host" }
    var hostsLabel: String { "Hosts" }
    var restOfHosts: String { "Other hosts" }
    var firstMet: String { "First met in" }
    var heaviestCellsCaption: String { "The heaviest pairs of step and host, with their share of all steps’ bytes" }
    var noHotSpots: String { "No step carried bytes: there is nothing that weighs more than the rest." }
    var noLeads: String { "None was found." }
    var noCommonSteps: String { "The cold and the warm runs have no step in common." }
    var dataCold: String { "Data, cold" }
    var dataWarm: String { "Data, warm" }
    var cacheSaves: String { "The caches save" }
    var savedShare: String { "Saved" }
    var durationCold: String { "Duration, cold" }
    var durationWarm: String { "Duration, warm" }
    var coldWarmExplained: String {
        "A cold walk begins with empty caches, a warm one with what an earlier walk left. They are compared here and never averaged together."
    }
    var budget: String { "Budget" }
    var noBudget: String {
        "No limits and no baseline were given. To hold this run against some: ecoproxy report RUN --budget FILE --baseline RUN."
    }
    var evolution: String { "Trend" }
    var oneRunOnly: String {
        "One run was given, so there is no trend. Give several: ecoproxy report RUN1 RUN2; to compare two versions: ecoproxy compare BASE NEW."
    }
    var trendTitle: String { "Data of each run" }
    var trendExplained: String {
        "The band goes from the least to the greatest of the runs that count together (filled dots): a difference within it can’t be told from chance."
    }
    var runsCaption: String { "The runs in the order of time" }
    var run: String { "Run" }
    var version: String { "Version" }
    var caches: String { "Caches" }
    var backgroundTraffic: String { "The device’s own background" }
    var notKnownHere: String { "not known" }
    var otherDevicesAndApps: String { "Other devices and apps" }
    var nothingSelected: String { "not told apart: all that was captured was measured" }
    var sentAgain: String { "Sent again" }
    var countedInSteps: String { "counted in the steps that it fell in" }
    var capturedTwice: String { "Captured twice" }
    var removed: String { "left out" }
    var countedTwice: String { "counted twice" }
    var linkOverhead: String { "Link headers and other layers below IP" }
    var formulas: String {
        "Of each step: greenhouse gas = energy of the device × electricity + share of its life × manufacture + bytes × (network + data centre); water and land alike, by the electricity of each part. A journey is the sum of its steps, over several walks of each step’s mean."
    }
    var notMeasuredHeading: String { "What is not measured" }
    var serversUnseen: String {
        "The servers’ work: a request that keeps a server busy weighs no more here than its bytes."
    }
    var energyUnseen: String { "The device’s energy: a typical power × time stands for it. Measure it with --energy." }
    var displayUnseen: String {
        "The time to display: that axis of the score is left open. Measure it with --display, or mark “displayed”."
    }
    var factors: String { "Factors" }
    var factorsAbsent: String { "This score, of an earlier version, doesn’t list its factors: score the run again." }
    var factor: String { "Factor" }
    var value: String { "Value" }
    var sources: String { "Sources" }
    var verifying: String { "How to verify it" }
    var verifyingExplained: String {
        "A SHA-256 names each document by its bytes. The capture’s replay gives the same Measurement, and the Measurement the same Score, byte for byte."
    }
    var documentsCarried: String { "Documents that this page carries" }
    var documentsExplained: String {
        "They stand in the page’s source, each in a script element of type application/json, where <, > and & are written \\u003c, \\u003e and \\u0026. Undo these three, and the bytes have the SHA-256 given here."
    }
    var hashOfFile: String { "The hash of a file" }
    var scoreAgain: String { "The score again" }
    var runPlaceholder: String { "RUN" }
    var skipToContent: String { "Skip to the content" }
    func timelineDescription(_ bin: String) -> String {
        "Rates of bytes in columns of \(bin), stacked by party over bands for the steps. The table below has them by step."
    }
    func timelineExplained(_ bin: String) -> String {
        "Each column is the mean of \(bin), up and down together, in IP bytes. Steps are numbered as in the tables."
    }
    func perSecond(_ bytes: String) -> String {
        "\(bytes)/s"
    }
    func ofTypicalRun(_ name: String) -> String {
        "Of several runs this shows one, \(name): its data is nearest to the median."
    }
    func ofTheData(_ percent: String) -> String {
        "\(percent) of the data"
    }
    func oneRunInFull(_ name: String) -> String {
        "One run in full: \(name)"
    }
    func coldWarmCaption(_ cold: Int, _ warm: Int) -> String {
        "Medians of each step: cold runs \(cold), warm runs \(warm)"
    }
    func trendDescription(_ runs: Int) -> String {
        "The data of \(runs) runs in the order of time, over the band of those that count together. The table below has the figures."
    }
    func factorsCaption(_ set: String) -> String {
        "The factors of \(set) that these figures rest on: central value with unit [low–high], sources"
    }
    func warningsBelow(_ count: Int, _ figures: Figures) -> String {
        "\(figures.exact(count)) \(count == 1 ? "warning" : "warnings"): see Method and limits"
    }
    func earlierRuns(_ count: Int, _ figures: Figures) -> String {
        "\(figures.exact(count)) earlier \(count == 1 ? "run isn’t" : "runs aren’t") shown."
    }

    func runsTogether(_ count: Int, _ common: String?, typical: String, _ figures: Figures) -> String {
        let common = common.map { " (\($0))" } ?? ""
        guard count > 1 else {
            return "Of the runs given one counts\(common): \(typical). The others are in the trend."
        }
        return "\(figures.exact(count)) runs count together\(common): score, indicators and medians are of all of "
            + "them. What only one run can show is of \(typical), whose data is nearest to the median."
    }

    func oneKindOnly(_ kind: String?) -> String {
        let known = kind.map { "Only \($0) are here" } ?? "Nothing says whether these runs were cold or warm"
        return "\(known): record with --cold and with --warm, and give runs of both kinds: ecoproxy report COLD WARM."
    }

    func partyInFull(_ party: Party) -> String {
        switch party {
        case .first: "Own hosts"
        case .third: "Third parties"
        case .background: "Background"
        case .unknown: "Unknown"
        }
    }

    func shortName(of cache: CacheState) -> String { cache == .cold ? "cold" : "warm" }
}
