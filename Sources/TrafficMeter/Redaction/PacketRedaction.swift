import Documents
import FoundationEssentials

/// Makes of a packet one that counts the same and tells nothing else.
///
/// What a packet counts as is its `PacketRecord` alone. So no format has to be known here: a byte is kept only if the dissector, asked
/// anew, would otherwise tell another record; all others become zero, and those that the record's addresses are made of become their
/// pseudonyms'. What is left can't say more than the record does, whichever link, tunnel or option it stood in; and the record of the
/// result is compared with the one wanted, so that a packet is never passed through because something was overlooked.
struct PacketRedaction {
    private let dissector = Dissector(view: .inner)
    /// What tells packets that were captured at two points; random, and never written.
    private let secret = (0..<32).map { _ in UInt8.random(in: 0...255) }
    /// Whether packets may have been captured at several points, so that their copies are to be known again.
    let keepsIdentity: Bool

    init(keepsIdentity: Bool) {
        self.keepsIdentity = keepsIdentity
    }

    /// A packet's bytes, redacted; as many as were stored.
    ///
    /// - Parameters:
    ///   - packet: the packet.
    ///   - pseudonyms: what stands for its addresses.
    ///   - rename: what stands for the name of its process, where it has one.
    /// - Returns: `nil` if nothing was found that counts the same without its addresses.
    func bytes(
        of packet: borrowing PacketView, _ pseudonyms: inout Pseudonyms, rename: (String) -> String
    ) -> [UInt8]? {
        var original = packet.bytes.array(0..<packet.bytes.byteCount)
        if packet.linkType == .pktap { ProcessName.rename(inHeader: &original, rename) }
        let meant = Meaning(packet, original, dissector)
        var wanted = meant
        wanted.record = pseudonyms.record(meant.record)
        var bytes = original
        var end = min(bytes.count, max(meant.record.headerBytes, meant.leastHeader))
        clear(end..<bytes.count, of: &bytes)
        if Meaning(packet, bytes, dissector) != meant {
            // Rarely the dissector looks beyond the header that it ends at.
            (bytes, end) = (original, original.count)
        }
        var current = meant
        for index in 0..<end { replace(index, in: &bytes, &current, wanted, packet) }
        if keepsIdentity { keepIdentity(of: original, wanted, in: &bytes, packet) }
        return Meaning(packet, bytes, dissector) == wanted ? bytes : nil
    }

    /// Replaces a byte by its pseudonym's, clears it, or keeps it.
    private func replace(
        _ index: Int, in bytes: inout [UInt8], _ current: inout Meaning, _ wanted: Meaning,
        _ packet: borrowing PacketView
    ) {
        let byte = bytes[index]
        bytes[index] = ~byte
        let flipped = Meaning(packet, bytes, dissector)
        if flipped != current, let replacement = current.replacing(by: wanted, where: flipped) {
            bytes[index] = replacement.byte
            current = replacement.meaning
            return
        }
        bytes[index] = 0
        if Meaning(packet, bytes, dissector) != current { bytes[index] = byte }
    }

    private func clear(_ range: Range<Int>, of bytes: inout [UInt8]) {
        for index in range { bytes[index] = 0 }
    }

    /// Puts in the place of what `DuplicateWindow` compares, ICMP's type and code aside, something that is equal for equal packets.
    private func keepIdentity(
        of original: [UInt8], _ wanted: Meaning, in bytes: inout [UInt8], _ packet: borrowing PacketView
    ) {
        let record = wanted.record
        guard record.kind != .nonIP, record.payloadOffset < original.count else { return }
        let before = bytes
        var start = record.payloadOffset
        if !record.kind.isConnection, original.count - start >= 4 {
            bytes.replaceSubrange(start..<start + 2, with: original[start..<start + 2])
            start += 4
        }
        let length = min(32, original.count - start) / 8 * 8
        guard length > 0 || start != record.payloadOffset else { return }
        let digest = ContentHasher.hash(of: Data(secret + original[start..<start + length]))
        bytes.replaceSubrange(start..<start + length, with: digest.rawValue.utf8.prefix(length))
        // What stands there might be taken for a tunnel's header.
        if Meaning(packet, bytes, dissector) != wanted { bytes = before }
    }
}

/// All that a measurement takes from a packet's bytes.
private struct Meaning: Equatable {
    var record: PacketRecord
    /// Of which process it is, where its header says so.
    let process: ProcessName?

    init(_ packet: borrowing PacketView, _ bytes: [UInt8], _ dissector: Dissector) {
        let view = PacketView(
            bytes: bytes.rawSpan, originalLength: packet.originalLength, linkType: packet.linkType,
            timestamp: packet.timestamp, interface: packet.interface, direction: packet.direction, app: packet.app)
        record = dissector.dissect(view)
        process = packet.linkType == .pktap ? ProcessName(pktap: bytes.rawSpan) : nil
    }

    /// How much of a packet is looked at beside its headers.
    var leastHeader: Int { process == nil ? 0 : 108 }

    /// The byte that an address of the wanted record has where a flipped one changed that address and nothing else.
    func replacing(by wanted: Meaning, where flipped: Meaning) -> (byte: UInt8, meaning: Meaning)? {
        for field in [\PacketRecord.source, \.destination] {
            var other = flipped
            other.record[keyPath: field] = record[keyPath: field]
            guard other == self else { continue }
            let (now, changed) = (record[keyPath: field], flipped.record[keyPath: field])
            let (high, low) = (now.high ^ changed.high, now.low ^ changed.low)
            guard let place = Self.place(high: high, low: low) else { return nil }
            let aim = wanted.record[keyPath: field]
            let byte = UInt8(truncatingIfNeeded: (place < 8 ? aim.low : aim.high) >> UInt64(place % 8 * 8))
            var meaning = self
            let mask = UInt64(0xFF) << UInt64(place % 8 * 8)
            if place < 8 {
                meaning.record[keyPath: field].low = now.low & ~mask | aim.low & mask
            } else {
                meaning.record[keyPath: field].high = now.high & ~mask | aim.high & mask
            }
            return (byte, meaning)
        }
        var other = flipped
        other.record.linkSource = record.linkSource
        guard other == self, let place = Self.place(high: 0, low: record.linkSource ^ flipped.record.linkSource) else {
            return nil
        }
        let mask = UInt64(0xFF) << UInt64(place * 8)
        var meaning = self
        meaning.record.linkSource = record.linkSource & ~mask | wanted.record.linkSource & mask
        return (UInt8(truncatingIfNeeded: wanted.record.linkSource >> UInt64(place * 8)), meaning)
    }

    /// Which byte of 16, from the last, a difference is all ones in; `nil` if it is another one.
    private static func place(high: UInt64, low: UInt64) -> Int? {
        (0..<16).first { place in
            let mask = UInt64(0xFF) << UInt64(place % 8 * 8)
            return place < 8 ? (high, low) == (0, mask) : (high, low) == (mask, 0)
        }
    }
}
