import ArgumentParser
import Documents
import Foundation
import JourneyRecorder
import Report
import Verdict

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: say(
            "Say what changed between two runs, and what is only noise.",
            "Dit ce qui a changé entre deux mesures, et ce qui n’est que du bruit."),
        discussion: say(
            """
            Example:  ecoproxy compare run-1.4 run-1.5

            A side is a run bundle, a Measurement, a Score, or catalogue:APP@VERSION (the newest run of that version). Iterations of a
            measurement are runs; more runs of a side: --also-base, --also-new. Both sides are scored anew with the same factors.
            With two runs or more on both sides changes are judged by Welch's t-test; see docs/ci.md.
            """,
            """
            Exemple :  ecoproxy compare mesure-1.4 mesure-1.5

            Un côté est un dossier de mesure, un document de mesure ou de score, ou catalogue:APP@VERSION (la dernière mesure de cette
            version). Les itérations d’une mesure sont des passages ; d’autres passages d’un côté : --also-base, --also-new. Les deux côtés
            sont notés à nouveau avec les mêmes facteurs. Avec au moins deux passages de chaque côté, les changements sont jugés par le test t
            de Welch ; voir docs/ci.fr.md.
            """))

    @Argument(
        help: ArgumentHelp(
            say("What is compared with.", "La référence de la comparaison."), valueName: "base"))
    var base: String

    @Argument(help: ArgumentHelp(say("What is compared.", "Ce qui est comparé."), valueName: "new"))
    var new: String

    @Option(
        help: ArgumentHelp(
            say("Another run of the base (repeatable).", "Un autre passage de la référence (répétable)."),
            valueName: "run"))
    var alsoBase: [String] = []

    @Option(
        help: ArgumentHelp(
            say("Another run of the new side (repeatable).", "Un autre passage du nouveau côté (répétable)."),
            valueName: "run"))
    var alsoNew: [String] = []

    @Flag(help: ArgumentHelp(say("Print the comparison as JSON.", "Affiche la comparaison en JSON.")))
    var json = false

    @Option(
        help: ArgumentHelp(
            say(
                "Write it as Markdown, - for standard output.", "L’écrit en Markdown, - pour la sortie standard."),
            valueName: "file"))
    var markdown: String?

    @OptionGroup var factorOptions: FactorOptions
    @OptionGroup var store: CatalogueOption

    func validate() throws {
        try ResultFile.checkOneInput([base, new] + alsoBase + alsoNew)
        try ResultFile.checkOneOutput(json: json, [markdown])
    }

    func run() throws {
        let scoring = try factorOptions.scoring()
        let comparison = RunComparison(
            base: try RunInput.group([base] + alsoBase, scoring: scoring, catalogue: store),
            new: try RunInput.group([new] + alsoNew, scoring: scoring, catalogue: store), tool: .ecoproxy)
        let presentation = Presentation(comparison, language: language)
        // Printed before anything is written: a full disk costs no result.
        if json {
            Console.print(try CanonicalJSON.encode(comparison))
        } else if markdown != "-" {
            Pipeline.print(presentation)
        }
        if let markdown { try ResultFile.write(MarkdownReport(presentation).text, to: markdown) }
    }
}
