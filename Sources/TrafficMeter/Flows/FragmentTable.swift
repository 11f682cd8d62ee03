import Documents

/// Gives later fragments the ports of their first fragment (RFC 791 § 3.2, RFC 8200 § 4.5), whichever comes first.
struct FragmentTable {
    /// Most packets whose first fragment is remembered, and most fragments that wait for theirs. Beyond, the memory starts anew,
    /// and waiting fragments are counted as other IP.
    private static let limit = 65_536

    private struct Key: Hashable {
        var source: IPAddress
        var destination: IPAddress
        var protocolNumber: UInt8
        var identification: UInt32

        init?(_ record: PacketRecord) {
            guard record.fragment != .none else { return nil }
            source = record.source
            destination = record.destination
            protocolNumber = record.protocolNumber
            identification = record.identification
        }
    }

    /// A later fragment that waits for its first one.
    struct Waiting {
        var record: PacketRecord
        var wireBytes: Int
        var time: Timestamp?
        var slice: Int32
        /// Its place among all that waited.
        var arrival = 0
    }

    private var ports: [Key: (kind: PacketRecord.Kind, source: UInt16, destination: UInt16)] = [:]
    private var waiting: [Key: [Waiting]] = [:]
    private var waitingCount = 0
    /// Fragments that waited so far.
    private var arrivals = 0

    /// Learns a first fragment's ports.
    ///
    /// - Returns: the later fragments that waited for it, now with ports.
    mutating func learn(_ record: PacketRecord) -> [Waiting] {
        guard let key = Key(record), record.kind == .tcp || record.kind == .udp else { return [] }
        if ports.count >= Self.limit { ports.removeAll(keepingCapacity: true) }
        ports[key] = (record.kind, record.sourcePort, record.destinationPort)
        guard var found = waiting.removeValue(forKey: key) else { return [] }
        waitingCount -= found.count
        for index in found.indices { complete(&found[index].record, key) }
        return found
    }

    /// Gives a later fragment its ports, if they are known.
    mutating func complete(_ record: inout PacketRecord) -> Bool {
        guard let key = Key(record) else { return false }
        return complete(&record, key)
    }

    @discardableResult
    private func complete(_ record: inout PacketRecord, _ key: Key) -> Bool {
        guard let ports = ports[key] else { return false }
        record.kind = ports.kind
        record.sourcePort = ports.source
        record.destinationPort = ports.destination
        if ports.kind == .tcp {
            record.payloadBytes = max(0, record.ipBytes - record.ipHeaderLength - (record.source.isIPv6 ? 8 : 0))
        }
        return true
    }

    /// Keeps a later fragment until its first one comes.
    ///
    /// - Returns: whether there was room.
    mutating func wait(_ waiting: Waiting) -> Bool {
        guard waitingCount < Self.limit, let key = Key(waiting.record) else { return false }
        var waiting = waiting
        waiting.arrival = arrivals
        self.waiting[key, default: []].append(waiting)
        waitingCount += 1
        arrivals += 1
        return true
    }

    /// The fragments whose first one never came, in order of arrival: so that the same capture gives the same flows every time.
    mutating func takeUnplaced() -> [Waiting] {
        defer {
            waiting.removeAll()
            waitingCount = 0
        }
        return waiting.values.joined().sorted { $0.arrival < $1.arrival }
    }
}
