import Documents

/// Traffic by app, where PCAPdroid says which one a packet is of.
struct AppTally: Sendable {
    /// Most apps kept apart; Android numbers them from 10 000 to 19 999 for each user.
    private static let limit = 65_536

    private var apps: [Int32: AppTraffic] = [:]

    /// All of them, by their number.
    var sorted: [AppTraffic] { apps.values.sorted { $0.uid < $1.uid } }

    /// Counts a packet if a comment or a trailer names its app.
    ///
    /// ```
    ///  trailer of an Ethernet record:  0..3 0x0107_2021   4..7 number   8..27 name   28..31 checksum     at the end of it
    /// ```
    ///
    /// PCAPdroid writes trailers behind an Ethernet header of zeros (pcap_dump.h); so nothing else is looked at for one.
    @inline(__always)
    mutating func add(_ packet: borrowing PacketView, linkSource: UInt64) {
        if let uid = packet.app {
            count(uid, nil, packet.originalLength)
        } else if linkSource == 1 << 63, packet.linkType == .ethernet {
            addTrailer(packet.bytes, packet.originalLength)
        }
    }

    private mutating func addTrailer(_ bytes: RawSpan, _ wireBytes: Int) {
        let start = bytes.byteCount - 32
        guard start >= 14, bytes.uint32(at: start) == 0x0107_2021 else { return }
        let uid = Int32(bitPattern: bytes.uint32(at: start + 4))
        let name =
            apps[uid]?.name ?? String(decoding: bytes.array(start + 8..<start + 28).prefix { $0 != 0 }, as: UTF8.self)
        count(uid, name, wireBytes)
    }

    private mutating func count(_ uid: Int32, _ name: String?, _ wireBytes: Int) {
        guard apps[uid] != nil || apps.count < Self.limit else { return }
        var app = apps[uid] ?? AppTraffic(uid: Int(uid), name: name)
        app.packets &+= 1
        app.wireBytes &+= wireBytes
        apps[uid] = app
    }
}
