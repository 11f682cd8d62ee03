/// Why traffic can't be selected as a person asked.
public struct SelectionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Hashable, Sendable {
        /// Nothing is given to select by.
        case empty
        /// A prefix longer than the address, or with bits beyond it.
        case prefix
        /// A host's name that no hosts file gives an address.
        case unknownName
        /// libpcap doesn't understand the filter, with its own words.
        case filter(String)
        /// No packet says which app it is of.
        case noApps
        /// No packet is of the app, but of these.
        case unknownApp([String])
    }

    /// What was asked for.
    public var text: String
    /// What is wrong with it.
    public var problem: Problem

    init(_ text: String, _ problem: Problem) {
        (self.text, self.problem) = (text, problem)
    }

    /// The sentence for a person.
    public var description: String {
        switch problem {
        case .empty: "--only: give an address, a network such as 192.168.42.0/24, or a filter (pcap-filter(7))"
        case .prefix: "--only \(text): the length of a network's prefix is 0 to 32 for IPv4, 0 to 128 for IPv6"
        case .unknownName:
            "--only \(text): names aren't looked up on the network; give the address, or a hosts file that has the name (--hosts)"
        case .filter(let reason): "--only \(text): \(reason); see pcap-filter(7)"
        case .noApps:
            "--app \(text): no packet of this capture says which app it is of (PCAPdroid's trailers or comments, macOS's PKTAP do)"
        case .unknownApp(let names): "--app \(text): no packet is of this app, but of: \(names.joined(separator: ", "))"
        }
    }
}
