/// Which packets are measured: those of a device, of a network, or what a filter lets pass. Others are left out, and counted as such.
public struct PacketSelection: Sendable {
    private enum Rule: Sendable {
        /// One end is in the network.
        case network(IPNetwork)
        case filter(CaptureFilter)
    }

    /// What was asked for, as it was written.
    public let texts: [String]
    private var rules: [Rule] = []

    /// A selection of packets that at least one of the texts is true of.
    ///
    /// - Parameters:
    ///   - texts: addresses, networks (`192.168.42.0/24`), names that the hosts file gives addresses, link addresses
    ///     (`02:00:00:00:00:01`), or filters in libpcap's language. Addresses are compared with those that a packet is counted under,
    ///     so that they are found behind VLAN tags and in tunnels, where a filter needs to say so.
    ///   - hosts: where names are looked up.
    /// - Throws: `SelectionError` for the first one that can't be understood.
    public init(_ texts: [String], hosts: HostsFile? = nil) throws(SelectionError) {
        self.texts = texts
        for text in texts { rules += try Self.rules(text, hosts) }
        if rules.isEmpty { throw SelectionError("", .empty) }
    }

    /// Why a filter couldn't be applied to some of the packets.
    public var failure: SelectionError? {
        for case .filter(let filter) in rules { if let failure = filter.failure { return failure } }
        return nil
    }

    private static func rules(_ text: String, _ hosts: HostsFile?) throws(SelectionError) -> [Rule] {
        guard !text.allSatisfy(\.isWhitespace) else { throw SelectionError(text, .empty) }
        if let network = IPNetwork(text) { return [.network(network)] }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2, IPAddress(String(parts[0])) != nil { throw SelectionError(text, .prefix) }
        if text.wholeMatch(of: /(?:[0-9A-Fa-f]{1,2}:){5}[0-9A-Fa-f]{1,2}/) != nil {
            return [.filter(try CaptureFilter("ether host \(text)"))]
        }
        // libpcap would look a name up on the network: slow, and it would tell others what is measured here.
        let known = hosts.map { hosts in
            hosts.names.filter { $0.value.contains { $0.lowercased() == text.lowercased() } }.map(\.key)
        }
        if let known, !known.isEmpty { return known.map { .network(IPNetwork($0)) } }
        if text.wholeMatch(of: /[0-9A-Za-z_-]+(?:\.[0-9A-Za-z_-]+)+\.?/) != nil {
            throw SelectionError(text, .unknownName)
        }
        return [.filter(try CaptureFilter(text))]
    }

    /// Whether a packet is measured.
    mutating func keeps(_ packet: borrowing PacketView, _ record: borrowing PacketRecord) -> Bool {
        let (source, destination) = (record.source, record.destination)
        for index in rules.indices {
            switch rules[index] {
            case .network(let network):
                if record.kind != .nonIP, network.contains(source) || network.contains(destination) {
                    return true
                }
            case .filter(var filter):
                let passes = filter.passes(packet)
                rules[index] = .filter(filter)
                if passes { return true }
            }
        }
        return false
    }
}

/// The addresses that begin with the same bits (RFC 4632 § 3.1, RFC 4291 § 2.3).
public struct IPNetwork: Hashable, Sendable {
    private let address: IPAddress
    private let highMask: UInt64
    private let lowMask: UInt64

    /// One address.
    init(_ address: IPAddress) {
        (self.address, highMask, lowMask) = (address, .max, .max)
    }

    /// Addresses with so many bits in common; `nil` for more bits than an address has.
    init?(_ address: IPAddress, prefixLength: Int) {
        guard (0...(address.isIPv6 ? 128 : 32)).contains(prefixLength) else { return nil }
        self.address = address
        let bits = address.isIPv6 ? prefixLength : 96 + prefixLength
        highMask = Self.mask(bits)
        lowMask = Self.mask(bits - 64)
    }

    /// Reads an address, or a network such as `192.168.42.0/24`; `nil` for any other text.
    public init?(_ text: String) {
        if let address = IPAddress(text) {
            self.init(address)
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = Int(parts[1]) else {
            return nil
        }
        self.init(address, prefixLength: length)
    }

    /// The address that it was given as.
    public var base: IPAddress { address }

    private static func mask(_ bits: Int) -> UInt64 {
        bits <= 0 ? 0 : bits >= 64 ? .max : ~(UInt64.max >> UInt64(bits))
    }

    /// Whether an address is in it.
    public func contains(_ other: IPAddress) -> Bool {
        other.isIPv6 == address.isIPv6 && (other.high ^ address.high) & highMask == 0
            && (other.low ^ address.low) & lowMask == 0
    }
}
