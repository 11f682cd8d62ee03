/// Names of flows that don't belong to a capture.
public struct FlowNamesError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What doesn't fit.
    public enum Problem: Hashable, Sendable {
        case otherFlows(named: Int, captured: Int)
        case noSuchFlow(Int, count: Int)
        case unknownWay(String)
    }

    /// What doesn't fit.
    public var problem: Problem

    init(_ problem: Problem) {
        self.problem = problem
    }

    /// The sentence for a person.
    public var description: String {
        switch problem {
        case .otherFlows(let named, let captured):
            "names.json is of a capture with \(named) flows, and this one has \(captured): replay the bundle as it was shared, without "
                + "other options of counting"
        case .noSuchFlow(let index, let count): "names.json names flow \(index), and the capture has \(count)"
        case .unknownWay(let way): "names.json has a greeting of the unknown kind \"\(way)\"; take a newer version"
        }
    }
}
