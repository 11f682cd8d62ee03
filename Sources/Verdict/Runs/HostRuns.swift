import Documents

/// What each host carried in each run.
struct HostRuns {
    /// A host over all runs.
    struct Host {
        var party: Party
        var purpose: String?
        /// IP bytes by run; runs in which it wasn't seen are missing.
        var bytes: [Int: Double] = [:]
    }

    /// How many runs there are.
    let runs: Int
    /// The hosts by name.
    private(set) var hosts: [String: Host] = [:]

    /// The hosts of a step, or of all steps, in the runs that can tell it.
    init(_ group: RunGroup, step: String?, direction: Metric.Direction = .both) {
        let walks = group.walks(with: step)
        runs = walks.count
        for (run, walk) in walks.enumerated() {
            for host in (walk.steps(step) ?? []).flatMap(\.hosts) {
                hosts[host.name, default: Host(party: host.party, purpose: host.purpose)].bytes[run, default: 0] +=
                    Double(direction.counts(of: host.traffic).ipBytes)
            }
        }
    }

    /// The bytes of a host in all runs, 0 where it wasn't seen.
    func sample(_ name: String) -> Sample? {
        Sample((0..<runs).map { hosts[name]?.bytes[$0] ?? 0 })
    }

    /// The heaviest hosts of some parties, by their mean.
    func heaviest(_ count: Int, of parties: [Party]) -> [LimitResult.HeavyHost] {
        let all = hosts.compactMap { name, host in
            parties.contains(host.party)
                ? LimitResult.HeavyHost(
                    name: name, party: host.party, bytes: host.bytes.values.reduce(0, +) / Double(max(1, runs))) : nil
        }
        return Array(all.sorted { $0.bytes == $1.bytes ? $0.name < $1.name : $0.bytes > $1.bytes }.prefix(count))
    }
}
