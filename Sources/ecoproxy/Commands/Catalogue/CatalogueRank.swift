import ArgumentParser
import Catalogue
import Documents

extension CatalogueCommand {
    struct Rank: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "Rank the applications that walked the same journey.",
                "Classe les applications qui ont suivi le même parcours."),
            discussion: say(
                "Each stands with its newest run of the journey; without --journey it says what can be ranked.\nExample:  ecoproxy catalogue rank --category agenda --journey parcours-standard",
                "Chacune y figure avec sa dernière mesure du parcours ; sans --journey, dit ce qui peut être classé.\nExemple :  ecoproxy catalogue rank --category agenda --journey parcours-standard"
            ))

        @Option(help: ArgumentHelp(say("Within this category.", "Dans cette catégorie."), valueName: "text"))
        var category: String?
        @Option(help: ArgumentHelp(say("The journey's identifier.", "L’identifiant du parcours."), valueName: "id"))
        var journey: String?
        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let store = try store.open()
            let known = try store.journeys().filter { category == nil || $0.category == category }
            // Told nothing, and nothing to choose from, it is clear what is meant.
            let only = Set(known.map(\.journey)).count == 1 ? known.first?.journey : nil
            guard let journey = journey ?? only else {
                guard known.isEmpty || json else { return CatalogueText.print(known) }
                throw UnavailableError(
                    say(
                        "say which journey with --journey; without --json those that were walked are listed",
                        "indiquez le parcours avec --journey ; sans --json, ceux qui ont été suivis sont listés"),
                    status: known.isEmpty ? .noInput : .usage)
            }
            let ranking = try store.ranking(category: category, journey: journey)
            guard !ranking.places.isEmpty else {
                throw UnavailableError(
                    say(
                        "no application walked the journey \"\(journey)\" there; see what can be ranked with: ecoproxy catalogue rank",
                        "aucune application n’y a suivi le parcours « \(journey) » ; pour voir ce qui peut être classé : ecoproxy catalogue rank"
                    ), status: .noInput)
            }
            if json { Console.print(try CanonicalJSON.encode(ranking)) } else { CatalogueText.print(ranking) }
        }
    }
}
