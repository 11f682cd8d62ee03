/// A figure of a step or of a whole journey that can be compared, and limited: `bytes.third.down`, `ghg.high`, `score`.
///
/// Written as a quantity and what narrows it down, joined by dots. What isn't written is the usual case: traffic of the app
/// (all but background hosts), both ways; of a range the central value.
public struct Metric: Hashable, Sendable {
    /// What is counted or computed.
    public enum Quantity: String, Sendable, CaseIterable {
        /// IP bytes.
        case bytes
        /// Flows (five-tuples) that began.
        case connections
        /// Hosts by name.
        case hosts
        /// HTTP requests, which no capture of encrypted traffic shows: always unchecked.
        case requests
        /// Time from the first moment to the last, pauses left out.
        case duration
        /// Time from the tester's action to the stable screen.
        case displayTime = "display_time"
        /// Energy that the device used.
        case energy
        /// Greenhouse gas.
        case ghg
        /// Fresh water consumed.
        case water
        /// Land occupied.
        case land
        /// The écoscore, 0 to 100.
        case score
        /// Its letter, A best.
        case grade
    }

    /// Whose hosts.
    public enum Side: String, Sendable, CaseIterable {
        /// All but background hosts: what the score counts.
        case app
        /// Background hosts as well.
        case all
        case first, third, background, unknown
    }

    /// Which way.
    public enum Direction: String, Sendable, CaseIterable {
        case both, up, down
    }

    /// Which value of a modelled range.
    public enum Case: String, Sendable, CaseIterable {
        case low, central, high
    }

    /// What is counted or computed.
    public var quantity: Quantity
    /// Whose hosts; of `bytes`, `connections` and `hosts` only.
    public var side: Side
    /// Which way; of `bytes` only.
    public var direction: Direction
    /// Which value of the range; of indicators only.
    public var value: Case

    /// A metric in the usual case unless said otherwise.
    public init(_ quantity: Quantity, side: Side = .app, direction: Direction = .both, value: Case = .central) {
        (self.quantity, self.side, self.direction, self.value) = (quantity, side, direction, value)
    }

    /// Whether more of it is better: of the score and its letter.
    public var isBetterHigher: Bool { quantity == .score || quantity == .grade }

    /// Whether it follows from factors and a profile, rather than being observed.
    public var isScored: Bool { isIndicator || isBetterHigher }

    /// Whether it is a modelled range.
    public var isIndicator: Bool { [.ghg, .water, .land].contains(quantity) }

    /// The unit of its figures: `B`, `s`, `J`, `gCO2e`, `L`, `m2.year`; `1` for counts, points and letters (A is 7, G is 1).
    public var unit: String {
        switch quantity {
        case .bytes: "B"
        case .duration, .displayTime: "s"
        case .energy: "J"
        case .ghg: "gCO2e"
        case .water: "L"
        case .land: "m2.year"
        case .connections, .hosts, .requests, .score, .grade: "1"
        }
    }
}

extension Metric: RawRepresentable, CustomStringConvertible {
    /// The key: quantity, side, direction; of an indicator always with the value of the range.
    public var rawValue: String {
        var words = [quantity.rawValue]
        if side != .app { words.append(side.rawValue) }
        if direction != .both { words.append(direction.rawValue) }
        if isIndicator { words.append(value.rawValue) }
        return words.joined(separator: ".")
    }

    /// The key.
    public var description: String { rawValue }

    /// A metric from its key; `nil` if there is none of it.
    public init?(rawValue: String) {
        let words = rawValue.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let quantity = words.first.flatMap(Quantity.init(rawValue:)) else { return nil }
        self.init(quantity)
        var rest = words.dropFirst()
        if [.bytes, .connections, .hosts].contains(quantity), let side = rest.first.flatMap(Side.init(rawValue:)) {
            self.side = side
            rest = rest.dropFirst()
        }
        if quantity == .bytes, let direction = rest.first.flatMap(Direction.init(rawValue:)) {
            self.direction = direction
            rest = rest.dropFirst()
        }
        if isIndicator, let value = rest.first.flatMap(Case.init(rawValue:)) {
            self.value = value
            rest = rest.dropFirst()
        }
        guard rest.isEmpty else { return nil }
    }
}

extension Metric: Codable {
    /// Reads a key.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let key = try container.decode(String.self)
        guard let metric = Metric(rawValue: key) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\"\(key)\" is no metric")
        }
        self = metric
    }

    /// Writes the key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension EcoscoreResult.Grade {
    /// The letter as a figure that grows with it: A is 7, G is 1.
    package var rank: Double {
        Double(Self.allCases.count - (Self.allCases.firstIndex(of: self) ?? 0))
    }

    /// The letter of a rank; `nil` if there is none.
    package init?(rank: Double) {
        guard let letter = Self.allCases.first(where: { $0.rank == rank }) else { return nil }
        self = letter
    }
}
