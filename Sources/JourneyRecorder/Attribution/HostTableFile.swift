import FoundationEssentials
import TrafficMeter

/// A table of hosts as its file has it.
struct HostTableFile<Entry: HostTableEntry>: Decodable {
    let date: String
    let sources: [HostTableSource]
    let entries: [Entry]
    let excluded: [ExcludedHosts]

    private enum Key: String, HostTableKey {
        case schema, date, sources, entries, excluded
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.values(of: Key.self)
        _ = try values.word(.schema, of: [Entry.schema])
        date = try values.day(.date)
        sources = try values.decode([HostTableSource].self, forKey: .sources)
        entries = try values.decode([Entry].self, forKey: .entries)
        excluded = try values.decode([ExcludedHosts].self, forKey: .excluded)
        guard !entries.isEmpty else { throw values.error(.entries, .empty) }
    }

    /// Each source is there once, and each is used.
    func checkSources() throws(HostTableError) {
        var unused: Set<String> = []
        for (index, source) in sources.enumerated() where !unused.insert(source.id).inserted {
            throw HostTableError(file: "", place: "sources[\(index)].id", .duplicateSource(source.id))
        }
        let known = unused
        for (index, entry) in entries.enumerated() {
            guard known.contains(entry.source) else {
                throw HostTableError(file: "", place: "entries[\(index)].source", .unknownSource(entry.source))
            }
            unused.remove(entry.source)
        }
        if let id = unused.min() { throw HostTableError(file: "", place: "sources", .unusedSource(id)) }
    }

    /// Index of the entry by host; -1 for those excluded.
    func places() throws(HostTableError) -> DomainTable<Int> {
        var places = DomainTable<Int>()
        for (index, entry) in entries.enumerated() {
            for host in entry.hosts where !places.insert(index, for: host) {
                throw HostTableError(file: "", place: "entries[\(index)].\(Entry.hostsKey)", .duplicateHost(host))
            }
        }
        for (index, exclusion) in excluded.enumerated() {
            for host in exclusion.hosts where !places.insert(-1, for: host) {
                throw HostTableError(file: "", place: "excluded[\(index)].hosts", .duplicateHost(host))
            }
        }
        return places
    }
}

/// Where a statement can be read.
struct HostTableSource: Decodable {
    let id: String

    private enum Key: String, HostTableKey {
        case id, title, url, date
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.values(of: Key.self)
        id = try values.text(.id)
        _ = try values.text(.title)
        let address = try values.text(.url)
        guard address.hasPrefix("https://") else { throw values.error(.url, .notAnAddress(address)) }
        _ = try values.day(.date)
    }
}

/// Hosts of which nothing can be said, and why.
struct ExcludedHosts: Decodable {
    let hosts: [String]

    private enum Key: String, HostTableKey {
        case hosts, reason
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.values(of: Key.self)
        hosts = try values.hosts(.hosts)
        _ = try values.text(.reason)
    }
}
