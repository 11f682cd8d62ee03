import Documents
import TrafficMeter

/// What flows of one host carried in a section.
struct HostFigures {
    var host: FlowHost
    var party: Party
    /// What it serves, where that is known: a `Purpose`, or `dns` for name resolution.
    var purpose: String?
    /// The host's place among all, for an order that is the same every time.
    var order: Int
    var sum = TrafficSum()

    /// As it is listed, with what is told of it: looked up only now, as few of many hosts are listed.
    ///
    /// - Parameters:
    ///   - name: its name, or its address where no name was seen.
    ///   - attribution: tells of it.
    /// - Returns: its entry.
    func listed(as name: String, by attribution: Attribution) -> HostTraffic {
        let told = attribution.attribution(of: host.source == .none ? nil : name)
        return HostTraffic(
            name: name, nameSource: host.source, party: party, purpose: purpose, domain: told.domain,
            operator: told.service?.name, background: told.background, traffic: sum.traffic, flows: sum.flows,
            connections: sum.connections, encryptedHellos: sum.encryptedHellos > 0 ? sum.encryptedHellos : nil,
            namelessHellos: sum.namelessHellos > 0 ? sum.namelessHellos : nil)
    }
}

/// Traffic of some flows.
struct TrafficSum {
    var traffic = Traffic()
    var flows = 0
    /// Flows whose first packet is among it.
    var connections = 0
    var encryptedHellos = 0
    var namelessHellos = 0

    static func += (lhs: inout TrafficSum, rhs: TrafficSum) {
        lhs.traffic += rhs.traffic
        lhs.flows += rhs.flows
        lhs.connections += rhs.connections
        lhs.encryptedHellos += rhs.encryptedHellos
        lhs.namelessHellos += rhs.namelessHellos
    }
}
