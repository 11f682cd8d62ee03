/// A unit as a type, so that quantities of different units can't be mixed up.
protocol UnitOfMeasure {
    /// How factor files and documents write it.
    static var symbol: String { get }
}

/// Energy: 1 kWh is 3.6e6 J.
enum KilowattHour: UnitOfMeasure { static let symbol = "kWh" }

/// Greenhouse gas, as the mass of carbon dioxide that warms as much in 100 years.
enum KilogramCO2e: UnitOfMeasure { static let symbol = "kgCO2e" }

/// Fresh water consumed.
enum Litre: UnitOfMeasure { static let symbol = "L" }

/// Land occupied: an area times how long.
enum SquareMetreYear: UnitOfMeasure { static let symbol = "m2.year" }

/// Data exchanged: 10^9 bytes.
enum Gigabyte: UnitOfMeasure { static let symbol = "GB" }

/// Time.
enum Hour: UnitOfMeasure { static let symbol = "h" }

/// Power.
enum Watt: UnitOfMeasure { static let symbol = "W" }

/// A number without dimension: how many of a thing. A share of a terminal's life is a number of terminals.
enum One: UnitOfMeasure { static let symbol = "unit" }

/// So much of one unit for each of another.
enum Per<Numerator: UnitOfMeasure, Denominator: UnitOfMeasure>: UnitOfMeasure {
    static var symbol: String { "\(Numerator.symbol)/\(Denominator.symbol)" }
}
