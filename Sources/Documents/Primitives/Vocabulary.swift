/// The kind of terminal the app ran on.
public enum DeviceClass: String, Codable, Sendable, CaseIterable {
    case smartphone, tablet, laptop, desktop
}

/// The access network that the device used.
public enum NetworkKind: String, Codable, Sendable, CaseIterable {
    case fixed, wifi, mobile

    /// Whether data travels over the operator's radio network.
    public var isMobile: Bool { self == .mobile }
}

/// Whether the app had anything in its caches when a walk began.
public enum CacheState: String, Codable, Sendable, CaseIterable {
    /// Nothing: as after it was installed.
    case cold
    /// What an earlier walk left.
    case warm
}

/// What a step of a journey is, as the Greenspector Studio documentation names them (29 Aug 2024), with two of our own.
public enum StepType: String, Codable, Sendable, CaseIterable {
    case loading, action, scroll, pause, media
    /// The device at rest with the app in front, to compare energy with.
    case reference
    /// The device before the app starts, to tell its own background traffic.
    case baseline
}

/// Whose traffic it is.
public enum Party: String, Codable, Sendable, CaseIterable {
    /// The publisher's own hosts, as the journey declares them.
    case first
    /// Anyone else's.
    case third
    /// The device's own, not the app's.
    case background
    /// Not to be told: no name, or no declaration to compare with.
    case unknown
}

/// Where a flow's name was read.
public struct NameSource: RawRepresentable, Hashable, Codable, Sendable {
    /// The stable identifier in JSON and CSV.
    public var rawValue: String

    /// A source from its identifier.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Server Name Indication of a TLS ClientHello (RFC 6066 § 3).
    public static let sni = NameSource(rawValue: "sni")
    /// The greeting of a QUIC connection, under the keys of its first packets (RFC 9001 § 5.2).
    public static let quic = NameSource(rawValue: "quic")
    /// The `Host` field, or the target, of an HTTP request (RFC 9110 § 7.2).
    public static let httpHost = NameSource(rawValue: "http-host")
    /// What a proxy was asked to make a tunnel to: HTTP's CONNECT (RFC 9110 § 9.3.6), or SOCKS (RFC 1928).
    public static let connect = NameSource(rawValue: "connect")
    /// A Name Resolution Block of the capture (draft-ietf-opsawg-pcapng § 4.5).
    public static let nrb = NameSource(rawValue: "nrb")
    /// A hosts file that a person gave.
    public static let hostsFile = NameSource(rawValue: "hosts-file")
    /// A DNS answer seen before the flow began (RFC 1035).
    public static let dns = NameSource(rawValue: "dns")
    /// No name was seen.
    public static let none = NameSource(rawValue: "none")
}

/// The program that wrote a document.
public struct Tool: Hashable, Codable, Sendable {
    /// Its name.
    public var name: String
    /// Its version (semver.org).
    public var version: String

    /// A program by name and version.
    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }

    /// This program.
    public static let ecoproxy = Tool(name: "ecoproxy", version: "0.1.0")
}
