import Documents

/// Gathers the traffic of a section by host.
struct SectionBuilder {
    private struct HostKey: Hashable {
        var name: String
        var source: NameSource
        var party: Party
        var purpose: String?
    }

    private var hosts: [HostKey: (traffic: Traffic, flows: Int)] = [:]
    private var otherIP = Traffic()
    private var nonIP = Traffic()

    /// Adds what a flow carried to its host.
    mutating func add(_ traffic: Traffic, of host: HostTraffic) {
        let key = HostKey(name: host.name, source: host.nameSource, party: host.party, purpose: host.purpose)
        hosts[key, default: (Traffic(), 0)].traffic += traffic
        hosts[key]?.flows += 1
    }

    /// Adds IP packets without a usable transport header.
    mutating func add(otherIP traffic: Traffic) { otherIP += traffic }

    /// Adds frames without an IP header.
    mutating func add(nonIP traffic: Traffic) { nonIP += traffic }

    /// The section: hosts with most IP bytes first, then by name.
    func section() -> Section {
        let sorted = hosts.map { key, value in
            HostTraffic(
                name: key.name, nameSource: key.source, party: key.party, purpose: key.purpose, traffic: value.traffic,
                flows: value.flows)
        }.sorted { one, other in
            let (oneBytes, otherBytes) = (one.traffic.both.ipBytes, other.traffic.both.ipBytes)
            return oneBytes != otherBytes
                ? oneBytes > otherBytes : (one.name, one.nameSource.rawValue) < (other.name, other.nameSource.rawValue)
        }
        var traffic = otherIP
        traffic += nonIP
        for host in sorted { traffic += host.traffic }
        return Section(traffic: traffic, hosts: sorted, otherIP: otherIP, nonIP: nonIP)
    }
}
