import ArgumentParser
import Documents
import JourneyRecorder
import Report
import TrafficMeter

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: say("Write a run's report as one HTML page.", "Écrit le rapport d'une mesure en une page HTML."),
        discussion: say(
            "Example:  ecoproxy report run --html report.html --lang fr",
            "Exemple :  ecoproxy report run --html rapport.html --lang fr"))

    @Argument(
        help: ArgumentHelp(
            say("A run bundle, or a Measurement document.", "Un dossier de mesure, ou un document de mesure."),
            valueName: "run"))
    var source: String

    @Option(
        help: ArgumentHelp(
            say(
                "A Score document; else the bundle's, else computed.",
                "Un document de score ; sinon celui du dossier, sinon calculé."),
            valueName: "score.json"))
    var score: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Where to write the page (default: report.html in the bundle), - for standard output.",
                "Où écrire la page (par défaut : report.html dans le dossier), - pour la sortie standard."),
            valueName: "file"))
    var html: String?

    @OptionGroup var lang: LanguageOption

    func run() throws {
        let bundle = RunBundle.isBundle(source) ? RunBundle(path: source) : nil
        let measurement = try Pipeline.measurement(source)
        let scorePath = score ?? (bundle?.has(.score) == true ? bundle?.path(of: .score) : nil)
        let found =
            if let scorePath {
                try Pipeline.document(JourneyScore.self, scorePath).value
            } else {
                try Pipeline.score([measurement])
            }
        guard found.measurements.contains(where: { $0.sha256 == ContentHasher.hash(of: measurement.bytes) }) else {
            throw InputError(
                "\(scorePath ?? source): this score is of another measurement than \(source); score it again with: ecoproxy score \(source)"
            )
        }
        let presentation = Presentation(measurement: measurement.value, score: found, language: language)
        guard let path = html ?? bundle?.path(of: .report) else {
            throw ValidationError(
                say("Say where to write the page: --html FILE", "Dites où écrire la page : --html FICHIER"))
        }
        if path == "-" {
            Console.print(HTMLReport(presentation).page, terminator: "")
        } else {
            try Pipeline.writeReport(presentation, to: path)
            Console.error(say("written: \(path)", "écrit : \(path)"))
        }
    }
}
