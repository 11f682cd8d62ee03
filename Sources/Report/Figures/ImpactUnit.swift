/// A unit that people read an impact in, a power of ten away from the document's unit.
struct ImpactUnit: Hashable, Sendable {
    /// How many places the decimal point moves from the document's figure to this unit.
    let power: Int
    /// Its symbol.
    let symbol: String

    /// The unit that suits a total, so that the same unit serves its parts and steps.
    ///
    /// A unit that this version doesn't know is kept with its figures as they are.
    init(of document: String, central: Double, words: any Words) {
        switch document {
        case "kgCO2e" where central >= 1: self.init(power: 0, symbol: "kg\(Figures.noBreakSpace)CO₂e")
        case "kgCO2e" where central >= 1e-5 || central == 0: self.init(power: 3, symbol: "g\(Figures.noBreakSpace)CO₂e")
        case "kgCO2e": self.init(power: 6, symbol: "mg\(Figures.noBreakSpace)CO₂e")
        case "L" where central >= 1: self.init(power: 0, symbol: "L")
        case "L": self.init(power: 3, symbol: "mL")
        case "m2.year" where central >= 0.1: self.init(power: 0, symbol: "m²·\(words.year)")
        case "m2.year": self.init(power: 4, symbol: "cm²·\(words.year)")  // 1 m² = 10⁴ cm²
        default: self.init(power: 0, symbol: document)
        }
    }

    /// A number of things.
    static let count = ImpactUnit(power: 0, symbol: "")
    /// Greenhouse gas that a document gives in grams.
    static let grams = ImpactUnit(power: 0, symbol: "g\(Figures.noBreakSpace)CO₂e")

    private init(power: Int, symbol: String) {
        self.power = power
        self.symbol = symbol
    }
}
