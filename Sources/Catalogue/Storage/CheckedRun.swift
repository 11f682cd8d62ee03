import Documents
import Foundation

/// The documents of a run after every check that needs no catalogue.
struct CheckedRun {
    let documents: RunDocuments
    let measurement: JourneyMeasurement
    let measurementHash: ContentHash
    let score: JourneyScore
    let scoreHash: ContentHash
    /// IP bytes both ways of all steps, background hosts left out.
    let exchangedBytes: Int

    init(_ documents: RunDocuments, hash: CatalogueStore.Hash) throws(Refusal) {
        self.documents = documents
        do {
            measurement = try JourneyMeasurement(json: documents.measurement)
        } catch {
            throw Refusal(problem: .unreadable(.measurement, error))
        }
        do {
            score = try JourneyScore(json: documents.score)
        } catch {
            throw Refusal(problem: .unreadable(.score, error))
        }
        measurementHash = hash(documents.measurement)
        scoreHash = hash(documents.score)
        // Wrapping, because a document can come from anyone; what can't be is refused below.
        exchangedBytes = measurement.steps.reduce(0) { $0 &+ $1.exchangedBytes }
        let scored = score.measurements.map(\.sha256)
        guard scored.contains(measurementHash) else {
            throw Refusal(problem: .scoreOfOther(measurement: measurementHash, scored: scored))
        }
        if let error = implausible { throw Refusal(problem: error) }
    }

    /// A figure that the catalogue's tables would refuse.
    private var implausible: CatalogueError.Problem? {
        if exchangedBytes < 0 {
            return .unreadable(
                .measurement, DocumentError(path: "steps", reason: "their bytes sum to \(exchangedBytes)"))
        }
        let ghg = score.indicators.ghg
        if Estimate(low: ghg.low, central: ghg.central, high: ghg.high) == nil {
            return .unreadable(
                .score,
                DocumentError(
                    path: "indicators.ghg",
                    reason: "low \(ghg.low), central \(ghg.central), high \(ghg.high) are not in order"))
        }
        if let value = score.ecoscore.value, !(0...100).contains(value) {
            return .unreadable(.score, DocumentError(path: "ecoscore.value", reason: "\(value) is not from 0 to 100"))
        }
        if let interval = score.ecoscore.interval, !(interval.low <= interval.high) {
            return .unreadable(
                .score,
                DocumentError(path: "ecoscore.interval", reason: "low \(interval.low) is above high \(interval.high)"))
        }
        return nil
    }

    /// Why a run can't be attached, before it is known to which catalogue.
    struct Refusal: Error {
        let problem: CatalogueError.Problem
    }
}
