/// An interface as a section describes it, with what its packets' timestamps need (draft-ietf-opsawg-pcapng § 4.2).
///
/// ```
///  body:  0..1 link type   2..3 reserved   4..7 snap length   8.. options
/// ```
struct InterfaceDescription {
    var interface: CaptureInterface
    var clock = PcapngClock()
    /// Packets that packet blocks say were lost before them.
    var droppedBeforePackets = 0

    /// The interface with all that its section says was lost: statistics count everything, packet blocks what they know.
    var described: CaptureInterface {
        guard droppedBeforePackets > 0 else { return interface }
        var described = interface
        let stated = (interface.droppedByKernel ?? 0) &+ (interface.droppedByInterface ?? 0)
        if droppedBeforePackets > stated {
            described.droppedByKernel = droppedBeforePackets &- (interface.droppedByInterface ?? 0)
        }
        return described
    }

    init(_ block: borrowing BlockBody) throws(CaptureFileError) {
        try block.require(8)
        let snapLength = Int(block.bytes.uint32(at: 4, block.order))
        var interface = CaptureInterface(
            linkType: LinkType(rawValue: block.bytes.uint16(at: 0, block.order)),
            snapLength: snapLength == 0 ? nil : snapLength)
        var clock = PcapngClock()
        try block.forEachOption(from: 8) { code, range in
            switch (code, range.count) {
            case (2, _):  // if_name
                interface.name = block.text(range)
            case (4, 8...):  // if_IPv4addr: address, then netmask
                interface.addresses.append(IPAddress(ipv4: block.bytes.uint32(at: range.lowerBound)))
            case (5, 17...):  // if_IPv6addr: address, then prefix length
                interface.addresses.append(
                    IPAddress(
                        high: block.bytes.uint64(at: range.lowerBound),
                        low: block.bytes.uint64(at: range.lowerBound + 8)))
            case (9, 1...):  // if_tsresol
                clock.resolution = block.bytes.byte(at: range.lowerBound)
            case (11, 1...):  // if_filter: 0 = a libpcap filter string
                if block.bytes.byte(at: range.lowerBound) == 0 {
                    interface.filter = block.text(range.lowerBound + 1..<range.upperBound)
                }
            case (14, 8...):  // if_tsoffset
                clock.offsetSeconds = Int64(
                    bitPattern: block.bytes.uint64(at: range.lowerBound, block.order))
            default: break
            }
        }
        interface.clockNanoseconds = clock.nanoseconds
        self.interface = interface
        self.clock = clock
    }
}

/// How an interface's timestamps count.
struct PcapngClock {
    /// Units per second: 10 to the power of the value, or 2 to the power of its lower 7 bits if the top bit is set.
    var resolution: UInt8 = 6 {
        didSet { (unitsPerSecond, nanosecondsPerUnit) = Self.units(resolution) }
    }
    /// Seconds to add.
    var offsetSeconds: Int64 = 0
    /// Absent beyond 2^63 and 10^19, which no clock counts in.
    private var unitsPerSecond: UInt64? = 1_000_000
    private var nanosecondsPerUnit: UInt64 = 1000

    private static func units(_ resolution: UInt8) -> (UInt64?, UInt64) {
        let exponent = Int(resolution & 0x7F)
        if resolution & 0x80 != 0 { return (exponent < 64 ? 1 << UInt64(exponent) : nil, 0) }
        guard exponent <= 19 else { return (nil, 0) }
        let units = (0..<exponent).reduce(UInt64(1)) { product, _ in product * 10 }
        return (units, exponent <= 9 ? 1_000_000_000 / units : 0)
    }

    /// The unit in nanoseconds, 1 at least; `nil` where no clock counts in it.
    var nanoseconds: Int64? {
        unitsPerSecond.map { max(1, Int64(1_000_000_000 / $0)) }
    }

    /// A timestamp as nanoseconds since the epoch, rounded down; `nil` outside the range of 64 bits.
    func nanoseconds(_ units: UInt64) -> Int64? {
        let nanoseconds: UInt64
        if nanosecondsPerUnit > 0 {
            let (product, overflow) = units.multipliedReportingOverflow(by: nanosecondsPerUnit)
            if overflow { return nil }
            nanoseconds = product
        } else if let unitsPerSecond {
            let (seconds, rest) = units.quotientAndRemainder(dividingBy: unitsPerSecond)
            let (high, low) = rest.multipliedFullWidth(by: 1_000_000_000)
            let fraction = unitsPerSecond.dividingFullWidth((high, low)).quotient
            let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
            let (sum, overflow2) = whole.addingReportingOverflow(fraction)
            if overflow || overflow2 { return nil }
            nanoseconds = sum
        } else {
            return nil
        }
        guard let value = Int64(exactly: nanoseconds) else { return nil }
        if offsetSeconds == 0 { return value }
        let (offset, overflow) = offsetSeconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, overflow2) = value.addingReportingOverflow(offset)
        return overflow || overflow2 ? nil : sum
    }
}
