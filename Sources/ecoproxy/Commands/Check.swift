public import ArgumentParser
import Documents
import Foundation
import JourneyRecorder
import Report
import TrafficMeter
public import Verdict

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say(
            "Hold runs against budgets and a baseline; the exit code is the verdict.",
            "Confronte des mesures à des budgets et à une référence ; le code de sortie est le verdict."),
        discussion: say(
            """
            Example:  ecoproxy check run --budget budget.yaml --baseline catalogue:fr.exemple.sante@1.4.2 --junit junit.xml

            Exit codes: 0 all limits kept; 1 a limit is broken; 2 worse than the baseline beyond the noise; 3 it can't be trusted: a
            measurement is untrusted, or a limit can't be checked. 3 comes before 1, and 1 before 2. Limits of level warn never decide.
            Without --budget the budgets of the bundle's journey count. Formats, mappings and examples: docs/ci.md.
            """,
            """
            Exemple :  ecoproxy check mesure --budget budget.yaml --baseline catalogue:fr.exemple.sante@1.4.2 --junit junit.xml

            Codes de sortie : 0 limites tenues ; 1 une limite est dépassée ; 2 moins bon que la référence au-delà du bruit ; 3 pas digne de
            confiance : une mesure ne l’est pas, ou une limite ne peut être vérifiée. 3 prime sur 1, et 1 sur 2. Les limites de niveau warn ne
            décident jamais. Sans --budget, ceux du parcours du dossier comptent. Formats, correspondances et exemples : docs/ci.fr.md.
            """))

    enum Platform: String, ExpressibleByArgument, CaseIterable {
        case github, gitlab
    }

    @Argument(
        help: ArgumentHelp(
            say(
                "Run bundles, Measurements, Scores, or catalogue:APP@VERSION; several are runs of one journey.",
                "Dossiers, documents de mesure ou de score, ou catalogue:APP@VERSION ; plusieurs sont des passages d’un parcours."
            ), valueName: "run"))
    var runs: [String]

    @Option(
        help: ArgumentHelp(
            say(
                "Limits (repeatable): ecoproxy.budget/1, a journey, or a budget of Lighthouse, Lighthouse CI, sitespeed.io or GreenFrame.",
                "Limites (répétable) : ecoproxy.budget/1, un parcours, ou un budget de Lighthouse, Lighthouse CI, sitespeed.io ou GreenFrame."
            ), valueName: "file"))
    var budget: [String] = []

    @Option(
        help: ArgumentHelp(
            say(
                "Read budgets as: \(BudgetFormat.allCases.map(\.rawValue).joined(separator: ", ")) (default: as their content shows).",
                "Lit les budgets comme : \(BudgetFormat.allCases.map(\.rawValue).joined(separator: ", ")) (par défaut : selon leur contenu)."
            ), valueName: "format"))
    var budgetFormat: BudgetFormat?

    @Option(
        help: ArgumentHelp(
            say("What the runs are compared with (repeatable).", "À quoi les mesures sont comparées (répétable)."),
            valueName: "run"))
    var baseline: [String] = []

    @Option(help: ArgumentHelp(say("Write JUnit XML.", "Écrit du XML JUnit."), valueName: "file"))
    var junit: String?

    @Option(
        help: ArgumentHelp(
            say("Write it as Markdown, - for standard output.", "L’écrit en Markdown, - pour la sortie standard."),
            valueName: "file"))
    var markdown: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Annotate the change: github prints workflow commands, gitlab writes a Code Quality report.",
                "Annote le changement : github affiche des commandes de workflow, gitlab écrit un rapport Code Quality."
            ),
            valueName: "github|gitlab"))
    var annotations: Platform?

    @Option(
        help: ArgumentHelp(
            say(
                "Where annotations go (default: standard output for github, gl-code-quality-report.json for gitlab).",
                "Où vont les annotations (par défaut : sortie standard pour github, gl-code-quality-report.json pour gitlab)."
            ), valueName: "file"))
    var annotationsOutput: String?

    @Flag(help: ArgumentHelp(say("Print the result as JSON.", "Affiche le résultat en JSON.")))
    var json = false

    @Flag(
        help: ArgumentHelp(
            say(
                "Say of each limit how many runs would decide it.",
                "Dit pour chaque limite combien de passages trancheraient.")))
    var runsNeeded = false

    @Flag(
        help: ArgumentHelp(
            say(
                "Exit with 0 whatever the verdict, and say on standard error what it would have been.",
                "Sort avec 0 quel que soit le verdict, et dit sur la sortie d’erreur ce qu’il aurait été.")))
    var exitZero = false

    @OptionGroup var factorOptions: FactorOptions
    @OptionGroup var store: CatalogueOption

    func validate() throws {
        try ResultFile.checkOneInput(runs + budget + baseline)
        try ResultFile.checkOneOutput(json: json, [junit, markdown, annotations == .gitlab ? annotationsOutput : nil])
        if annotations == .github, annotationsOutput == nil || annotationsOutput == "-",
            json || junit == "-" || markdown == "-"
        {
            throw ValidationError(
                say(
                    "GitHub's annotations go to standard output; give --annotations-output, or a file for the rest.",
                    "Les annotations de GitHub vont sur la sortie standard ; donnez --annotations-output, ou un fichier pour le reste."
                ))
        }
        if annotationsOutput != nil, annotations == nil {
            throw ValidationError(
                say("--annotations-output needs --annotations.", "--annotations-output demande --annotations."))
        }
    }

    func run() throws {
        let scoring = try factorOptions.scoring()
        guard
            let result = try RunCheck.result(
                runs, budgets: budget, format: budgetFormat, baseline: baseline, scoring: scoring, catalogue: store)
        else {
            throw ValidationError(
                say(
                    "There is nothing to hold the runs against: give --budget or --baseline.",
                    "Il n’y a rien à quoi confronter les mesures : donnez --budget ou --baseline."))
        }
        try report(result)
        let status = ExitStatus(result.outcome)
        guard status != .done else { return }
        guard exitZero else { status.exit() }
        Console.error(
            say(
                "ecoproxy: without --exit-zero the exit code would be \(status.code)",
                "ecoproxy : sans --exit-zero, le code de sortie serait \(status.code)"))
    }

    /// Printed before anything is written: a full disk costs no result.
    private func report(_ result: CheckResult) throws {
        let presentation = Presentation(result, tellsRunsNeeded: runsNeeded, language: language)
        if json {
            Console.print(try CanonicalJSON.encode(result))
        } else if ![junit, markdown, annotations == .gitlab ? annotationsOutput : nil].contains("-") {
            Pipeline.print(presentation)
        }
        if annotations == .github {
            let text = CheckAnnotations(result, language: language).github
            if let annotationsOutput {
                try ResultFile.write(text, to: annotationsOutput)
            } else {
                Console.print(text, terminator: "")
            }
        }
        if let junit { try ResultFile.write(JUnitReport(result, language: language).xml, to: junit) }
        if let markdown { try ResultFile.write(MarkdownReport(presentation).text, to: markdown) }
        if annotations == .gitlab {
            let place = result.budgets.first?.file ?? runs[0]
            try ResultFile.write(
                try CheckAnnotations(result, language: language)
                    .gitlab(place: place, hash: ContentHasher.hash(of:)),
                to: annotationsOutput ?? "gl-code-quality-report.json")
        }
    }
}

extension BudgetFormat: ExpressibleByArgument {}
