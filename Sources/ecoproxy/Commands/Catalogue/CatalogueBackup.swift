import ArgumentParser
import Catalogue
import Foundation

extension CatalogueCommand {
    struct Backup: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "Copy the whole catalogue into a new file.", "Copie tout le catalogue dans un nouveau fichier."),
            discussion: say(
                "Others may go on using it meanwhile. The copy of a database, too, is a catalogue's file.\nExample:  ecoproxy catalogue backup catalogue-2026-03-02.sqlite",
                "D’autres peuvent continuer à s’en servir. La copie d’une base est, elle aussi, un fichier de catalogue.\nExemple :  ecoproxy catalogue backup catalogue-2026-03-02.sqlite"
            ))

        @Argument(
            help: ArgumentHelp(
                say("The new file.", "Le nouveau fichier."), valueName: "file"))
        var file: String
        @OptionGroup var store: CatalogueOption

        func run() throws {
            try store.open().backup(to: URL(filePath: file))
            Console.error(say("written: \(file)", "écrit : \(file)"))
        }
    }
}
