public import Documents

/// Who runs a host, and for what.
public struct Operator: Hashable, Sendable {
    /// The company or body, or its service where that is better known.
    public var name: String
    /// What the host serves an app for.
    public var purpose: Purpose
}

/// A line of `operators.json`.
struct OperatorEntry: HostTableEntry {
    static let schema = "ecoproxy.operators/1"
    static let hostsKey = Key.domains.rawValue

    let hosts: [String]
    let value: Operator
    let source: String

    private enum Key: String, HostTableKey {
        case domains, `operator`, purpose, source
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.values(of: Key.self)
        hosts = try values.hosts(.domains)
        value = Operator(
            name: try values.text(.operator), purpose: try values.choice(.purpose, of: Purpose.self))
        source = try values.text(.source)
    }
}
