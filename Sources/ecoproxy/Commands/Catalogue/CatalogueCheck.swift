import ArgumentParser
import Catalogue
import Documents

extension CatalogueCommand {
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "Look whether everything in the catalogue is sound.", "Vérifie que tout le catalogue est sain."),
            discussion: say(
                "The database, references, each document's hash, each score against its measurement. Exit code 65 if anything is wrong.\nExample:  ecoproxy catalogue check",
                "La base, les références, l’empreinte de chaque document, chaque note et sa mesure. Code de sortie 65 si quelque chose ne va pas.\nExemple :  ecoproxy catalogue check"
            ))

        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let check = try store.open().check()
            if json { Console.print(try CanonicalJSON.encode(check)) } else { CatalogueText.print(check) }
            if !check.faults.isEmpty { ExitStatus.badInput.exit() }
        }
    }
}
