import Documents

/// Reads pcapng (draft-ietf-opsawg-pcapng): sections of blocks, each with interfaces of its own.
///
/// ```
///  block:  0..3 type   4..7 length   8.. body, padded to 4   last 4: length again
/// ```
struct PcapngReader {
    /// Longest block that can be a packet's: the longest record, and 1 MiB for its options.
    private static let longestBlock = LinkType.dbus.longestRecord + (1 << 20)

    /// Most interfaces of a file: packets of older blocks number no more (appendix A), and merged files describe few hundreds.
    private static let mostInterfaces = 65_536
    /// Most lost packets that a count is believed to be of, so that sums over all interfaces can't overflow.
    private static let mostDrops = Int(UInt32.max)
    /// Most names that are kept of a file's Name Resolution Blocks.
    private static let mostResolutions = 100_000
    /// Most apps whose names are kept: more than a device has.
    private static let mostAppNames = 65_536

    private var order = Endianness.big
    /// Interfaces of all sections; those of the current one begin at `sectionStart`.
    private var descriptions: [InterfaceDescription] = []
    private var sectionStart = 0
    /// The program that wrote the current section.
    private var application: String?
    /// Names that Name Resolution Blocks gave so far.
    private(set) var resolutions: [NameResolution] = []
    /// Names that blocks of PCAPdroid's gave apps so far.
    private(set) var appNames: [AppName] = []
    /// What of both is there: a name that is said again isn't kept again.
    private var known = (resolutions: Set<NameResolution>(), appNames: [Int32: AppName]())

    /// Bytes of a passed block that hadn't come yet.
    private var toSkip = 0

    var interfaceCount: Int { descriptions.count }
    func interface(at index: Int) -> CaptureInterface { descriptions[index].described }
    var interfaces: [CaptureInterface] { descriptions.map(\.described) }

    /// Forgets the file that was read but for its names, which the one that follows says again.
    mutating func beginSuccessor() {
        (order, descriptions, sectionStart, application, toSkip) = (.big, [], 0, nil, 0)
    }

    /// The first four bytes of every file, the same in both byte orders.
    static func recognises(_ magic: UInt32) -> Bool { magic == BlockType.sectionHeader.rawValue }

    /// Finds the next packet and moves the input past its block.
    mutating func next(_ input: inout ByteInput) throws(CaptureFileError) -> PacketPlace? {
        while true {
            if toSkip > 0 { try skip(toSkip, &input) }
            guard try input.require(12) else {
                if input.available == 0 { return nil }
                throw CaptureFileError(.cut(expected: 12, found: input.available), at: input.offset, in: input.name)
            }
            let isSection = Self.recognises(input.bytes.uint32(at: 0))
            if isSection { try beginSection(input) }
            let type = BlockType(rawValue: input.bytes.uint32(at: 0, order))
            let length = Int(input.bytes.uint32(at: 4, order))
            guard length >= 12, length % 4 == 0 else {
                throw CaptureFileError(.blockLength(length), at: input.offset, in: input.name)
            }
            switch type {
            case .sectionHeader, .interfaceDescription, .packet, .simplePacket, .interfaceStatistics, .enhancedPacket:
                if let place = try read(type, length, &input) { return place }
            case .nameResolution where length <= NameResolutionBlock.longest:
                _ = try read(type, length, &input)
            case .custom where length <= AppName.longestBlock:
                _ = try read(type, length, &input)
            default:
                try skip(length, &input)
            }
        }
    }

    /// Learns the byte order of the section that begins here, and forgets the interfaces of the one before.
    private mutating func beginSection(_ input: borrowing ByteInput) throws(CaptureFileError) {
        let magic = input.bytes.uint32(at: 8)
        switch magic {
        case 0x1A2B_3C4D: order = .big
        case 0x4D3C_2B1A: order = .little
        default: throw CaptureFileError(.byteOrderMagic(magic), at: input.offset, in: input.name)
        }
        sectionStart = descriptions.count
    }

    /// Passes a block whose content doesn't matter, without keeping it.
    private mutating func skip(_ length: Int, _ input: inout ByteInput) throws(CaptureFileError) {
        let offset = input.offset
        let skipped = try input.skip(length)
        toSkip = length - skipped
        if skipped < length {
            throw CaptureFileError(.cut(expected: length, found: skipped), at: offset, in: input.name)
        }
    }

    private mutating func read(
        _ type: BlockType, _ length: Int, _ input: inout ByteInput
    ) throws(CaptureFileError) -> PacketPlace? {
        guard length <= Self.longestBlock else {
            throw CaptureFileError(.blockLength(length), at: input.offset, in: input.name)
        }
        guard try input.require(length) else {
            throw CaptureFileError(.cut(expected: length, found: input.available), at: input.offset, in: input.name)
        }
        let trailer = Int(input.bytes.uint32(at: length - 4, order))
        guard trailer == length else {
            throw CaptureFileError(.lengthsDiffer(start: length, end: trailer), at: input.offset, in: input.name)
        }
        let found = try interpret(
            type,
            BlockBody(
                bytes: input.span(at: 8, count: length - 12), order: order, offset: input.offset, file: input.name))
        let offset = input.offset
        input.advance(length)
        guard let found else { return nil }
        return try place(found, blockLength: length, at: offset, in: input.name)
    }

    private mutating func interpret(
        _ type: BlockType, _ block: borrowing BlockBody
    ) throws(CaptureFileError) -> BlockPacket? {
        switch type {
        case .sectionHeader:
            try block.require(16)
            let version = (Int(block.bytes.uint16(at: 4, order)), Int(block.bytes.uint16(at: 6, order)))
            // 1.2 was written by some programs and means the same (§ 4.1).
            guard version.0 == 1, version.1 == 0 || version.1 == 2 else {
                throw CaptureFileError(.version(version.0, version.1), at: block.offset, in: block.file)
            }
            var application: String?
            try block.forEachOption(from: 16) { code, range in
                if code == 4 { application = block.text(range) }  // shb_userappl
            }
            self.application = application
        case .interfaceDescription:
            guard descriptions.count < Self.mostInterfaces else {
                throw CaptureFileError(.tooManyInterfaces(Self.mostInterfaces), at: block.offset, in: block.file)
            }
            var description = try InterfaceDescription(block)
            description.interface.application = application
            descriptions.append(description)
        case .interfaceStatistics:
            try readStatistics(block)
        case .nameResolution:
            let limit = Self.mostResolutions - resolutions.count
            for resolution in NameResolutionBlock(block, limit: limit).resolutions
            where known.resolutions.insert(resolution).inserted { resolutions.append(resolution) }
        case .custom:
            if appNames.count < Self.mostAppNames, let name = AppName(block), known.appNames[name.uid] != name {
                known.appNames[name.uid] = name
                appNames.append(name)
            }
        case .enhancedPacket: return try BlockPacket(enhanced: block)
        case .packet: return try BlockPacket(obsolete: block)
        case .simplePacket:
            guard sectionStart < descriptions.count else {
                throw CaptureFileError(.unknownInterface(0, described: 0), at: block.offset, in: block.file)
            }
            return try BlockPacket(simple: block, snapLength: descriptions[sectionStart].interface.snapLength)
        default: break
        }
        return nil
    }

    private mutating func place(
        _ packet: BlockPacket, blockLength: Int, at offset: Int, in file: String
    ) throws(CaptureFileError) -> PacketPlace {
        let index = sectionStart + packet.interface
        guard index < descriptions.count else {
            throw CaptureFileError(
                .unknownInterface(packet.interface, described: descriptions.count - sectionStart), at: offset, in: file)
        }
        let linkType = descriptions[index].interface.linkType
        guard packet.capturedLength <= linkType.longestRecord else {
            throw CaptureFileError(
                .recordTooLong(packet.capturedLength, limit: linkType.longestRecord), at: offset, in: file)
        }
        if packet.dropped > 0 {
            descriptions[index].droppedBeforePackets = min(
                Self.mostDrops, descriptions[index].droppedBeforePackets + min(Self.mostDrops, packet.dropped))
        }
        let clock = descriptions[index].clock
        var place = PacketPlace(
            position: 8 + packet.position - blockLength, capturedLength: packet.capturedLength,
            originalLength: packet.originalLength, linkType: linkType,
            timestamp: packet.units.flatMap(clock.nanoseconds).map(Timestamp.init(nanoseconds:)), interface: index,
            direction: packet.direction, app: packet.app)
        place.normalise()
        return place
    }

    /// Interface Statistics Block (§ 4.6): `isb_ifdrop` is option 5, `isb_osdrop` option 7; the last block of an interface counts.
    private mutating func readStatistics(_ block: borrowing BlockBody) throws(CaptureFileError) {
        try block.require(12)
        let index = sectionStart + Int(block.bytes.uint32(at: 0, order))
        guard index < descriptions.count else { return }
        var byInterface: Int?
        var byKernel: Int?
        try block.forEachOption(from: 12) { code, range in
            guard range.count == 8 else { return }
            let value = min(Self.mostDrops, Int(clamping: block.bytes.uint64(at: range.lowerBound, block.order)))
            if code == 5 { byInterface = value }
            if code == 7 { byKernel = value }
        }
        descriptions[index].interface.droppedByInterface =
            byInterface ?? descriptions[index].interface.droppedByInterface
        descriptions[index].interface.droppedByKernel = byKernel ?? descriptions[index].interface.droppedByKernel
    }
}
