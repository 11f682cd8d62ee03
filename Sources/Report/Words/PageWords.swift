import Documents

/// What a whole report says beyond its figures.
protocol PageWords: Sendable {
    var needsMeasurement: String { get }
    var noPackets: String { get }
    var noScore: String { get }
    var noSteps: String { get }
    var whatWasMeasured: String { get }
    var heaviestSteps: String { get }
    var toDoFirst: String { get }
    var scoreAlone: String { get }
    var listSeparator: String { get }
    var scoredStepsCaption: String { get }
    var mediansCaption: String { get }
    var everyWalk: String { get }
    var requestsUnseen: String { get }
    var walkedOnce: String { get }
    var timelineTitle: String { get }
    var stepRatesDescription: String { get }
    var timelineAbsent: String { get }
    var timelineCaption: String { get }
    var begins: String { get }
    var meanRate: String { get }
    var hostMapTitle: String { get }
    var stepsByHostCaption: String { get }
    var hostsLabel: String { get }
    var restOfHosts: String { get }
    var firstMet: String { get }
    var heaviestCellsCaption: String { get }
    var noHotSpots: String { get }
    var noLeads: String { get }
    var noCommonSteps: String { get }
    var dataCold: String { get }
    var dataWarm: String { get }
    var cacheSaves: String { get }
    var savedShare: String { get }
    var durationCold: String { get }
    var durationWarm: String { get }
    var coldWarmExplained: String { get }
    var budget: String { get }
    var noBudget: String { get }
    var evolution: String { get }
    var oneRunOnly: String { get }
    var trendTitle: String { get }
    var trendExplained: String { get }
    var runsCaption: String { get }
    var run: String { get }
    var version: String { get }
    var caches: String { get }
    var backgroundTraffic: String { get }
    var notKnownHere: String { get }
    var otherDevicesAndApps: String { get }
    var nothingSelected: String { get }
    var sentAgain: String { get }
    var countedInSteps: String { get }
    var capturedTwice: String { get }
    var removed: String { get }
    var countedTwice: String { get }
    var linkOverhead: String { get }
    var formulas: String { get }
    var notMeasuredHeading: String { get }
    var serversUnseen: String { get }
    var energyUnseen: String { get }
    var displayUnseen: String { get }
    var factors: String { get }
    var factorsAbsent: String { get }
    var factor: String { get }
    var value: String { get }
    var sources: String { get }
    var verifying: String { get }
    var verifyingExplained: String { get }
    var documentsCarried: String { get }
    var documentsExplained: String { get }
    var hashOfFile: String { get }
    var scoreAgain: String { get }
    var runPlaceholder: String { get }
    var skipToContent: String { get }
    func timelineDescription(_ bin: String) -> String
    func timelineExplained(_ bin: String) -> String
    func perSecond(_ bytes: String) -> String
    func ofTypicalRun(_ name: String) -> String
    func ofTheData(_ percent: String) -> String
    func oneRunInFull(_ name: String) -> String
    func coldWarmCaption(_ cold: Int, _ warm: Int) -> String
    func trendDescription(_ runs: Int) -> String
    func factorsCaption(_ set: String) -> String
    func warningsBelow(_ count: Int, _ figures: Figures) -> String
    func earlierRuns(_ count: Int, _ figures: Figures) -> String
    /// Which figures are of several runs, and which of one; what they have in common is said where other runs were given as well.
    func runsTogether(_ count: Int, _ common: String?, typical: String, _ figures: Figures) -> String
    /// Why there are no pairs of cold and warm walks, and how to get them.
    func oneKindOnly(_ kind: String?) -> String
    /// A party as it stands by itself.
    func partyInFull(_ party: Party) -> String
    /// As it stands in a table.
    func shortName(of cache: CacheState) -> String
}
