import ArgumentParser
import Catalogue
import Documents

extension CatalogueCommand {
    struct History: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("Who changed what, and when.", "Qui a modifié quoi, et quand."),
            discussion: say(
                "Example:  ecoproxy catalogue history fr.exemple.sante --limit 20",
                "Exemple :  ecoproxy catalogue history fr.exemple.sante --limit 20"))

        @Argument(
            help: ArgumentHelp(
                say("Of this application only.", "De cette application seulement."), valueName: "id"))
        var id: String?
        @Option(
            help: ArgumentHelp(
                say("So many changes, the newest.", "Tant de modifications, les dernières."), valueName: "number"))
        var limit: Int?
        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func validate() throws {
            guard let limit, limit < 1 else { return }
            throw ValidationError(say("--limit takes a number above 0.", "--limit prend un nombre supérieur à 0."))
        }

        func run() throws {
            let trail = try store.open().history(of: id, limit: limit)
            if json { Console.print(try CanonicalJSON.encode(trail)) } else { CatalogueText.print(trail) }
        }
    }
}
