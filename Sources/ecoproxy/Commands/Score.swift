import ArgumentParser
import Documents
import EcoScore
import Foundation
import JourneyRecorder
import Report

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: say("Turn measurements into the écoscore.", "Calcule l’écoscore à partir de mesures."),
        discussion: say(
            """
            Example:  ecoproxy score run

            A run bundle gets its score.json. Several measurements of one journey count as repeated walks.
            ecoproxy score patient --other-side professional scores both sides of a teleconsultation.

            --what-if says what the score would be; it measures nothing and writes nothing into the bundle:
              ecoproxy score run --what-if "third-party=0,step:home/all=-40%"
            Items are [step:ID/]WHAT=CHANGE. WHAT: all, first-party, third-party, what hosts serve (fonts, advertising,
            audienceMeasurement…), host:NAME, time, display-time. CHANGE: 0, -40%, +10%, or what it becomes: 500kB, 2.5s.
            """,
            """
            Exemple :  ecoproxy score run

            Un dossier de mesure reçoit son score.json. Plusieurs mesures d’un parcours valent des répétitions.
            ecoproxy score patient --other-side praticien note les deux côtés d’une téléconsultation.

            --what-if dit ce que serait le score ; il ne mesure rien et n’écrit rien dans le dossier :
              ecoproxy score run --what-if "third-party=0,step:home/all=-40%"
            Chaque élément est [step:ID/]QUOI=CHANGEMENT. QUOI : all, first-party, third-party, ce que servent les hôtes
            (fonts, advertising, audienceMeasurement…), host:NOM, time, display-time. CHANGEMENT : 0, -40%, +10%, ou ce
            que cela devient : 500kB, 2.5s.
            """))

    @Argument(
        help: ArgumentHelp(
            say(
                "Run bundles or Measurement documents, - for standard input.",
                "Dossiers ou documents de mesure, - pour l’entrée standard."),
            valueName: "measurement"))
    var measurements: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(say("Write the Score document.", "Écrit le document de score."), valueName: "score.json"))
    var output: String?

    @Flag(help: ArgumentHelp(say("Print the Score document.", "Affiche le document de score.")))
    var json = false

    @Option(
        help: ArgumentHelp(
            say(
                "The other side of the same use (the professional's of a teleconsultation): scores are averaged, footprints added.",
                "L’autre côté du même usage (le professionnel d’une téléconsultation) : moyenne des notes, somme des empreintes."
            ),
            valueName: "measurement"))
    var otherSide: [String] = []

    @Option(
        help: ArgumentHelp(
            say(
                "Say what the score would be with these changes.",
                "Dit ce que serait le score avec ces changements."), valueName: "scenario"),
        transform: { try Scenario($0) })
    var whatIf: Scenario?

    @OptionGroup var scoring: ScoringOptions
    @OptionGroup var lang: LanguageOption

    func run() throws {
        let inputs = try measurements.map(Pipeline.measurement)
        guard let first = inputs.first else { throw ValidationError(say("Give a measurement.", "Donnez une mesure.")) }
        if let whatIf { return try compare(inputs, whatIf) }
        let score = try Pipeline.score(inputs, options: scoring)
        if !otherSide.isEmpty { return try scoreSides(first.value, score) }
        let document = try CanonicalJSON.encode(score)
        // Printed before it is written: a full disk costs no result.
        if json { Console.print(document) } else { Pipeline.printReport(first.value, score) }
        if let output { try RunBundle.write(document, to: output) }
        if measurements.count == 1, RunBundle.isBundle(measurements[0]) {
            let bundle = RunBundle(path: measurements[0])
            if !bundle.has(.measurement) { try bundle.write(first.bytes, to: .measurement) }
            try bundle.write(document, to: .score)
        }
        let verdict = inputs.map { Pipeline.verdict($0.value, isReported: !json) }.first { $0 != .done }
        verdict?.exit()
    }

    /// Scores the other side as well, and both together; bundles keep the score of their own side.
    private func scoreSides(_ measurement: JourneyMeasurement, _ score: JourneyScore) throws {
        let others = try otherSide.map(Pipeline.measurement)
        let other = try Pipeline.score(others, options: scoring)
        let together = try JourneyScore(
            sides: [score, other], profile: ScoreProfiles.profile(scoring.profile), terms: scoring.terms())
        let document = try CanonicalJSON.encode(together)
        if json {
            Console.print(document)
        } else {
            Pipeline.print(Presentation(sidesOf: together, measurement: measurement, language: language))
            Pipeline.printReport(measurement, score)
            if let other = others.first { Pipeline.printReport(other.value, together.sides?.last) }
        }
        if let output { try RunBundle.write(document, to: output) }
        let all = [measurement] + others.map(\.value)
        all.map { Pipeline.verdict($0, isReported: !json) }.first { $0 != .done }?.exit()
    }

    /// A scenario's outcome beside the score; nothing of it goes into a bundle, where it could be taken for a result.
    private func compare(_ inputs: [(value: JourneyMeasurement, bytes: Data)], _ scenario: Scenario) throws {
        guard otherSide.isEmpty else {
            throw ValidationError(
                say(
                    "--what-if goes with one side; leave --other-side out.",
                    "--what-if vaut pour un seul côté ; omettez --other-side."))
        }
        let whatIf: WhatIf
        do {
            whatIf = try Pipeline.whatIf(inputs, scenario, options: scoring)
        } catch let error as ScenarioError {
            throw ValidationError(error.description)
        }
        let document = try CanonicalJSON.encode(whatIf)
        if json { Console.print(document) } else { Pipeline.print(Presentation(whatIf, language: language)) }
        if let output { try RunBundle.write(document, to: output) }
        inputs.map { Pipeline.verdict($0.value, isReported: false) }.first { $0 != .done }?.exit()
    }
}
