/// What a column of a table holds, by its unit.
public enum EnergyColumn: String, Sendable, CaseIterable {
    /// When.
    case time
    /// Power.
    case watts, milliwatts, microwatts
    /// Current.
    case amperes, milliamperes, microamperes
    /// Voltage.
    case volts, millivolts, microvolts
    /// Energy counted up, never that of a single reading.
    case joules, millijoules, microjoules, wattHours = "watt-hours", milliwattHours = "milliwatt-hours"
    /// Charge left in the battery.
    case ampereHours = "ampere-hours", milliampereHours = "milliampere-hours"
    case microampereHours = "microampere-hours"

    /// What a column is for, whatever its unit.
    enum Quantity: String {
        case time, power, current, voltage, energy, charge
    }

    /// What it is for.
    var quantity: Quantity {
        switch self {
        case .time: .time
        case .watts, .milliwatts, .microwatts: .power
        case .amperes, .milliamperes, .microamperes: .current
        case .volts, .millivolts, .microvolts: .voltage
        case .joules, .millijoules, .microjoules, .wattHours, .milliwattHours: .energy
        case .ampereHours, .milliampereHours, .microampereHours: .charge
        }
    }

    /// Units of the SI (watt, ampere, volt, joule, coulomb) in one of this column; an hour has 3600 seconds.
    var scale: Double {
        switch self {
        case .time, .watts, .amperes, .volts, .joules: 1
        case .milliwatts, .milliamperes, .millivolts, .millijoules: 1e-3
        case .microwatts, .microamperes, .microvolts, .microjoules: 1e-6
        case .wattHours, .ampereHours: 3600
        case .milliwattHours, .milliampereHours: 3.6
        case .microampereHours: 3.6e-3
        }
    }

    /// Symbols of units as headers end with, in small letters (`µ` as `u`), and what they mean.
    private static let symbols: [String: EnergyColumn] = [
        "w": .watts, "watt": .watts, "watts": .watts, "mw": .milliwatts, "milliwatts": .milliwatts,
        "uw": .microwatts, "microwatts": .microwatts, "a": .amperes, "amps": .amperes, "amperes": .amperes,
        "ma": .milliamperes, "ua": .microamperes, "v": .volts, "volt": .volts, "volts": .volts, "mv": .millivolts,
        "uv": .microvolts, "j": .joules, "joule": .joules, "joules": .joules, "mj": .millijoules,
        "uj": .microjoules, "uws": .microjoules, "wh": .wattHours, "mwh": .milliwattHours, "ah": .ampereHours,
        "mah": .milliampereHours, "uah": .microampereHours,
    ]

    /// Words that columns of time begin or end with.
    private static let clocks: Set<String> = [
        "time", "timestamp", "ts", "date", "datetime", "elapsed", "epoch", "temps", "heure", "horodatage",
    ]

    /// Units of time that a header may end with, in nanoseconds.
    private static let clockUnits: [String: Int64] = [
        "s": 1_000_000_000, "sec": 1_000_000_000, "seconds": 1_000_000_000, "ms": 1_000_000, "us": 1000, "ns": 1,
    ]

    /// The words of a header in small letters: `Main Avg Power (mW)` is main, avg, power, mw.
    private static func words(_ header: String) -> [String] {
        header.lowercased().replacing("µ", with: "u").replacing("μ", with: "u")
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// What a header says that its column holds; `nil` if it doesn't say so.
    init?(header: String) {
        let words = Self.words(header)
        guard let last = words.last else { return nil }
        if words.contains(where: Self.clocks.contains), Self.symbols[last] == nil {
            self = .time
        } else if let column = Self.symbols[last] {
            self = column
        } else {
            return nil
        }
    }

    /// Nanoseconds in the unit that a header of a column of time names; `nil` if it names none.
    static func timeUnit(_ header: String) -> Int64? {
        words(header).last.flatMap { clockUnits[$0] }
    }
}
