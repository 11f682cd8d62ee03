import Documents
import Foundation

/// The documents of a run after every check that needs no catalogue.
struct CheckedRun {
    let documents: RunDocuments
    let measurement: JourneyMeasurement
    let measurementHash: ContentHash
    let score: CheckedScore
    /// IP bytes both ways of all steps, background hosts left out.
    let exchangedBytes: Int

    init(_ documents: RunDocuments, hash: CatalogueStore.Hash) throws(Refusal) {
        self.documents = documents
        do {
            measurement = try JourneyMeasurement(json: documents.measurement)
        } catch {
            throw Refusal(problem: .unreadable(.measurement, error))
        }
        measurementHash = hash(documents.measurement)
        // Wrapping, because a document can come from anyone; what can't be is refused below.
        exchangedBytes = measurement.steps.reduce(0) { $0 &+ $1.exchangedBytes }
        score = try CheckedScore(documents.score, of: measurementHash, hash: hash)
        if exchangedBytes < 0 {
            throw Refusal(.measurement, at: "steps", "their bytes sum to \(exchangedBytes)")
        }
        if let id = measurement.journey?.id, !id.isOneLine {
            throw Refusal(.measurement, at: "journey.id", "expected \(String.oneLineRule)")
        }
    }

    /// Why a run can't be attached, before it is known to which catalogue.
    struct Refusal: Error {
        let problem: CatalogueError.Problem

        init(problem: CatalogueError.Problem) {
            self.problem = problem
        }

        init(_ document: CatalogueError.Document, at path: String, _ reason: String) {
            problem = .unreadable(document, DocumentError(path: path, reason: reason))
        }
    }
}
