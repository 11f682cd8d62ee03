import Documents
import Foundation
import JourneyRecorder
import TrafficMeter

/// What a recording was told, by options or by answers.
struct RecordPlan {
    /// Where the packets come from.
    let kind: RecordSourceOptions.Kind
    /// The folder of a new bundle; `nil` where one is gone on with.
    let output: String?
    let devices: [IPAddress]
    let journey: (value: Journey, bytes: Data)?
    /// Whether the journey just walked becomes the bundle's own, with budgets.
    let keepsJourney: Bool

    /// A journey of steps that were only named; `nil` for none.
    static func drafted(_ steps: [String]) throws -> (value: Journey, bytes: Data)? {
        let draft = JourneyDraft(steps: steps)
        guard !draft.isEmpty else { return nil }
        let bytes = Data(draft.yaml(JourneyText.remarkOfWalk).utf8)
        return (try JourneyFile.parse(bytes, name: "journey.yaml"), bytes)
    }

    /// What a replay of the bundle must be told.
    ///
    /// - Parameters:
    ///   - source: what the source's options say.
    ///   - walk: what was said of the walk.
    /// - Returns: both, with the device's addresses.
    func conditions(_ source: RunConditions, _ walk: RecordWalkOptions) -> RunConditions {
        var conditions = source
        for address in devices.map(\.description) where !conditions.deviceAddresses.contains(address) {
            conditions.deviceAddresses.append(address)
        }
        conditions.cache = walk.cache
        conditions.iterations = walk.iterations > 1 ? walk.iterations : nil
        return conditions
    }

    /// Writes the journey just walked, before the result is made: so the result, and any replay of the bundle, follows it.
    ///
    /// - Parameters:
    ///   - bundle: the bundle, whose own journey it becomes if none was given.
    ///   - path: another file for it.
    /// - Throws: `BundleError` if it can't be written.
    func keepJourney(in bundle: RunBundle, and path: String?) throws {
        guard keepsJourney || path != nil else { return }
        // A capture with nothing in it is said by what makes the result.
        guard let measurement = try? Pipeline.replay(bundle).measurement else { return }
        let draft = JourneyDraft(measurement, planned: journey?.value.steps.map(\.id) ?? [])
        guard !draft.isEmpty else {
            return Console.error(
                say(
                    "no step was walked, so that there is no journey to write",
                    "aucune étape n’a été suivie : il n’y a pas de parcours à écrire"))
        }
        let bytes = Data(draft.yaml(JourneyText.remarkOfWalk).utf8)
        if keepsJourney { try bundle.write(bytes, to: .journey) }
        if let path { try RunBundle.write(bytes, to: path) }
        Console.error(
            say("the journey just walked is in ", "le parcours suivi est dans ")
                + (path ?? bundle.path(of: .journey)))
    }
}
