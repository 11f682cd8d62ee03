import Documents
import Foundation

/// A score document of a measurement, after every check that needs no catalogue.
struct CheckedScore {
    let json: Data
    let hash: ContentHash
    let value: JourneyScore
    let ghg: Estimate
    let water: Estimate
    let land: Estimate

    init(
        _ json: Data, of measurement: ContentHash, hash: CatalogueStore.Hash
    ) throws(CheckedRun.Refusal) {
        self.json = json
        do {
            value = try JourneyScore(json: json)
        } catch {
            throw CheckedRun.Refusal(problem: .unreadable(.score, error))
        }
        self.hash = hash(json)
        let scored = value.measurements.map(\.sha256)
        guard scored.contains(measurement) else {
            throw CheckedRun.Refusal(problem: .scoreOfOther(measurement: measurement, scored: scored))
        }
        ghg = try Self.range(value.indicators.ghg, "ghg")
        water = try Self.range(value.indicators.water, "water")
        land = try Self.range(value.indicators.land, "land")
        try checkFigures()
    }

    private static func range(_ indicator: Indicator, _ name: String) throws(CheckedRun.Refusal) -> Estimate {
        guard let range = Estimate(indicator) else {
            throw CheckedRun.Refusal(
                .score, at: "indicators.\(name)",
                "low \(indicator.low), central \(indicator.central), high \(indicator.high) are not in order")
        }
        return range
    }

    /// Refuses what the catalogue's tables would.
    private func checkFigures() throws(CheckedRun.Refusal) {
        if let value = value.ecoscore.value, !(0...100).contains(value) {
            throw CheckedRun.Refusal(.score, at: "ecoscore.value", "\(value) is not from 0 to 100")
        }
        if let interval = value.ecoscore.interval, !(interval.low <= interval.high) {
            throw CheckedRun.Refusal(
                .score, at: "ecoscore.interval", "low \(interval.low) is above high \(interval.high)")
        }
        for (path, text) in [
            ("factorSet.id", value.factorSet.id), ("factorSet.version", value.factorSet.version),
            ("profile.id", value.profile.id), ("profile.version", value.profile.version),
        ] where !text.isOneLine {
            throw CheckedRun.Refusal(.score, at: path, "expected \(String.oneLineRule)")
        }
    }
}
