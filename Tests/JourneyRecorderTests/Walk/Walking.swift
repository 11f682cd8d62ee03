import Documents
import Foundation
import TestSupport

@testable import JourneyRecorder

/// A journey of three steps, and a bundle whose markers come a second apart.
final class Walking {
    static let journey = """
        schema: ecoproxy.journey/1
        id: essai
        title: Essai
        application: test.lab
        device: laptop
        network: wifi
        steps:
          - { id: a, title: { fr: Ouvrir, en: Open }, type: loading }
          - { id: b, title: Chercher, type: action }
          - { id: c, title: Sortir, type: action }
        """

    let folder: TemporaryFolder
    let desk: MarkerDesk
    private(set) var now = Timestamp(nanoseconds: 1_772_442_000_000_000_000)

    init(rounds: Int = 1, hasJourney: Bool = true) throws {
        folder = try TemporaryFolder()
        let journey = hasJourney ? try JourneyFile.parse(Self.journey, name: "journey.yaml") : nil
        desk = try MarkerDesk(RunBundle(path: folder.url.path), plan: WalkPlan(journey: journey, rounds: rounds))
    }

    var path: String { folder["markers.jsonl"] }

    @discardableResult
    func mark(_ request: MarkerRequest, at moment: Timestamp? = nil) throws -> [Marker] {
        now = Timestamp(nanoseconds: now.nanoseconds + 1_000_000_000)
        return try desk.mark(request, source: "test", at: moment) { now }
    }

    /// What a reader of the file makes of it: each step with its iteration.
    func walked() throws -> [String] {
        let log = try MarkerLog.parse(folder.data("markers.jsonl"), name: "markers.jsonl")
        return try Timeline(log, journey: desk.plan.journey).steps.map { "\($0.step.id)\($0.iteration)" }
    }
}
