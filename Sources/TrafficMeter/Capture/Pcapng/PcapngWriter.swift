public import Documents
import Glibc

/// Writes a pcapng file with one interface (draft-ietf-opsawg-pcapng § 4.1 to 4.3, 4.6), little-endian, in nanoseconds.
///
/// The file is created for its owner only (0600) and must not exist yet. What was written stays readable at any moment: a
/// packet's block is written as a whole, and reaches the disk when the buffer fills or `flush()` is called.
public struct PcapngWriter: ~Copyable {
    private static let bufferSize = 64 << 10

    private let descriptor: Int32
    /// The file's path.
    public let path: String
    private var buffer: [UInt8] = []
    /// Packets that could not be written because the disk is full or failed.
    public private(set) var lostPackets = 0
    /// The system's error number of the first failed write.
    private var failure: Int32?

    /// Creates a file and describes its interface.
    public init(path: String, interface: CaptureInterface, tool: Tool) throws(CaptureWriteError) {
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        self.path = path
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
        let description = blockBody { body in
            body.append(interface.linkType.rawValue)
            body.append(0 as UInt16)
            body.append(UInt32(interface.snapLength ?? 0))
            if let name = interface.name { body.append(option: 2, Array(name.utf8)) }
            for address in interface.addresses where !address.isIPv6 {
                // The netmask that follows the address isn't known here: all ones.
                body.append(option: 4, bigEndian(address.low, 4) + [255, 255, 255, 255])
            }
            for address in interface.addresses where address.isIPv6 {
                body.append(option: 5, bigEndian(address.high, 8) + bigEndian(address.low, 8) + [128])
            }
            body.append(option: 9, [9])  // if_tsresol: nanoseconds
            if let filter = interface.filter { body.append(option: 11, [0] + Array(filter.utf8)) }
            body.append(0 as UInt32)
        }
        append(block: .interfaceDescription, description)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Writes a packet, its first `storedBytes` bytes at most; its original length is kept.
    public mutating func append(_ packet: borrowing PacketView, storedBytes: Int) {
        guard failure == nil else { return lostPackets += 1 }
        let captured = min(storedBytes, packet.bytes.byteCount)
        let padding = (4 - captured % 4) % 4
        // 12 bytes of type and two lengths, 20 of fixed fields, 8 of flags and 4 of end of options.
        let options = packet.direction == .unknown ? 0 : 12
        let length = UInt32(32 + captured + padding + options)
        let time = UInt64(bitPattern: packet.timestamp?.nanoseconds ?? 0)
        buffer.append(BlockType.enhancedPacket.rawValue)
        buffer.append(length)
        buffer.append(0 as UInt32)
        buffer.append(UInt32(truncatingIfNeeded: time >> 32))
        buffer.append(UInt32(truncatingIfNeeded: time))
        buffer.append(UInt32(captured))
        buffer.append(UInt32(truncatingIfNeeded: packet.originalLength))
        for index in 0..<captured { buffer.append(packet.bytes.byte(at: index)) }
        for _ in 0..<padding { buffer.append(0) }
        if options > 0 {
            buffer.append(2 as UInt16)  // epb_flags
            buffer.append(4 as UInt16)
            buffer.append(packet.direction == .inbound ? 1 : 2 as UInt32)
            buffer.append(0 as UInt32)
        }
        buffer.append(length)
        if buffer.count >= Self.bufferSize { flush() }
        if failure != nil { lostPackets += 1 }
    }

    /// Writes the interface's statistics: the last block.
    public mutating func append(statistics drops: Drops, at time: Timestamp) {
        let units = UInt64(bitPattern: time.nanoseconds)
        append(
            block: .interfaceStatistics,
            blockBody { body in
                body.append(0 as UInt32)
                body.append(UInt32(truncatingIfNeeded: units >> 32))
                body.append(UInt32(truncatingIfNeeded: units))
                if let dropped = drops.interface { body.append(option: 5, littleEndian(UInt64(dropped))) }
                if let dropped = drops.kernel { body.append(option: 7, littleEndian(UInt64(dropped))) }
                body.append(0 as UInt32)
            })
    }

    /// Hands what is buffered to the system.
    public mutating func flush() {
        var written = 0
        while written < buffer.count, failure == nil {
            // The slice's bounds are checked by the array; the pointer lives for the call only.
            let count = unsafe buffer[written...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 { written += count } else if errno != EINTR { failure = errno }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Why writing stopped, if it did; what was written before is a whole file up to its last block.
    public var error: CaptureWriteError? {
        failure.map { CaptureWriteError(path: path, number: $0) }
    }

    private mutating func append(block type: BlockType, _ body: [UInt8]) {
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
