import Documents
import Foundation
import JourneyRecorder
import TrafficMeter

/// What a recording was told, by options or by answers.
struct RecordPlan {
    let interface: String
    let output: String
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

    /// Writes what a replay of the bundle must know.
    func write(to bundle: RunBundle, cache: CacheState?) throws {
        if let journey { try bundle.write(journey.bytes, to: .journey) }
        try bundle.write(Data(), to: .markers)
        let conditions = RunConditions(deviceAddresses: devices.map(\.description), cache: cache)
        if conditions != RunConditions() { try bundle.write(try CanonicalJSON.encode(conditions), to: .conditions) }
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
