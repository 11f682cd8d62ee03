import Documents

/// A line of `background.json`: hosts that devices of one system use by themselves.
struct BackgroundService: HostTableEntry {
    static let schema = "ecoproxy.background/1"
    static let hostsKey = Key.hosts.rawValue

    let hosts: [String]
    let category: BackgroundCategory
    let source: String

    private enum Key: String, HostTableKey {
        case hosts, system, category, source
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.values(of: Key.self)
        hosts = try values.hosts(.hosts)
        _ = try values.text(.system)
        category = try values.choice(.category, of: BackgroundCategory.self)
        source = try values.text(.source)
    }
}
