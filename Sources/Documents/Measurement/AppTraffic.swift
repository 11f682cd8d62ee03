/// What one app of the device sent and received, as the device's own capture says.
public struct AppTraffic: Hashable, Codable, Sendable {
    /// The number that Android gives the app; negative where it isn't known.
    public var uid: Int
    /// The app's name, where the capture has it; on macOS the process's.
    public var name: String?
    /// The app's package, such as `fr.exemple.sante`, where the capture has it.
    public var package: String?
    /// Number of packets.
    public var packets: Int
    /// Original lengths on the link, in bytes.
    public var wireBytes: Int

    /// An app with its traffic; none unless given.
    public init(uid: Int, name: String? = nil, package: String? = nil, packets: Int = 0, wireBytes: Int = 0) {
        self.uid = uid
        self.name = name
        self.package = package
        self.packets = packets
        self.wireBytes = wireBytes
    }

    /// What it is called in a list: its package, else its name, else its number.
    public var label: String { package ?? name ?? "uid \(uid)" }

    /// Whether a person means this app by a number, a package or a name, whose case doesn't matter.
    public func isMeant(by text: String) -> Bool {
        if let number = Int(text) { return uid == number }
        return [package, name].contains { $0?.lowercased() == text.lowercased() }
    }
}
