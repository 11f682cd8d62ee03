/// What a record says before its data.
struct DNSRecord {
    var type: DNSRecordType
    /// The number of the name that it bears.
    var owner: Int
    /// Seconds that it may be kept.
    var timeToLive: UInt32
    var section: DNSMessage.Section
}

extension DNSMessage.Address {
    init(_ record: DNSRecord, _ address: IPAddress, isHint: Bool) {
        self.init(
            address: address, owner: record.owner, timeToLive: record.timeToLive, section: record.section,
            isHint: isHint)
    }
}

extension DNSMessage.Alias {
    init(_ record: DNSRecord, target: Int, isService: Bool) {
        self.init(owner: record.owner, target: target, timeToLive: record.timeToLive, isService: isService)
    }
}

extension RawSpan {
    /// The address that a range is: IPv4 if it is four bytes long, else IPv6 of sixteen.
    func address(at range: Range<Int>) -> IPAddress {
        range.count == 4
            ? IPAddress(ipv4: uint32(at: range.lowerBound))
            : IPAddress(high: uint64(at: range.lowerBound), low: uint64(at: range.lowerBound + 8))
    }
}
