import ArgumentParser
import Documents
import Foundation
import JourneyRecorder
import Report

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: say(
            "Show the whole report of runs, or write it as a page, PDF, CSV or Markdown.",
            "Montre le rapport complet de mesures, ou l’écrit en page, PDF, CSV ou Markdown."),
        discussion: say(
            """
            Example:  ecoproxy report run --html report.html --lang fr

            Several runs of one journey make one report: medians, spread, cold beside warm, and their trend.
            """,
            """
            Exemple :  ecoproxy report run --html rapport.html --lang fr

            Plusieurs mesures d’un parcours font un rapport : médianes, dispersion, froid et chaud, évolution.
            """))

    @Argument(
        help: ArgumentHelp(
            say(
                "Run bundles or Measurement documents of one journey, or one Score document; - for standard input.",
                "Dossiers ou documents de mesure d’un parcours, ou un document de score ; - pour l’entrée standard."),
            valueName: "run"))
    var sources: [String]

    @Option(
        help: ArgumentHelp(
            say(
                "The Score document of a single run; else the bundle's, else computed.",
                "Le document de score d’une seule mesure ; sinon celui du dossier, sinon calculé."),
            valueName: "score.json"))
    var score: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Write the page here, - for standard output; nothing in it is fetched from elsewhere.",
                "Écrit la page ici, - pour la sortie standard ; rien n’y est chargé d’ailleurs."),
            valueName: "file"))
    var html: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Write every figure here, one a line (docs/report.md); - for standard output.",
                "Écrit chaque chiffre ici, un par ligne (docs/rapport.md) ; - pour la sortie standard."),
            valueName: "file"))
    var csv: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Write what fits a merge request here; - for standard output.",
                "Écrit ici ce qui tient dans une demande de fusion ; - pour la sortie standard."),
            valueName: "file"))
    var markdown: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Print the page to A4 here, by Chromium, if it is installed.",
                "Imprime ici la page en A4, par Chromium, s’il est installé."), valueName: "file"))
    var pdf: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Show how the runs keep within these limits (repeatable; default: those of the bundle's journey), as check does.",
                "Montre si les mesures tiennent ces limites (répétable ; par défaut : celles du parcours du dossier), comme check."
            ),
            valueName: "file"))
    var budget: [String] = []

    @Option(
        help: ArgumentHelp(
            say(
                "Show what changed since these runs (repeatable).",
                "Montre ce qui a changé depuis ces mesures (répétable)."),
            valueName: "run"))
    var baseline: [String] = []

    @OptionGroup var store: CatalogueOption

    func validate() throws {
        if sources.isEmpty { throw ValidationError(say("Give a run.", "Donnez une mesure.")) }
        let rereads = !(budget.isEmpty && baseline.isEmpty) && sources.contains("-")
        if (sources + budget + baseline).count(where: { $0 == "-" }) + (score == "-" ? 1 : 0) > 1 || rereads {
            throw ValidationError(
                say("Standard input (-) can be read once.", "L’entrée standard (-) ne se lit qu’une fois."))
        }
        if [html, csv, markdown, pdf].count(where: { $0 == "-" }) > 1 {
            throw ValidationError(
                say("One thing can go to standard output (-).", "Une seule chose peut aller à la sortie standard (-)."))
        }
    }

    func run() throws {
        // Looked for first: what is missing is said before anything is written.
        let browser = try pdf.map { _ in try Chromium.find() }
        var subject = try ReportInputs.subject(sources, score: score)
        subject.check = try check(subject)
        guard [html, csv, markdown, pdf].contains(where: { $0 != nil }) else {
            return Pipeline.print(Presentation(subject, language: language))
        }
        let presentation = Presentation(subject, language: language)
        try write(html) { Data(HTMLReport(presentation).page.utf8) }
        try write(csv) { Data(ReportCSV.text(subject).utf8) }
        try write(markdown) {
            Data(MarkdownReport(Presentation(subject, language: language, extent: .digest)).text.utf8)
        }
        if let browser { try write(pdf) { try browser.print(HTMLReport(presentation).page) } }
    }

    /// What limits and a baseline say of the runs that count together.
    private func check(_ subject: ReportSubject) throws -> CheckResult? {
        guard !sources.contains("-") else { return nil }
        let counted = ReportSubject.counted(subject.runs.map(\.measurement)).map { sources[$0] }
        return try RunCheck.result(
            counted.isEmpty ? sources : counted, budgets: budget, baseline: baseline,
            scoring: RunInput.Scoring(factors: nil, profile: nil), catalogue: store)
    }

    /// Writes a result; nothing where none was asked for.
    private func write(_ path: String?, _ content: () throws -> Data) throws {
        if let path { try ResultFile.write(try content(), to: path) }
    }
}
