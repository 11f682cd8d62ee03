import ArgumentParser
import Catalogue
import Documents
import TrafficMeter

extension CatalogueCommand {
    struct Attach: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("Attach a scored run to its application.", "Rattache une mesure notée à son application."),
            discussion: say(
                "A bundle is compared with the hashes in its measurement first; the same run twice is one.\nExample:  ecoproxy catalogue attach run --app fr.exemple.sante --version 2.4.0",
                "Le dossier est d’abord comparé aux empreintes de sa mesure ; la même mesure deux fois n’en fait qu’une.\nExemple :  ecoproxy catalogue attach run --app fr.exemple.sante --version 2.4.0"
            ))

        @OptionGroup var scoredRun: ScoredRun
        @Option(
            name: [.customLong("app"), .customLong("application")],
            help: ArgumentHelp(
                say("The application (default: the journey's).", "L’application (par défaut : celle du parcours)."),
                valueName: "id"))
        var application: String?
        @Option(
            name: [.customLong("version"), .customLong("app-version")],
            help: ArgumentHelp(
                say("Its version (default: the journey's).", "Sa version (par défaut : celle du parcours)."),
                valueName: "version"))
        var version: String?
        @Option(
            help: ArgumentHelp(
                say(
                    "The journey that it counts as in rankings (default: the one walked).",
                    "Le parcours sous lequel la classer (par défaut : celui qui a été suivi)."), valueName: "id"))
        var journey: String?
        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let (measurement, score) = try scoredRun.documents()
            try BundleHashes.check(scoredRun.source, against: measurement.value)
            guard let score = score?.bytes else {
                throw InputError("\(scoredRun.source): has no step to score; measure it with a journey and markers")
            }
            guard let id = application ?? measurement.value.journey?.application else {
                throw InputError(
                    "\(scoredRun.source): measured without a journey; say which application it is with --app")
            }
            let result = try store.open().attach(
                RunDocuments(measurement: measurement.bytes, score: score), to: id, version: version, journey: journey,
                at: SystemClock.now(), acceptingOther: application != nil)
            if json {
                Console.print(try CanonicalJSON.encode(CatalogueChange(result, application: id)))
            } else {
                Console.error(CatalogueText.sentence(result, id))
            }
        }
    }
}
