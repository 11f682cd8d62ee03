import Documents
import TrafficMeter

/// Gathers the traffic of a section: the heaviest hosts one by one, the others together.
struct SectionBuilder {
    /// Hosts listed one by one; a person reads a dozen, and a scan has a million.
    static let usualLimit = 200

    private let limit: Int
    private var hosts: [HostFigures] = []
    /// Hosts beyond the limit, by party, since a score leaves out some parties.
    private var lighter: [(party: Party, sum: TrafficSum)] = []
    /// All hosts by what they are.
    var breakdown = BreakdownBuilder()
    /// IP bytes of the lightest of as many hosts as are listed: who has less won't be.
    private var fewestBytes = 0
    /// How many hosts are listed together.
    private(set) var lighterCount = 0
    private var otherIP = Traffic()
    private var nonIP = Traffic()

    init(limit: Int = Self.usualLimit) {
        self.limit = limit
    }

    /// Adds a host; each comes once.
    mutating func add(_ host: HostFigures) {
        breakdown.add(host: host)
        if host.sum.traffic.both.ipBytes < fewestBytes {
            putTogether(host)
            lighterCount += 1
            return
        }
        hosts.append(host)
        if hosts.count >= 4 * limit { fold() }
    }

    /// Adds IP packets without a usable transport header, or frames without an IP header.
    mutating func add(other traffic: Traffic, isIP: Bool) {
        if isIP { otherIP += traffic } else { nonIP += traffic }
    }

    /// The section.
    ///
    /// - Parameters:
    ///   - namesApps: whether the capture says of apps.
    ///   - list: makes a host's entry.
    /// - Returns: hosts with most IP bytes first, then by name; those beyond the limit together at the end.
    func section(namesApps: Bool, _ list: (HostFigures) -> HostTraffic) -> Section {
        var folded = self
        folded.fold()
        let listed = folded.hosts.map(list)
        let together = folded.lighter.map { lighter in
            let sum = lighter.sum
            return HostTraffic(
                name: HostTraffic.otherHosts, nameSource: .none, party: lighter.party, traffic: sum.traffic,
                flows: sum.flows, connections: sum.connections,
                encryptedHellos: sum.encryptedHellos > 0 ? sum.encryptedHellos : nil,
                namelessHellos: sum.namelessHellos > 0 ? sum.namelessHellos : nil)
        }
        let all = Self.sorted(listed) + Self.sorted(together)
        var traffic = otherIP
        traffic += nonIP
        for host in all { traffic += host.traffic }
        return Section(
            traffic: traffic, hosts: all, otherIP: otherIP, nonIP: nonIP,
            withoutBackground: traffic - breakdown.background, breakdown: breakdown.breakdown(namesApps: namesApps))
    }

    private static func sorted(_ hosts: [HostTraffic]) -> [HostTraffic] {
        hosts.sorted { one, other in
            let (oneBytes, otherBytes) = (one.traffic.both.ipBytes, other.traffic.both.ipBytes)
            return oneBytes != otherBytes
                ? oneBytes > otherBytes : (one.name, one.nameSource.rawValue) < (other.name, other.nameSource.rawValue)
        }
    }

    /// Keeps the heaviest hosts; of equals those seen first.
    private mutating func fold() {
        guard hosts.count > limit else { return }
        // Positions are sorted, as hosts are large; bytes are negated so that both figures ascend.
        let ranked = hosts.indices.map { (-hosts[$0].sum.traffic.both.ipBytes, hosts[$0].order, $0) }.sorted(by: <)
        for (_, _, index) in ranked[limit...] { putTogether(hosts[index]) }
        lighterCount += hosts.count - limit
        hosts = ranked[..<limit].map { hosts[$0.2] }
        fewestBytes = hosts.last?.sum.traffic.both.ipBytes ?? 0
    }

    private mutating func putTogether(_ host: HostFigures) {
        let index = lighter.firstIndex { $0.party == host.party } ?? lighter.count
        if index == lighter.count { lighter.append((host.party, TrafficSum())) }
        lighter[index].sum += host.sum
    }
}
