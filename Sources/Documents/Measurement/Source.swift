/// Where packets came from.
public struct Source: Hashable, Codable, Sendable {
    /// How the packets reached the program.
    public enum Kind: String, Codable, Sendable {
        /// A capture file.
        case file
        /// A capture read from a pipe.
        case stream
    }

    /// How far the capture point shows what the network carried, best first (DESIGN, "Files a person sees").
    public enum Trust: String, Codable, Sendable, CaseIterable {
        /// A bridge or an interface that the traffic crosses.
        case interface
        /// A capture over the cable, or tcpdump on a rooted device.
        case device
        /// The Android emulator's own capture.
        case emulator
        /// PCAPdroid on a rooted device.
        case pcapdroidRoot
        /// PCAPdroid as a VPN: headers are rebuilt on the device, only payload volumes are the network's.
        case pcapdroidVPN
        /// Not said by the capture, nor by the person who gave it.
        case unstated
    }

    /// How the packets reached the program.
    public var kind: Kind
    /// How far the capture point can be trusted.
    public var trust: Trust
    /// The file's name without its folders.
    public var file: String?
    /// The hash of the file as it is stored.
    public var sha256: ContentHash?
    /// The interface that the packets crossed, as the capture names it.
    public var interface: String?
    /// Link types in the file (LINKTYPE_ numbers of tcpdump.org), ascending.
    public var linkTypes: [Int]
    /// The capture filter, as the capture names it.
    public var filter: String?
    /// Most bytes stored of a packet; absent if unlimited or not said.
    public var snapLength: Int?

    /// A source of packets.
    public init(
        kind: Kind, trust: Trust = .unstated, file: String? = nil, sha256: ContentHash? = nil, interface: String? = nil,
        linkTypes: [Int] = [], filter: String? = nil, snapLength: Int? = nil
    ) {
        self.kind = kind
        self.trust = trust
        self.file = file
        self.sha256 = sha256
        self.interface = interface
        self.linkTypes = linkTypes
        self.filter = filter
        self.snapLength = snapLength
    }
}

/// Packets that were lost before they could be counted; absent where the source doesn't say.
public struct Drops: Hashable, Codable, Sendable {
    /// Dropped by the capturing kernel for want of buffer space, in packets.
    public var kernel: Int?
    /// Dropped by the interface or its driver, in packets.
    public var interface: Int?
    /// Not stored because the disk or a size limit was reached, in packets.
    public var full: Int?

    /// Losses that a source states.
    public init(kernel: Int? = nil, interface: Int? = nil, full: Int? = nil) {
        self.kernel = kernel
        self.interface = interface
        self.full = full
    }
}

/// Packets that were captured at two points: on two interfaces, or going out and coming in.
public struct Duplicates: Hashable, Codable, Sendable {
    /// Packets found a second time.
    public var packets: Int
    /// Their original lengths on the link, in bytes.
    public var wireBytes: Int
    /// Whether they were left out; else they are counted twice.
    public var removed: Bool

    /// Duplicates; none unless given.
    public init(packets: Int = 0, wireBytes: Int = 0, removed: Bool = false) {
        self.packets = packets
        self.wireBytes = wireBytes
        self.removed = removed
    }
}

/// The terminal whose traffic is measured.
public struct Device: Hashable, Codable, Sendable {
    /// What told the device's addresses, strongest first.
    public enum Rule: String, Codable, Sendable, CaseIterable {
        /// The person said so.
        case given
        /// Packet direction flags of the capture.
        case directionFlags
        /// The addresses of the capturing interface.
        case interfaceAddresses
        /// The sender of the first SYNs.
        case synSender
        /// The end that most flows share, private before public, high port before well-known.
        case sharedEnd
        /// Nothing to tell from: no flow.
        case none
    }

    /// A name for the terminal, free text.
    public var label: String?
    /// Its kind.
    public var `class`: DeviceClass
    /// Its operating system, free text.
    public var os: String?
    /// Its addresses in RFC 5952 or dotted form, sorted.
    public var addresses: [String]
    /// What told them.
    public var rule: Rule

    /// A terminal and the evidence for it.
    public init(label: String? = nil, class: DeviceClass, os: String? = nil, addresses: [String], rule: Rule) {
        self.label = label
        self.class = `class`
        self.os = os
        self.addresses = addresses
        self.rule = rule
    }
}
