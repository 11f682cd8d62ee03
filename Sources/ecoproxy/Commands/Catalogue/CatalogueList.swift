public import ArgumentParser
public import Catalogue
import Documents

extension CatalogueCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("List the applications.", "Liste les applications."),
            discussion: say(
                "Example:  ecoproxy catalogue list --category agenda --sort score",
                "Exemple :  ecoproxy catalogue list --category agenda --sort score"))

        @Option(help: ArgumentHelp(say("Of this publisher.", "De cet éditeur."), valueName: "text"))
        var publisher: String?
        @Option(help: ArgumentHelp(say("Of this platform.", "De cette plateforme."), valueName: "web|android|ios"))
        var platform: Application.Platform?
        @Option(help: ArgumentHelp(say("Of this category.", "De cette catégorie."), valueName: "text"))
        var category: String?
        @Option(
            help: ArgumentHelp(
                say("Whose newest run has this grade.", "Dont la dernière mesure a cette classe."), valueName: "A-G"))
        var grade: EcoscoreResult.Grade?
        @Option(
            help: ArgumentHelp(
                say(
                    "Whose title, identifiers, publisher or category have this text, whatever the case and accents.",
                    "Dont le titre, les identifiants, l’éditeur ou la catégorie contiennent ce texte, sans égard à la casse ni aux accents."
                ), valueName: "text"))
        var text: String?
        @Option(
            help: ArgumentHelp(
                say(
                    "Order: id, title, publisher, score, date or runs.",
                    "Ordre : id, title, publisher, score, date ou runs."), valueName: "order"))
        var sort = ApplicationOrder.id
        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let filter = ApplicationFilter(
                publisher: publisher, platform: platform, category: category, grade: grade, text: text)
            let list = try store.open().applications(filter, by: sort)
            if json {
                Console.print(try CanonicalJSON.encode(list))
            } else {
                CatalogueText.print(list, isFiltered: filter != ApplicationFilter())
            }
        }
    }
}

extension ApplicationOrder: ExpressibleByArgument {}
extension EcoscoreResult.Grade: ExpressibleByArgument {}
