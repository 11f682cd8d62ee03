public import ArgumentParser
import Catalogue
public import Documents
import Foundation
import JourneyRecorder
import TrafficMeter

struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: say("Keep applications and the runs attached to them.", "Tient les applications et leurs mesures."),
        discussion: say(
            "Example:  ecoproxy catalogue add fr.exemple.sante --title Santé\n          ecoproxy catalogue attach run",
            "Exemple :  ecoproxy catalogue add fr.exemple.sante --title Santé\n           ecoproxy catalogue attach run"
        ),
        subcommands: [Add.self, List.self, Show.self, Attach.self, Import.self, Export.self])
}

/// Which catalogue.
struct CatalogueOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "The catalogue's file (default: \(Self.standardPath)).",
                "Le fichier du catalogue (par défaut : \(Self.standardPath))."),
            valueName: "file"))
    var catalogue: String?

    @OptionGroup var lang: LanguageOption

    /// The user's data folder (XDG Base Directory Specification).
    static var standardPath: String {
        let environment = ProcessInfo.processInfo.environment
        let data =
            environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? "\(environment["HOME"] ?? ".")/.local/share"
        return "\(data)/ecoproxy/catalogue.sqlite"
    }

    private var url: URL { URL(filePath: catalogue ?? Self.standardPath) }

    func open() throws -> CatalogueStore {
        try CatalogueStore.open(url, hash: ContentHasher.hash(of:))
    }

    func openOrCreate() throws -> CatalogueStore {
        if catalogue == nil {
            try RunBundle.createFolder(url.deletingLastPathComponent().path)
        }
        return try CatalogueStore.openOrCreate(url, hash: ContentHasher.hash(of:))
    }
}

extension CatalogueCommand {
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("Add an application.", "Ajoute une application."),
            discussion: say(
                "Example:  ecoproxy catalogue add fr.exemple.sante --title Santé --platform android",
                "Exemple :  ecoproxy catalogue add fr.exemple.sante --title Santé --platform android"))

        @Argument(help: ArgumentHelp(say("Its identifier.", "Son identifiant."), valueName: "id"))
        var id: String
        @Option(help: ArgumentHelp(say("Its title.", "Son titre."), valueName: "text"))
        var title: String
        @Option(help: ArgumentHelp(say("Who publishes it.", "Son éditeur."), valueName: "text"))
        var publisher: String?
        @Option(help: ArgumentHelp(say("web, android or ios.", "web, android ou ios."), valueName: "platform"))
        var platform: Application.Platform?
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let isNew = try store.openOrCreate().add(
                Application(id: id, title: title, publisher: publisher, platform: platform, created: SystemClock.now()))
            Console.error(
                isNew ? say("added: \(id)", "ajoutée : \(id)") : say("already there: \(id)", "déjà présente : \(id)"))
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("List the applications.", "Liste les applications."),
            discussion: say("Example:  ecoproxy catalogue list", "Exemple :  ecoproxy catalogue list"))

        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let list = try store.open().applications()
            if json { Console.print(try CanonicalJSON.encode(list)) } else { CatalogueText.print(list) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("Show an application with its runs.", "Montre une application et ses mesures."),
            discussion: say(
                "Example:  ecoproxy catalogue show fr.exemple.sante --json",
                "Exemple :  ecoproxy catalogue show fr.exemple.sante --json"))

        @Argument(
            help: ArgumentHelp(say("The application's identifier.", "L’identifiant de l’application."), valueName: "id")
        )
        var id: String
        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let sheet = try store.open().application(id)
            if json { Console.print(try CanonicalJSON.encode(sheet)) } else { CatalogueText.print(sheet) }
        }
    }

    struct Attach: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("Attach a scored run to its application.", "Rattache une mesure notée à son application."),
            discussion: say(
                "Example:  ecoproxy catalogue attach run --app-version 2.4.0",
                "Exemple :  ecoproxy catalogue attach run --app-version 2.4.0"))

        @OptionGroup var scoredRun: ScoredRun
        @Option(
            help: ArgumentHelp(
                say("The application (default: the journey's).", "L’application (par défaut : celle du parcours)."),
                valueName: "id"))
        var application: String?
        @Option(
            name: .customLong("app-version"),
            help: ArgumentHelp(
                say("Its version (default: the journey's).", "Sa version (par défaut : celle du parcours)."),
                valueName: "version"))
        var version: String?
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let (measurement, score) = try scoredRun.documents()
            guard let score = score?.bytes else {
                throw InputError("\(scoredRun.source): has no step to score; measure it with a journey and markers")
            }
            guard let id = application ?? measurement.value.journey?.application else {
                throw InputError(
                    "\(scoredRun.source): measured without a journey; say which application it is with --application")
            }
            let result = try store.open().attach(
                RunDocuments(measurement: measurement.bytes, score: score), to: id, version: version,
                at: SystemClock.now(), acceptingOther: application != nil)
            Console.error(CatalogueText.sentence(result, id))
        }
    }
}

extension Application.Platform: ExpressibleByArgument {}
