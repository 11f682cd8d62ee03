import ArgumentParser
import Catalogue
import Documents
import TrafficMeter

extension CatalogueCommand {
    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("Change what is said of an application.", "Modifie ce qui est dit d’une application."),
            discussion: say(
                "What isn't given stays; an empty text takes the old one away.\nExample:  ecoproxy catalogue edit fr.exemple.sante --category agenda",
                "Ce qui n’est pas donné reste ; un texte vide retire l’ancien.\nExemple :  ecoproxy catalogue edit fr.exemple.sante --category agenda"
            ))

        @Argument(help: ArgumentHelp(say("Its identifier.", "Son identifiant."), valueName: "id"))
        var id: String
        @Option(help: ArgumentHelp(say("Its title.", "Son titre."), valueName: "text"))
        var title: String?
        @OptionGroup var details: ApplicationDetails
        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let isChanged = try store.open().edit(id, at: SystemClock.now()) { application in
                if let title { application.title = title }
                details.apply(to: &application)
            }
            if json {
                return Console.print(
                    try CanonicalJSON.encode(CatalogueChange(isChanged ? .changed : .unchanged, application: id)))
            }
            Console.error(
                isChanged
                    ? say("changed: \(id)", "modifiée : \(id)") : say("nothing to change: \(id)", "inchangée : \(id)"))
        }
    }
}
