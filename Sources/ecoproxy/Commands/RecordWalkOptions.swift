import ArgumentParser
import Documents
import Foundation
import JourneyRecorder

/// How a recording is walked, shown and marked.
struct RecordWalkOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("The journey to walk.", "Le parcours à suivre."), valueName: "journey.yaml"))
    var journey: String?

    @Option(
        help: ArgumentHelp(
            say("Walk the journey so often.", "Nombre de fois que le parcours est suivi."), valueName: "number"))
    var iterations = 1

    @Flag(
        help: ArgumentHelp(
            say("The app's caches are empty at the start.", "Les caches de l’application sont vides au départ.")))
    var cold = false

    @Flag(
        help: ArgumentHelp(
            say("The app's caches hold what an earlier walk left.", "Les caches gardent ce qu’un parcours a laissé.")))
    var warm = false

    @Option(
        name: .customLong("listen-markers"), defaultAsFlag: 0,
        help: ArgumentHelp(
            say(
                "Take markers by HTTP and UDP on this port of 127.0.0.1 (default: a free one).",
                "Reçoit des repères par HTTP et UDP sur ce port de 127.0.0.1 (par défaut : un port libre)."),
            valueName: "port"))
    var port: UInt16?

    @Option(
        help: ArgumentHelp(
            say(
                "Lines instead of a screen: text, or json (one object a second and a marker).",
                "Des lignes au lieu d’un écran : text, ou json (un objet par seconde et par repère)."),
            valueName: "text|json"))
    var progress: RecordLines.Format?

    @Option(
        name: .customLong("write-journey"),
        help: ArgumentHelp(
            say(
                "Write the journey just walked, with budgets 10 % above.",
                "Écrit le parcours suivi, avec des budgets 10 % au-dessus."), valueName: "journey.yaml"))
    var writtenJourney: String?

    func validate() throws {
        guard (1...1_000_000).contains(iterations) else {
            throw ValidationError(
                say("--iterations is from 1 to 1000000.", "--iterations va de 1 à 1000000."))
        }
        guard iterations == 1 || journey != nil else {
            throw ValidationError(
                say(
                    "--iterations needs the steps to walk again: give --journey.",
                    "--iterations demande les étapes à refaire : donnez --journey."))
        }
        guard journey == nil || writtenJourney == nil else {
            throw ValidationError(
                say(
                    "--write-journey is for a walk without --journey.",
                    "--write-journey est pour un parcours sans --journey."))
        }
        guard !cold || !warm else {
            throw ValidationError(say("Give --cold or --warm, not both.", "Donnez --cold ou --warm, pas les deux."))
        }
    }

    /// What was said of the app's caches.
    var cache: CacheState? { cold ? .cold : warm ? .warm : nil }
}

extension RecordLines.Format: ExpressibleByArgument {
    init?(argument: String) {
        switch argument {
        case "text": self = .text
        case "json": self = .json
        default: return nil
        }
    }
}
