public import Documents
public import TrafficMeter

/// What a recording was told beside the journey, kept in its bundle so that replaying the bundle gives the same result.
public struct RunConditions: SchemaDocument, Hashable {
    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.conditions/1" }

    /// Always `ecoproxy.conditions/1`.
    public var schema = Self.schemaIdentifier
    /// Where the packets were captured; absent if the capture itself says it.
    public var trust: Source.Trust?
    /// Addresses of the device that the person gave.
    public var deviceAddresses: [String]
    /// Which packets are measured, as `--only` takes them; absent for all.
    public var only: [String]?
    /// The app whose flows are measured; absent for all.
    public var app: String?
    /// Whether the app's caches were empty before the walk; absent if that isn't said.
    public var cache: CacheState?
    /// How often the journey was to be walked; absent for once.
    public var iterations: Int?
    /// Link addresses of the device that the person gave, such as `02:00:00:00:00:01`; absent for none.
    public var deviceLinks: [String]?
    /// Whether all addresses that send from the device's link address are the device's, beside those given; absent for no.
    public var followsLink: Bool?
    /// What the recording noticed beside the packets; absent for nothing.
    public var caveats: [Caveat]?

    /// Conditions; nothing said unless given.
    public init(
        trust: Source.Trust? = nil, deviceAddresses: [String] = [], only: [String]? = nil, app: String? = nil,
        cache: CacheState? = nil, deviceLinks: [String]? = nil, followsLink: Bool? = nil
    ) {
        self.deviceLinks = deviceLinks
        self.followsLink = followsLink
        self.trust = trust
        self.deviceAddresses = deviceAddresses
        self.only = only
        self.app = app
        self.cache = cache
    }

    /// The device's addresses; what is none is left out, as a person may have edited the file.
    public var addresses: [IPAddress] { deviceAddresses.compactMap(IPAddress.init) }

    /// The device's link addresses as numbers; what is none is left out.
    public var links: [UInt64] { (deviceLinks ?? []).compactMap(LinkAddress.init).map(\.bits) }
}
