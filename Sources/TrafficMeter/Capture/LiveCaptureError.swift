import CPcap

/// Why an interface can't be captured on.
public struct LiveCaptureError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Rule: Hashable, Sendable {
        /// There is no such interface; the ones there are.
        case unknownInterface(known: [String])
        /// The user may not capture; libpcap's words.
        case noPermission(String)
        /// The interface is down.
        case down
        /// The filter isn't valid: its text, and libpcap's words.
        case filter(String, String)
        /// Anything else, in libpcap's words.
        case failed(String)
    }

    /// What went wrong.
    public var rule: Rule
    /// The interface's name.
    public var interface: String

    init(_ rule: Rule, interface: String) {
        self.rule = rule
        self.interface = interface
    }

    /// From a status of `pcap_activate` (pcap_activate(3PCAP)).
    init(status: Int32, message: String, interface: String) {
        let rule: Rule =
            switch status {
            case PCAP_ERROR_NO_SUCH_DEVICE: .unknownInterface(known: NetworkInterface.all().map(\.name))
            case PCAP_ERROR_PERM_DENIED, PCAP_ERROR_PROMISC_PERM_DENIED: .noPermission(message)
            case PCAP_ERROR_IFACE_NOT_UP: .down
            default: .failed(message)
            }
        self.init(rule, interface: interface)
    }
}

extension LiveCaptureError: CustomStringConvertible {
    /// The sentence for a person: what, why, what to do.
    public var description: String {
        switch rule {
        case .unknownInterface(let known):
            "\(interface): no such interface; there are: \(known.sorted().joined(separator: ", "))"
        case .noPermission:
            "\(interface): no permission to capture; run as root, or allow it once with: "
                + "sudo setcap cap_net_raw=ep \"$(command -v ecoproxy)\""
        case .down:
            "\(interface): the interface is down; bring it up with: sudo ip link set \(interface) up"
        case .filter(let filter, let message):
            "the filter \"\(filter)\" can't be used: \(message); its language is described in pcap-filter(7)"
        case .failed(let message):
            "\(interface): \(message)"
        }
    }
}
