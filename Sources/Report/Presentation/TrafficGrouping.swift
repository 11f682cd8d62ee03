/// What a table of traffic is by.
public enum TrafficGrouping: String, Sendable, CaseIterable {
    case host, party, purpose, transport
    case ipVersion = "ip-version"
    case app, flow
}
