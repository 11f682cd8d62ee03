import ArgumentParser
import Documents
import JourneyRecorder

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: say("Turn measurements into the écoscore.", "Calcule l’écoscore à partir de mesures."),
        discussion: say(
            """
            Example:  ecoproxy score run

            A run bundle gets its score.json. Several measurements of one journey count as repeated walks.
            """,
            """
            Exemple :  ecoproxy score run

            Un dossier de mesure reçoit son score.json. Plusieurs mesures d’un parcours valent des répétitions.
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

    @OptionGroup var scoring: ScoringOptions
    @OptionGroup var lang: LanguageOption

    func run() throws {
        let factors = try scoring.set()
        let inputs = try measurements.map(Pipeline.measurement)
        guard let first = inputs.first else { throw ValidationError(say("Give a measurement.", "Donnez une mesure.")) }
        let score = try Pipeline.score(inputs, factors: factors)
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
}
