import Documents

/// The impact model written down, so that a person can follow it: what `ImpactModel` computes, as products with names.
///
/// A test puts both side by side: they give the same figures.
struct ImpactFormula {
    /// What a journey is measured in.
    enum Amount: String, CaseIterable {
        /// Measured energy of the terminal, in kWh.
        case energy = "E"
        /// Time in which the terminal's energy wasn't measured, in hours.
        case unmeasuredTime = "t′"
        /// Time that the terminal was in use, in hours.
        case time = "t"
        /// Data exchanged, in GB.
        case data = "B"

        var unit: String {
            switch self {
            case .energy: "kWh"
            case .unmeasuredTime, .time: "h"
            case .data: "GB"
            }
        }
    }

    /// What is multiplied, or divided by.
    enum Operand {
        case amount(Amount)
        case factor(FactorPlace)
        case dividedBy(FactorPlace)
        /// From watts to kilowatts.
        case wattsPerKilowatt
    }

    /// Which of the three.
    enum Impact: String, CaseIterable {
        case ghg, water, land

        var unit: String {
            switch self {
            case .ghg: KilogramCO2e.symbol
            case .water: Litre.symbol
            case .land: SquareMetreYear.symbol
            }
        }
    }

    let factors: FactorSet
    let device: DeviceClass
    let network: NetworkKind

    /// The products whose sum a part is.
    func products(_ impact: Impact, _ part: Indicator.Part) -> [[Operand]] {
        let electricity = Operand.factor(electricity(of: impact))
        let data = Operand.amount(.data)
        switch (part, impact) {
        case (.terminalUse, _):
            return [
                [.amount(.energy), electricity],
                [.factor(FactorUse.power(device).place), .wattsPerKilowatt, .amount(.unmeasuredTime), electricity],
            ]
        case (.terminalManufacture, _):
            return [
                [
                    .amount(.time), .dividedBy(FactorUse.activeHours(device).place),
                    .factor(manufacture(of: impact)),
                ]
            ]
        case (.network, .ghg): return [[data, .factor(FactorUse.networkGHG(network).place)]]
        case (.network, _): return [[data, .factor(FactorUse.networkEnergy(network).place), electricity]]
        case (.dataCentre, .ghg): return [[data, .factor(FactorUse.dataCentreGHG.place)]]
        case (.dataCentre, _):
            let energy = [data, .factor(FactorUse.dataCentreEnergy.place)]
            return impact == .water
                ? [energy + [electricity], energy + [.factor(FactorUse.dataCentreWater.place)]]
                : [energy + [electricity]]
        }
    }

    /// A product as it is written: `t ÷ dev.smartphone.active_hours × dev.smartphone.make.ghg`.
    func text(_ product: [Operand]) -> String {
        product.reduce(into: "") { text, operand in
            let (symbol, divides) = (symbol(of: operand), operand.divides)
            text += text.isEmpty ? symbol : (divides ? " ÷ " : " × ") + symbol
        }
    }

    /// A product with its numbers.
    func terms(_ product: [Operand], _ amounts: JourneyAmounts) -> [Explanation.Term] {
        product.map { operand in
            switch operand {
            case .amount(let amount):
                Explanation.Term(
                    symbol: amount.rawValue, unit: amount.unit, value: Estimate(exactly: amounts[amount]))
            case .factor(let place), .dividedBy(let place):
                Explanation.Term(
                    symbol: symbol(of: operand), unit: place.unit,
                    value: factors[symbol(of: operand)]?.value ?? .zero, divides: operand.divides)
            case .wattsPerKilowatt:
                Explanation.Term(
                    symbol: symbol(of: operand), unit: "W/kW", value: Estimate(exactly: 1000), divides: true)
            }
        }
    }

    /// What a product amounts to, each end with its like.
    static func value(_ terms: [Explanation.Term]) -> Estimate {
        terms.reduce(Estimate(exactly: 1)) { product, term in
            let value = Estimate(low: term.low, central: term.central, high: term.high) ?? .zero
            return term.divides ? product / value : product * value
        }
    }

    /// The factors that a product takes.
    func factorIDs(_ product: [Operand]) -> [String] {
        product.compactMap { operand in
            switch operand {
            case .factor, .dividedBy: symbol(of: operand)
            case .amount, .wattsPerKilowatt: nil
            }
        }
    }

    private func symbol(of operand: Operand) -> String {
        switch operand {
        case .amount(let amount): amount.rawValue
        case .factor(let place), .dividedBy(let place): place.id(electricity: factors.electricity)
        case .wattsPerKilowatt: "1000"
        }
    }

    private func electricity(of impact: Impact) -> FactorPlace {
        switch impact {
        case .ghg: FactorUse.electricityGHG.place
        case .water: FactorUse.electricityWater.place
        case .land: FactorUse.electricityLand.place
        }
    }

    private func manufacture(of impact: Impact) -> FactorPlace {
        switch impact {
        case .ghg: FactorUse.makeGHG(device).place
        case .water: FactorUse.makeWater(device).place
        case .land: FactorUse.makeLand(device).place
        }
    }
}

extension ImpactFormula.Operand {
    fileprivate var divides: Bool {
        switch self {
        case .dividedBy, .wattsPerKilowatt: true
        case .amount, .factor: false
        }
    }
}
