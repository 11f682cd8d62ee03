import ArgumentParser
import Catalogue
import Documents
import Foundation
import JourneyRecorder

extension CatalogueCommand {
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: say(
                "Import a list of applications from CSV or JSON.",
                "Importe une liste d’applications en CSV ou en JSON."),
            discussion: say(
                """
                Columns are known by their headings, in English or French, whatever their case and accents; --map says the others.
                Good rows are imported, each row that isn't is listed with its column and reason (exit code 65). What a row leaves
                out stays as it is in the catalogue, and importing again changes nothing.

                Example:  ecoproxy catalogue import applications.csv --dry-run
                """,
                """
                Les colonnes sont reconnues à leur en-tête, en français ou en anglais, sans égard à la casse ni aux accents ;
                --map précise les autres. Les bonnes lignes sont importées, les autres énumérées avec la colonne et la raison
                (code de sortie 65). Ce qu’une ligne ne dit pas reste tel quel, et importer à nouveau ne change rien.

                Exemple :  ecoproxy catalogue import applications.csv --dry-run
                """))

        @Argument(
            help: ArgumentHelp(
                say(
                    "A table (CSV) with headings, or JSON; - for standard input.",
                    "Un tableau (CSV) avec en-têtes, ou du JSON ; - pour l’entrée standard."),
                valueName: "file"))
        var file: String
        @Option(
            help: ArgumentHelp(
                say(
                    "What a column is: id, name, publisher, platform, category, url, identifiers or identifier:SCHEME (repeatable).",
                    "Ce qu’est une colonne : id, name, publisher, platform, category, url, identifiers ou identifier:SCHÉMA (répétable)."
                ), valueName: "column=field"))
        var map: [String] = []
        @Flag(
            help: ArgumentHelp(
                say("Say what would happen, and change nothing.", "Dit ce qui se passerait, sans rien changer.")))
        var dryRun = false
        @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
        var json = false
        @OptionGroup var store: CatalogueOption

        func run() throws {
            let name = file == "-" ? say("standard input", "entrée standard") : file
            let data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try RunBundle.read(file)
            let imported = try ApplicationImport(data, file: name, mapping: try mapping(), at: SystemClock.now())
            let report = ImportReport(imported, file: name, outcomes: try outcomes(of: imported), dryRun: dryRun)
            if json { Console.print(try CanonicalJSON.encode(report)) } else { ImportText.print(report) }
            if !imported.refusals.isEmpty {
                if !json { ImportText.printRefusals(imported, name) }
                ExitStatus.badInput.exit()
            }
        }

        private func outcomes(of imported: ApplicationImport) throws -> [UpsertOutcome] {
            let (applications, now) = (imported.applications, SystemClock.now())
            guard dryRun else {
                return applications.isEmpty ? [] : try store.openOrCreate().upsert(applications, at: now)
            }
            do {
                return try store.open().upsert(applications, at: now, dryRun: true)
            } catch let error as CatalogueError where [.missing, .empty].contains(error.problem) {
                return applications.map { _ in .new }
            }
        }

        private func mapping() throws -> [String: ImportField] {
            var mapping: [String: ImportField] = [:]
            for pair in map {
                // A heading may have an equals sign in it, a field has none.
                guard let equals = pair.lastIndex(of: "="),
                    let field = ImportField(heading: String(pair[pair.index(after: equals)...]))
                else {
                    throw ValidationError(
                        say(
                            "--map \(pair): expected COLUMN=FIELD, the field being id, name, publisher, platform, category, "
                                + "url, identifiers or identifier:SCHEME",
                            "--map \(pair) : attendu COLONNE=CHAMP, le champ étant id, name, publisher, platform, category, "
                                + "url, identifiers ou identifier:SCHÉMA"))
                }
                mapping[String(pair[..<equals])] = field
            }
            return mapping
        }
    }
}
