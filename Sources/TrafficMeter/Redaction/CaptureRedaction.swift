public import Documents

/// Writes a capture anew in which no address, name or payload of the first is left.
///
/// Kept: times, lengths, ports, TCP's numbers and flags, drops, and whose app a packet is of. Not kept: payloads, names of interfaces,
/// filters, comments, name blocks, and whatever of a header a measurement doesn't need.
public struct CaptureRedaction: Sendable {
    /// What stands for addresses.
    public var pseudonyms: Pseudonyms
    private let redaction: PacketRedaction
    private let tool: Tool

    /// A redaction of the captures of one measurement.
    ///
    /// - Parameters:
    ///   - pseudonyms: what stands for addresses.
    ///   - isOnePoint: whether all packets were captured at one point, so that none is another's copy.
    ///   - tool: the program that files name.
    public init(_ pseudonyms: Pseudonyms, isOnePoint: Bool, tool: Tool) {
        self.pseudonyms = pseudonyms
        redaction = PacketRedaction(keepsIdentity: !isOnePoint)
        self.tool = tool
    }

    /// Writes a capture; one that is cut or damaged up to there.
    ///
    /// - Parameters:
    ///   - source: the capture's path.
    ///   - target: the new one's, which must not be there; 0600.
    ///   - rename: what stands for an app's name.
    /// - Throws: `CaptureFileError` if the capture can't be opened, `CaptureWriteError` if the new one can't be written,
    ///   `RedactionError` for a packet that can't be redacted.
    public mutating func write(_ source: String, to target: String, rename: (String) -> String) throws {
        var reader = try CaptureReader(path: source)
        var writer = try PcapngWriter(path: target, tool: tool)
        var apps = AppBook()
        var (packets, last) = (0, Timestamp(nanoseconds: 0))
        while try copy(from: &reader, to: &writer, &apps, &packets, &last, rename) {}
        describe(reader, &writer)
        for name in apps.trailerNames + reader.appNames {
            let package = name.package.isEmpty ? "" : rename(name.package)
            writer.append(AppName(uid: name.uid, package: package, title: name.title.map(rename)))
        }
        for (index, interface) in reader.interfaces.enumerated() {
            let drops = Drops(kernel: interface.droppedByKernel, interface: interface.droppedByInterface)
            if drops != Drops() { writer.append(statistics: drops, of: index, at: last) }
        }
        writer.flush()
        if let failure = writer.error { throw failure }
    }

    /// Writes the next packet.
    ///
    /// - Returns: whether there was one; a replay stops where this stops.
    private mutating func copy(
        from reader: inout CaptureReader, to writer: inout PcapngWriter, _ apps: inout AppBook, _ packets: inout Int,
        _ last: inout Timestamp, _ rename: (String) -> String
    ) throws -> Bool {
        do throws(CaptureFileError) {
            guard try reader.advance() else { return false }
        } catch {
            guard error.isDamage else { throw error }
            return false
        }
        describe(reader, &writer)
        packets += 1
        var isRedacted = false
        reader.withHead(interface: { $0 }) { packet in
            if let time = packet.timestamp { last = max(last, time) }
            guard let bytes = redaction.bytes(of: packet, &pseudonyms, rename: rename) else { return }
            let app = apps.add(packet, linkSource: Dissector(view: .inner).dissect(packet).linkSource)
            writer.append(
                PacketView(
                    bytes: bytes.rawSpan, originalLength: packet.originalLength, linkType: packet.linkType,
                    timestamp: packet.timestamp, interface: packet.interface, direction: packet.direction),
                storedBytes: bytes.count, app: app == .none ? nil : apps.number(of: app))
            isRedacted = true
        }
        if let failure = writer.error { throw failure }
        guard isRedacted else { throw RedactionError(.packet(packets), file: reader.name) }
        return true
    }

    /// Describes the interfaces that the reader knows by now.
    private mutating func describe(_ reader: borrowing CaptureReader, _ writer: inout PcapngWriter) {
        let interfaces = reader.interfaces
        while writer.interfaceCount < interfaces.count {
            let interface = interfaces[writer.interfaceCount]
            var described = CaptureInterface(linkType: interface.linkType, snapLength: interface.snapLength)
            described.clockNanoseconds = interface.clockNanoseconds
            // Systems name interfaces by their link addresses (wlx020000000001).
            described.name = interface.name.map { _ in "interface" }
            for address in interface.addresses { described.addresses.append(pseudonyms.pseudonym(of: address)) }
            writer.append(described, keepsClock: true)
        }
    }
}

/// Something that can't be shared without telling what it shouldn't.
public struct RedactionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What can't be redacted.
    public enum Problem: Hashable, Sendable {
        /// A packet, by its number from 1.
        case packet(Int)
        /// A filter of libpcap's among the conditions.
        case filter(String)
    }

    /// What can't be redacted.
    public var problem: Problem
    /// The file.
    public var file: String

    /// What can't be redacted, in a file.
    public init(_ problem: Problem, file: String) {
        (self.problem, self.file) = (problem, file)
    }

    /// The sentence for a person.
    public var description: String {
        switch problem {
        case .packet(let number):
            "\(file): packet \(number) can't be redacted: no bytes were found that count the same without its addresses; nothing was "
                + "written"
        case .filter(let text):
            "\(file): measured with the filter \"\(text)\", which may name anyone and can't be replayed without them; measure with "
                + "--only ADDRESS, or share the documents alone"
        }
    }
}
