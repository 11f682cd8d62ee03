public import Documents

/// An app by its position in the book of apps.
struct AppID: Hashable, Sendable {
    let index: Int32

    static var none: AppID { AppID(index: -1) }
}

/// The apps that packets are said to be of, with their traffic by those labels.
struct AppBook: Sendable {
    /// Most apps kept apart; Android numbers them from 10 000 to 19 999 for each user.
    private static let limit = 65_536

    private(set) var apps: [AppTraffic] = []
    private var byNumber: [Int32: Int] = [:]
    private var byProcess: [ProcessName: Int] = [:]

    subscript(id: AppID) -> AppTraffic? {
        id == .none ? nil : apps[Int(id.index)]
    }

    /// Whether it is an app, rather than the number of those that the device couldn't tell.
    func isKnown(_ id: AppID) -> Bool {
        guard let app = self[id] else { return false }
        return app.uid >= 0 || byNumber[Int32(truncatingIfNeeded: app.uid)] != Int(id.index)
    }

    /// The number of an app that packets or trailers number; `nil` of one that only has a name.
    func number(of id: AppID) -> Int32? {
        guard let app = self[id] else { return nil }
        let number = Int32(truncatingIfNeeded: app.uid)
        return byNumber[number] == Int(id.index) ? number : nil
    }

    /// The names that trailers gave apps, in the order seen.
    var trailerNames: [AppName] {
        byNumber.sorted { $0.value < $1.value }.compactMap { number, index in
            apps[index].name.map { AppName(uid: number, package: "", title: $0) }
        }
    }

    /// Counts a packet if something says of which app it is.
    ///
    /// - Returns: the app.
    @inline(__always)
    mutating func add(_ packet: borrowing PacketView, linkSource: UInt64) -> AppID {
        if let number = packet.app { return count(number: number, packet.originalLength) { nil } }
        // Only behind an Ethernet header of zeros PCAPdroid writes trailers.
        if linkSource == 1 << 63, packet.linkType == .ethernet {
            return addTrailer(packet.bytes, packet.originalLength)
        }
        if packet.linkType == .pktap, let process = ProcessName(pktap: packet.bytes) {
            return count(process, packet.originalLength)
        }
        return .none
    }

    /// Gives apps the names that a capture's own blocks have for their numbers.
    mutating func name(by names: [AppName]) {
        for name in names {
            guard let index = byNumber[name.uid] else { continue }
            if let title = name.title { apps[index].name = title }
            if !name.package.isEmpty { apps[index].package = name.package }
        }
    }

    /// Reads PCAPdroid's trailer (emanuele-f/PCAPdroid, app/src/main/jni/core/pcap_dump.h).
    ///
    /// ```
    ///  at the end:  0..3 0x0107_2021   4..7 number   8..27 name   28..31 checksum
    /// ```
    private mutating func addTrailer(_ bytes: RawSpan, _ wireBytes: Int) -> AppID {
        let start = bytes.byteCount - 32
        guard start >= 14, bytes.uint32(at: start) == 0x0107_2021 else { return .none }
        return count(number: Int32(bitPattern: bytes.uint32(at: start + 4)), wireBytes) {
            let name = String(decoding: bytes.array(start + 8..<start + 28).prefix { $0 != 0 }, as: UTF8.self)
            return name.isEmpty ? nil : name
        }
    }

    private mutating func count(number: Int32, _ wireBytes: Int, name: () -> String?) -> AppID {
        if let index = byNumber[number] { return count(index, wireBytes) }
        guard apps.count < Self.limit else { return .none }
        byNumber[number] = apps.count
        apps.append(AppTraffic(uid: Int(number), name: name()))
        return count(apps.count - 1, wireBytes)
    }

    private mutating func count(_ process: ProcessName, _ wireBytes: Int) -> AppID {
        if let index = byProcess[process] { return count(index, wireBytes) }
        guard apps.count < Self.limit else { return .none }
        byProcess[process] = apps.count
        apps.append(AppTraffic(uid: -1, name: process.text))
        return count(apps.count - 1, wireBytes)
    }

    private mutating func count(_ index: Int, _ wireBytes: Int) -> AppID {
        apps[index].packets &+= 1
        apps[index].wireBytes &+= wireBytes
        return AppID(index: Int32(index))
    }
}

extension Meter {
    /// Traffic by app, as the packets' own labels say, where they do; in the order of their numbers, then of their names.
    public var appTraffic: [AppTraffic] {
        apps.apps.sorted { ($0.uid, $0.name ?? "") < ($1.uid, $1.name ?? "") }
    }

    /// The names that packets' trailers gave apps, in the order seen.
    public var trailerNames: [AppName] { apps.trailerNames }

    /// The app that a flow is of; `nil` where nothing says.
    public func app(of flow: Flow) -> AppTraffic? {
        apps[flows.detail(of: flow).app]
    }
}
