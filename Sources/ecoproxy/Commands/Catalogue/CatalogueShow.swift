import ArgumentParser
import Catalogue
import Documents

extension CatalogueCommand {
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
}
