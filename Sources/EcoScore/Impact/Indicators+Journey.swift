import Documents

extension Indicators {
    /// The mean of several walks of one step.
    static func mean(_ walks: [Indicators]) -> Indicators {
        merged(walks, scale: 1 / Double(walks.count))
    }

    /// The sum over the steps of a journey.
    static func sum(_ steps: [Indicators]) -> Indicators {
        merged(steps, scale: 1)
    }

    /// Indicators of so many times a journey.
    static func scaled(_ journey: Indicators, by times: Double) -> Indicators {
        merged([journey], scale: times)
    }

    private static func merged(_ all: [Indicators], scale: Double) -> Indicators {
        Indicators(
            ghg: .merged(all.map(\.ghg), unit: KilogramCO2e.symbol, scale: scale),
            water: .merged(all.map(\.water), unit: Litre.symbol, scale: scale),
            land: .merged(all.map(\.land), unit: SquareMetreYear.symbol, scale: scale))
    }
}

extension Indicator {
    fileprivate static func merged(_ all: [Indicator], unit: String, scale: Double) -> Indicator {
        var parts = Parts()
        for indicator in all { parts += indicator.parts }
        let scaled = Parts(
            terminalUse: scale * parts.terminalUse, terminalManufacture: scale * parts.terminalManufacture,
            network: scale * parts.network, dataCentre: scale * parts.dataCentre)
        return Indicator(unit: unit, parts: scaled, factors: identifiers(all))
    }

    /// Identifiers of all factors behind indicators, sorted: nearly always the same ones behind each.
    private static func identifiers(_ all: [Indicator]) -> [String] {
        guard let first = all.first?.factors else { return [] }
        return all.allSatisfy { $0.factors == first } ? first : Set(all.flatMap(\.factors)).sorted()
    }
}
