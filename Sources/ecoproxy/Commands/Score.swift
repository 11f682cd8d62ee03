import ArgumentParser
import Documents
import EcoScore
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
            """,
            """
            Exemple :  ecoproxy score run

            Un dossier de mesure reçoit son score.json. Plusieurs mesures d’un parcours valent des répétitions.
            ecoproxy score patient --other-side praticien note les deux côtés d’une téléconsultation.
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

    @OptionGroup var scoring: ScoringOptions
    @OptionGroup var lang: LanguageOption

    func run() throws {
        let inputs = try measurements.map(Pipeline.measurement)
        guard let first = inputs.first else { throw ValidationError(say("Give a measurement.", "Donnez une mesure.")) }
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
}
