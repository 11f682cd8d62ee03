import ArgumentParser
import Documents
import JourneyRecorder
import Report
import TrafficMeter

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: say(
            "Show a run's whole report, or write it as one HTML page.",
            "Montre le rapport complet d’une mesure, ou l’écrit en une page HTML."),
        discussion: say(
            "Example:  ecoproxy report run --html report.html --lang fr",
            "Exemple :  ecoproxy report run --html rapport.html --lang fr"))

    @OptionGroup var scoredRun: ScoredRun

    @Option(
        help: ArgumentHelp(
            say(
                "Write the page here, - for standard output; nothing in it is fetched from elsewhere.",
                "Écrit la page ici, - pour la sortie standard ; rien n’y est chargé d’ailleurs."),
            valueName: "file"))
    var html: String?

    @OptionGroup var lang: LanguageOption

    func run() throws {
        let (measurement, score) = try scoredRun.documents()
        guard let html else {
            return Pipeline.printReport(measurement.value, score?.value, extent: .full)
        }
        let presentation = Presentation(measurement: measurement.value, score: score?.value, language: language)
        if html == "-" {
            Console.print(HTMLReport(presentation).page, terminator: "")
        } else {
            try Pipeline.writeReport(presentation, to: html)
            Console.error(say("written: \(html)", "écrit : \(html)"))
        }
    }
}
