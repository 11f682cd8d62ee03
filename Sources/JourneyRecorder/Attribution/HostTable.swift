import FoundationEssentials
import TrafficMeter

/// What is known of some hosts, each with its source.
///
/// A host of the table stands for itself and all names below it; of several that fit a name, the longest counts. Hosts that
/// are excluded are known to allow no statement.
struct HostTable<Entry: HostTableEntry>: Sendable {
    /// The day of the last change.
    let date: String
    /// In the file's order.
    let entries: [Entry]
    /// Index of the entry by host; -1 for those excluded.
    private let places: DomainTable<Int>

    /// Reads a table, strictly.
    ///
    /// - Throws: `HostTableError` at the first broken rule.
    init(_ data: Data, file: String) throws(HostTableError) {
        do {
            let contents = try JSONDecoder().decode(HostTableFile<Entry>.self, from: data)
            try contents.checkSources()
            date = contents.date
            entries = contents.entries
            places = try contents.places()
        } catch var error as HostTableError {
            error.file = file
            throw error
        } catch let error as DecodingError {
            throw HostTableError(error, file: file)
        } catch {
            throw HostTableError(file: file, .notJSON)
        }
    }

    /// How many hosts there are statements on.
    var hostCount: Int { places.values.count { $0 >= 0 } }

    /// The entry of the longest host that a name is, or is below.
    ///
    /// - Parameter name: in canonical form.
    /// - Returns: the entry; `nil` for names that the table doesn't know or excludes.
    func entry(of name: ArraySlice<UInt8>) -> Entry? {
        places.longest(of: name).flatMap { $0 < 0 ? nil : entries[$0] }
    }

    /// Whether a domain is, or is below, a host that there is a statement on, or has any host of the table in it.
    func touches(_ name: ArraySlice<UInt8>) -> Bool {
        let ending = [UInt8(ascii: ".")] + name
        return entry(of: name) != nil
            || places.names.contains { (ending.prefix(1) + $0[...]).suffix(ending.count).elementsEqual(ending) }
    }
}

/// A statement on some hosts.
protocol HostTableEntry: Decodable, Sendable {
    /// What the file calls itself.
    static var schema: String { get }
    /// The key that the names of hosts stand under.
    static var hostsKey: String { get }
    /// Names of hosts or domains.
    var hosts: [String] { get }
    /// The identifier of the source that says so.
    var source: String { get }
}
