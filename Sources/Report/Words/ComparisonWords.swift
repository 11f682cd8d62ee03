import Documents

/// Words for what changed between two sides of runs.
protocol ComparisonWords {
    var comparison: String { get }
    var base: String { get }
    var new: String { get }
    func runCount(_ count: Int) -> String
    func incompleteRuns(_ count: Int) -> String
    var howJudged: String { get }
    /// How changes are judged; which tests were used.
    func judged(_ tests: Set<SignificanceTest.Name>, isUntested: Bool, significance: String) -> String
    var conditionsDiffer: String { get }
    func name(of condition: ConditionDifference.Condition) -> String
    /// What a difference means for the comparison; absent where its name says it.
    func consequence(of condition: ConditionDifference.Condition) -> String?
    var beyondNoise: String { get }
    var nothingBeyondNoise: String { get }
    var inAll: String { get }
    var verdict: String { get }
    func name(of verdict: FigureChange.Verdict) -> String
    func name(of presence: HostChange.Presence) -> String
    func chance(_ p: String) -> String
    func figuresCaption(of part: String) -> String
    func hostsCaption(of part: String) -> String
    var newHosts: String { get }
    var vanishedHosts: String { get }
    func unchanged(_ figures: String) -> String
    var allUnchanged: String { get }
    func otherHostChanges(_ count: Int) -> String
    var requests: String { get }
    var gradeLetter: String { get }
    var hostCount: String { get }
    var allTraffic: String { get }
    /// Whose hosts, as it narrows a figure down.
    func hosts(of party: Party) -> String
    var sentOnly: String { get }
    var receivedOnly: String { get }
    func name(of value: Metric.Case) -> String
}

extension Words {
    /// A metric as a label.
    func name(of metric: Metric) -> String {
        let quantity =
            switch metric.quantity {
            case .bytes: ipBytes
            case .connections: connections
            case .hosts: hostCount
            case .requests: requests
            case .duration: duration
            case .displayTime: displayTime
            case .energy: energy
            case .ghg: greenhouseGas
            case .water: water
            case .land: land
            case .score: ecoscore
            case .grade: gradeLetter
            }
        var details: [String] = []
        switch metric.side {
        case .app: break
        case .all: details.append(allTraffic)
        case .first: details.append(hosts(of: .first))
        case .third: details.append(hosts(of: .third))
        case .background: details.append(hosts(of: .background))
        case .unknown: details.append(hosts(of: .unknown))
        }
        switch metric.direction {
        case .both: break
        case .up: details.append(sentOnly)
        case .down: details.append(receivedOnly)
        }
        if metric.isIndicator { details.append(name(of: metric.value)) }
        return details.isEmpty ? quantity : "\(quantity) (\(details.joined(separator: ", ")))"
    }
}
