import ArgumentParser
import Catalogue
import Documents
import TrafficMeter

extension CatalogueCommand {
    struct Detach: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "Take a run away; the history keeps what it was.",
                "Retire une mesure ; l’historique garde ce qu’elle était."),
            discussion: say(
                "Example:  ecoproxy catalogue detach 09cb90d503a4 --reason 'wrong build'",
                "Exemple :  ecoproxy catalogue detach 09cb90d503a4 --reason 'mauvaise version'"))

        @Argument(
            help: ArgumentHelp(
                say(
                    "The first digits of its hash, as show prints them.",
                    "Les premiers chiffres de son empreinte, affichés par show."),
                valueName: "run"))
        var hash: String
        @Option(help: ArgumentHelp(say("Why, for the history.", "Pourquoi, pour l’historique."), valueName: "text"))
        var reason: String?
        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let detached = try store.open().detach(hash, at: SystemClock.now(), reason: reason)
            if json {
                return Console.print(
                    try CanonicalJSON.encode(
                        CatalogueChange(
                            .detached, application: detached.application, version: detached.version,
                            run: detached.run.measurement)))
            }
            let short = detached.run.measurement.short
            Console.error(
                say(
                    "detached: run \(short) of \(detached.application) \(detached.version)",
                    "retirée : mesure \(short) de \(detached.application) \(detached.version)"))
        }
    }
}
