import ArgumentParser
import Catalogue
import Documents
import TrafficMeter

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
        @OptionGroup var details: ApplicationDetails
        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func run() throws {
            var application = Application(id: id, title: title, created: SystemClock.now())
            details.apply(to: &application)
            let isNew = try store.openOrCreate().add(application)
            if json {
                return Console.print(
                    try CanonicalJSON.encode(CatalogueChange(isNew ? .added : .unchanged, application: id)))
            }
            Console.error(
                isNew ? say("added: \(id)", "ajoutée : \(id)") : say("already there: \(id)", "déjà présente : \(id)"))
        }
    }
}
