public import Documents
import Glibc

/// Writes a pcapng file (draft-ietf-opsawg-pcapng § 4.1 to 4.3, 4.5, 4.6, 4.8), little-endian, in nanoseconds.
///
/// The file is created for its owner only (0600) and must not exist yet. What was written stays readable at any moment: a
/// packet's block is written as a whole, and reaches the system when the buffer fills or `flush()` is called, and the disk when
/// `synchronise()` or `finish()` is.
public struct PcapngWriter: ~Copyable {
    private static let bufferSize = 256 << 10
    /// A time that no clock of ours tells: of a packet without one. Read again, it is none, as it lies beyond 63 bits.
    private static let noTime = UInt64.max

    private let descriptor: Int32
    /// The file's path.
    public let path: String
    private var buffer: [UInt8] = []
    /// Units of time of the interfaces described so far, in nanoseconds.
    private var units: [UInt64] = []
    private let disk: DiskSync
    /// The system's error number of the first failed write.
    private var failure: Int32?

    /// Creates a file and begins its section.
    public init(path: String, tool: Tool) throws(CaptureWriteError) {
        try self.init(path: path, tool: tool, disk: DiskSync())
    }

    init(path: String, tool: Tool, disk: DiskSync) throws(CaptureWriteError) {
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        (self.path, self.disk) = (path, disk)
        guard descriptor >= 0 else { throw CaptureWriteError(path: path, number: errno) }
        buffer.reserveCapacity(Self.bufferSize + 4096)
        let section = blockBody { body in
            body.append(0x1A2B_3C4D as UInt32)
            body.append(1 as UInt16)
            body.append(0 as UInt16)
            body.append(UInt64.max)  // section length not known
            body.append(option: 4, Array("\(tool.name) \(tool.version)".utf8))  // shb_userappl
            body.append(0 as UInt32)
        }
        append(block: .sectionHeader, section)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The number of interfaces described so far.
    public var interfaceCount: Int { units.count }

    /// Describes the next interface.
    ///
    /// - Parameters:
    ///   - interface: the interface.
    ///   - keepsClock: whether times are told as finely as it told them, where that is a decimal unit, rather than in nanoseconds.
    public mutating func append(_ interface: CaptureInterface, keepsClock: Bool = false) {
        let digits = keepsClock ? interface.clockNanoseconds.flatMap(Self.digits) ?? 9 : 9
        units.append((digits..<9).reduce(1) { unit, _ in unit * 10 })
        let description = blockBody { body in
            body.append(interface.linkType.rawValue)
            body.append(0 as UInt16)
            body.append(UInt32(clamping: interface.snapLength ?? 0))
            if let name = interface.name { body.append(option: 2, Array(name.utf8.prefix(1024))) }
            for address in interface.addresses where !address.isIPv6 {
                // The netmask that follows the address isn't known here: all ones.
                body.append(option: 4, bigEndian(address.low, 4) + [255, 255, 255, 255])
            }
            for address in interface.addresses where address.isIPv6 {
                body.append(option: 5, bigEndian(address.high, 8) + bigEndian(address.low, 8) + [128])
            }
            body.append(option: 9, [digits])  // if_tsresol: 10^-digits s
            if let filter = interface.filter { body.append(option: 11, [0] + Array(filter.utf8.prefix(16_384))) }
            body.append(0 as UInt32)
        }
        append(block: .interfaceDescription, description)
    }

    /// Writes a packet, its first `storedBytes` bytes at most; its original length is kept.
    ///
    /// - Parameters:
    ///   - packet: of an interface that was described.
    ///   - storedBytes: most bytes of it that are stored.
    ///   - app: the number of its app, where packet or trailer says it; written as PCAPdroid does (`u-` and the number).
    public mutating func append(_ packet: borrowing PacketView, storedBytes: Int, app: Int32? = nil) {
        guard failure == nil else { return }
        // What a reader takes off in front of each packet of some link types stands there as zeros.
        let pseudo = packet.linkType.pseudoHeaderLength
        let stored = min(storedBytes, packet.bytes.byteCount)
        let captured = pseudo + stored
        let padding = (4 - captured % 4) % 4
        let isFlagged = packet.direction != .unknown
        let comment = app.map { Array("u-\($0)".utf8) }
        let commentLength = comment.map { 4 + ($0.count + 3) / 4 * 4 } ?? 0
        let options = (isFlagged ? 8 : 0) + commentLength + (isFlagged || comment != nil ? 4 : 0)
        // 12 bytes of type and two lengths, 20 of fixed fields.
        let length = UInt32(32 + captured + padding + options)
        let unit = units.indices.contains(packet.interface) ? units[packet.interface] : 1
        let time = packet.timestamp.map { UInt64(bitPattern: $0.nanoseconds) / unit } ?? Self.noTime
        buffer.append(
            words: BlockType.enhancedPacket.rawValue, length, UInt32(clamping: packet.interface),
            UInt32(truncatingIfNeeded: time >> 32), UInt32(truncatingIfNeeded: time), UInt32(captured),
            UInt32(clamping: packet.originalLength + pseudo))
        for _ in 0..<pseudo { buffer.append(0) }
        packet.bytes.append(0..<stored, to: &buffer)
        for _ in 0..<padding { buffer.append(0) }
        if let comment { buffer.append(option: 1, comment) }
        if isFlagged {
            buffer.append(2 as UInt16)  // epb_flags
            buffer.append(4 as UInt16)
            buffer.append(packet.direction == .inbound ? 1 : 2 as UInt32)
        }
        if options > 0 { buffer.append(0 as UInt32) }
        buffer.append(word: length)
        if buffer.count >= Self.bufferSize { flush() }
    }

    /// How many decimals of a second a unit of nanoseconds is; `nil` if it isn't decimal.
    private static func digits(of nanoseconds: Int64) -> UInt8? {
        var (unit, digits): (Int64, UInt8) = (1, 9)
        while unit < nanoseconds, digits > 0 { (unit, digits) = (unit * 10, digits - 1) }
        return unit == nanoseconds ? digits : nil
    }

    /// Writes the names of an app, in PCAPdroid's block.
    public mutating func append(_ name: AppName) {
        let body = name.block
        append(block: .custom, body + [UInt8](repeating: 0, count: (4 - body.count % 4) % 4))
    }

    /// Writes names of addresses: a Name Resolution Block (§ 4.5) each.
    public mutating func append(_ resolutions: some Sequence<NameResolution>) {
        for resolution in resolutions {
            let (address, name) = (resolution.address, Array(resolution.name.utf8.prefix(255)))
            let bytes =
                address.isIPv6 ? bigEndian(address.high, 8) + bigEndian(address.low, 8) : bigEndian(address.low, 4)
            append(
                block: .nameResolution,
                blockBody { body in
                    body.append(option: address.isIPv6 ? 2 : 1, bytes + name + [0])
                    body.append(0 as UInt32)  // nrb_record_end
                })
        }
    }

    /// Writes an interface's statistics; its last block counts.
    public mutating func append(statistics drops: Drops, of interface: Int = 0, at time: Timestamp) {
        let units = UInt64(bitPattern: time.nanoseconds)
        append(
            block: .interfaceStatistics,
            blockBody { body in
                body.append(UInt32(clamping: interface))
                body.append(UInt32(truncatingIfNeeded: units >> 32))
                body.append(UInt32(truncatingIfNeeded: units))
                if let dropped = drops.interface { body.append(option: 5, littleEndian(UInt64(dropped))) }
                if let dropped = drops.kernel { body.append(option: 7, littleEndian(UInt64(dropped))) }
                body.append(0 as UInt32)
            })
    }

    /// Hands what is buffered to the system: from then on the end of this program loses nothing of it.
    public mutating func flush() {
        var written = 0
        while written < buffer.count, failure == nil {
            // The slice's bounds are checked by the array; the pointer lives for the call only.
            let count = unsafe buffer[written...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 { written += count } else if errno != EINTR { failure = errno }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Has the system write to the disk what it was handed, on a thread beside: packets don't wait for a slow disk.
    public func synchronise() {
        disk.start(descriptor)
    }

    /// Hands what is buffered to the system, and waits until all of it is on the disk; `error` then says whether it is.
    public mutating func finish() {
        flush()
        disk.finish(descriptor)
    }

    /// Why writing stopped, or what was written didn't reach the disk; what did is a whole file up to its last block.
    public var error: CaptureWriteError? {
        (failure ?? disk.failure).map { CaptureWriteError(path: path, number: $0) }
    }

    private mutating func append(block type: BlockType, _ body: [UInt8]) {
        guard failure == nil else { return }
        let length = UInt32(12 + body.count)
        buffer.append(type.rawValue)
        buffer.append(length)
        buffer += body
        buffer.append(length)
    }
}

/// Why a capture can't be written.
public struct CaptureWriteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// The system's error number (errno).
    public var number: Int32

    /// The sentence for a person.
    public var description: String {
        switch number {
        case ENOSPC, EDQUOT: "\(path): the disk is full; what was recorded before is kept"
        case EEXIST: "\(path): exists already; give another folder, nothing is overwritten"
        case EACCES, EPERM: "\(path): no permission to write there"
        default: "\(path): can't be written: \(systemMessage(number))"
        }
    }
}

private func blockBody(_ fill: (inout [UInt8]) -> Void) -> [UInt8] {
    var body: [UInt8] = []
    fill(&body)
    return body
}

private func bigEndian(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * (count - 1 - $0))) }
}

private func littleEndian(_ value: UInt64) -> [UInt8] {
    bigEndian(value, 8).reversed()
}

extension [UInt8] {
    /// Appends seven words, little-endian: the fixed part of a packet's block, in one go.
    fileprivate mutating func append(
        words a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32
    ) {
        let words: InlineArray<7, UInt32> = [
            a.littleEndian, b.littleEndian, c.littleEndian, d.littleEndian, e.littleEndian, f.littleEndian,
            g.littleEndian,
        ]
        // Words without padding, lent for the call.
        unsafe words.span.withUnsafeBytes { unsafe append(contentsOf: $0) }
    }

    /// Appends a word, little-endian, in one go.
    fileprivate mutating func append(word: UInt32) {
        // A plain integer's bytes, lent for the call.
        unsafe Swift.withUnsafeBytes(of: word.littleEndian) { unsafe append(contentsOf: $0) }
    }

    /// Appends an integer, little-endian.
    fileprivate mutating func append(_ value: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: 0, to: value.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// Appends an option, padded to 4 bytes (§ 3.5).
    fileprivate mutating func append(option code: UInt16, _ value: [UInt8]) {
        append(code)
        append(UInt16(value.count))
        self += value
        self += [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
    }
}
