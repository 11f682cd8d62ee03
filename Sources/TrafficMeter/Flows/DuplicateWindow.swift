import Documents

/// Finds packets that were captured twice: on two interfaces, or on one that saw them go out and come in.
///
/// Two packets are one if addresses, protocol, lengths, IPv4's identification, ports, TCP's numbers and flags, and the first bytes of
/// the payload are equal, seen within two seconds at different points. A datagram without a number whose payload isn't stored is never one. What a router or a network card changes on the way isn't
/// looked at: time to live, traffic class, checksums. Equal packets at one point are never one: they were sent twice.
struct DuplicateWindow: Sendable {
    /// Nanoseconds after which equal packets are different ones.
    private static let span: Int64 = 2_000_000_000
    /// Packets remembered: at 2 s a rate of 32 000 a second, above which some pairs may be missed.
    private static let size = 65_536

    /// Bytes of payload compared: in a QUIC packet what is encrypted begins within them (RFC 9000 § 17.3.1).
    private static let payloadLength = 32

    private struct Entry {
        var hash: UInt64 = 0
        var time: Int64 = 0
        var point: UInt64 = 0
    }

    private var entries: [Entry] = []
    private let key = KeyedHash()
    /// Packets found a second time.
    private(set) var found = Duplicates()

    /// Whether packets are looked at: from the first on that isn't of the first interface, or says which one it crossed itself.
    private(set) var isWatching = false

    /// Whether a packet was captured before at another point.
    @inline(__always)
    mutating func isDuplicate(_ packet: borrowing PacketView, _ record: borrowing PacketRecord) -> Bool {
        if !isWatching {
            guard packet.interface > 0 || packet.linkType == .linuxCooked || packet.linkType == .linuxCooked2 else {
                return false
            }
            isWatching = true
            entries = [Entry](repeating: Entry(), count: Self.size)
        }
        return look(packet, record)
    }

    private mutating func look(_ packet: borrowing PacketView, _ record: borrowing PacketRecord) -> Bool {
        guard record.kind != .nonIP, isTold(record), let time = packet.timestamp?.nanoseconds else { return false }
        let hash = hash(packet.bytes, record)
        let point =
            UInt64(truncatingIfNeeded: packet.interface) << 40 | UInt64(record.cookedInterface) << 8
            | UInt64(record.direction.rawValue)
        let slot = Int(truncatingIfNeeded: hash) & (Self.size - 1)
        let known = entries[slot]
        if known.hash == hash, known.point != point, abs(time &- known.time) <= Self.span {
            found.packets &+= 1
            found.wireBytes &+= packet.originalLength
            return true
        }
        entries[slot] = Entry(hash: hash, time: time, point: point)
        return false
    }

    /// Whether enough is known of a packet to tell it from those like it: TCP's numbers, IPv4's, or the beginning of the payload.
    private func isTold(_ record: borrowing PacketRecord) -> Bool {
        if record.hasTCPHeader { return true }
        if record.identification != 0 { return true }
        guard record.kind == .udp else { return false }
        return record.storedPayload >= min(record.payloadBytes, Self.payloadLength)
    }

    private func hash(_ bytes: RawSpan, _ record: borrowing PacketRecord) -> UInt64 {
        var hash = key.fold(record.source.low, record.destination.low)
        hash = key.fold(hash ^ record.source.high, record.destination.high)
        let ports = UInt64(record.sourcePort) << 16 | UInt64(record.destinationPort)
        hash = key.fold(hash ^ ports, UInt64(record.protocolNumber) << 32 | UInt64(record.identification))
        hash = key.fold(hash ^ UInt64(truncatingIfNeeded: record.ipBytes), UInt64(record.tcpFlags))
        hash = key.fold(hash, UInt64(record.sequence) << 32 | UInt64(record.acknowledgement))
        // Of ICMP type and code, not the checksum behind them; of TCP and UDP the payload, not the header.
        var start = record.payloadOffset
        if !record.kind.isConnection, bytes.byteCount - start >= 4 {
            hash = key.fold(hash, UInt64(bytes.uint16(at: start)))
            start += 4
        }
        for _ in 0..<Self.payloadLength / 8 where bytes.byteCount - start >= 8 {
            hash = key.fold(hash, bytes.uint64(at: start))
            start += 8
        }
        return hash | 1
    }
}
