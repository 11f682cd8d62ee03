import Documents
import TrafficMeter

/// Gathers the TCP and UDP traffic of a section by what it is.
struct BreakdownBuilder {
    private var parties: [Party: TrafficSum] = [:]
    private var purposes: [String: TrafficSum] = [:]
    /// By transport, for IPv4, then for IPv6.
    private var carriers = [TrafficSum](repeating: TrafficSum(), count: Carrier.count)
    private var apps: [String: TrafficSum] = [:]
    /// IP bytes that connections opened in the section took before the client's first data.
    var openingBytes = 0

    /// Traffic that the device itself made, not the app.
    var background: Traffic { parties[.background]?.traffic ?? .zero }

    /// Adds all of a host's flows.
    mutating func add(host figures: HostFigures) {
        parties[figures.party, default: TrafficSum()] += figures.sum
        purposes[figures.purpose ?? Breakdown.unknown, default: TrafficSum()] += figures.sum
    }

    /// Adds a flow, all of which is also in its host.
    mutating func add(_ flow: TrafficSum, _ carrier: Carrier, app: String?) {
        carriers[carrier.place] += flow
        if let app { apps[app, default: TrafficSum()] += flow }
    }

    /// The breakdown; of apps only where the capture says of them.
    func breakdown(namesApps: Bool) -> Breakdown {
        Breakdown(
            parties: Party.allCases.compactMap { party in parties[party].map { Self.group(party.rawValue, $0) } },
            purposes: Self.sorted(purposes.map(Self.group)),
            transports: Transport.allCases.compactMap { transport in
                Self.group(transport.rawValue, [false, true].map { carriers[Carrier(transport, isIPv6: $0).place] })
            },
            ipVersions: [false, true].compactMap { isIPv6 in
                Self.group(
                    isIPv6 ? "ipv6" : "ipv4",
                    Transport.allCases.map { carriers[Carrier($0, isIPv6: isIPv6).place] })
            },
            apps: namesApps ? Self.sorted(apps.map(Self.group)) : nil, openingBytes: openingBytes)
    }

    private static func group(_ key: String, _ sum: TrafficSum) -> GroupTraffic {
        GroupTraffic(key: key, traffic: sum.traffic, flows: sum.flows, connections: sum.connections)
    }

    private static func group(_ key: String, _ sums: [TrafficSum]) -> GroupTraffic? {
        let sum = sums.reduce(into: TrafficSum()) { $0 += $1 }
        return sum.flows > 0 ? group(key, sum) : nil
    }

    /// Most IP bytes first, then by key.
    private static func sorted(_ groups: [GroupTraffic]) -> [GroupTraffic] {
        groups.sorted { one, other in
            let (oneBytes, otherBytes) = (one.traffic.both.ipBytes, other.traffic.both.ipBytes)
            return oneBytes != otherBytes ? oneBytes > otherBytes : one.key < other.key
        }
    }
}

/// What carries a flow's data.
struct Carrier {
    let transport: Transport
    let isIPv6: Bool

    init(_ transport: Transport, isIPv6: Bool) {
        (self.transport, self.isIPv6) = (transport, isIPv6)
    }

    /// What carries a flow's data, as its first packets tell.
    init(_ flow: Flow, hello: FlowHello?, isResolver: Bool) {
        isIPv6 = flow.a.address.isIPv6
        if isResolver {
            transport = .dns
        } else if flow.kind == .udp {
            transport = hello?.way == .quic ? .quic : .udp
        } else {
            transport = hello?.hasHello == true ? .tls : .tcp
        }
    }

    /// How many places there are.
    static let count = 10

    /// Its place among all.
    var place: Int {
        let place =
            switch transport {
            case .tcp: 0
            case .tls: 1
            case .quic: 2
            case .udp: 3
            case .dns: 4
            }
        return isIPv6 ? place + 5 : place
    }
}
