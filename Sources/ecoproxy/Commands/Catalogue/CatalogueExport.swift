import ArgumentParser
import Catalogue
import Documents
import Foundation
import Report

extension CatalogueCommand {
    struct Export: ParsableCommand {
        /// What an export is made for.
        enum Form: String, CaseIterable, ExpressibleByArgument {
            /// A table: a line a run.
            case csv
            /// A document a line: an application with its runs.
            case jsonl
            /// A folder of pages to publish.
            case site
        }

        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: say(
                "Write the catalogue as a table, as JSON Lines, or as a site to publish.",
                "Écrit le catalogue en tableau, en JSON Lines, ou en site à publier."),
            discussion: say(
                """
                csv: a line a run, for spreadsheets; jsonl: an application a line with its runs; site: a folder of pages in English
                and French that can be published as it is. Only a new folder is written to, or one that an earlier export made.

                Example:  ecoproxy catalogue export --as site --output public
                """,
                """
                csv : une ligne par mesure, pour un tableur ; jsonl : une application par ligne avec ses mesures ; site : un dossier
                de pages en français et en anglais, à publier tel quel. On n’écrit que dans un dossier nouveau, ou fait par un export.

                Exemple :  ecoproxy catalogue export --as site --output public
                """))

        @Option(name: .customLong("as"), help: ArgumentHelp(say("csv, jsonl or site.", "csv, jsonl ou site.")))
        var form: Form = .csv
        @Option(
            help: ArgumentHelp(
                say(
                    "The file, - for standard output (default), or the site's folder.",
                    "Le fichier, - pour la sortie standard (par défaut), ou le dossier du site."),
                valueName: "path"))
        var output: String?
        @Flag(
            help: ArgumentHelp(
                say(
                    "Leave the full report of each application's last run out of the site.",
                    "Laisse hors du site le rapport complet de la dernière mesure de chaque application.")))
        var withoutReports = false
        @OptionGroup var store: CatalogueOption

        func validate() throws {
            if form == .site, output ?? "-" == "-" {
                throw ValidationError(
                    say("A site needs a folder: --output FOLDER.", "Un site demande un dossier : --output DOSSIER."))
            }
            if form != .site, withoutReports {
                throw ValidationError(
                    say("--without-reports is for --as site.", "--without-reports est pour --as site."))
            }
        }

        func run() throws {
            switch form {
            case .csv: try write(header: CatalogueCSV.header) { Data(CatalogueCSV.lines($0).utf8) }
            case .jsonl: try write(header: "") { try CanonicalJSON.line($0) }
            case .site: try writeSite(output ?? "")
            }
        }

        /// Writes a piece for each application, one at a time in memory.
        private func write(header: String, _ piece: (ApplicationSheet) throws -> Data) throws {
            let store = try store.open()
            var count = 0
            guard let output, output != "-" else {
                Console.print(header, terminator: "")
                return try store.forEachSheet { Console.print(try piece($0)) }
            }
            var file = try GrowingFile(output)
            try file.write(Data(header.utf8))
            try store.forEachSheet { sheet in
                count += 1
                try file.write(try piece(sheet))
            }
            try file.finish()
            Console.error(
                say("written: \(output) (\(count) applications)", "écrit : \(output) (\(count) applications)"))
        }

        private func writeSite(_ path: String) throws {
            let catalogue = try store.open()
            // Documents are read while the applications are being listed.
            let documents = try store.open()
            var folder = try PublishedFolder(path)
            var site = CatalogueSite(tool: .ecoproxy, made: SystemClock.now())
            var applications = 0
            try catalogue.forEachSheet { sheet in
                applications += 1
                for file in site.add(sheet, run: withoutReports ? nil : try lastRun(of: sheet, in: documents)) {
                    try folder.write(Data(file.content.utf8), to: file.path)
                }
            }
            try site.finish(entrance: language) { try folder.write(Data($0.content.utf8), to: $0.path) }
            let removed = try folder.finish()
            Console.error(
                say(
                    "written: \(path) (\(applications) applications, \(folder.count) files, \(folder.changes) changed, \(removed) of them removed)",
                    "écrit : \(path) (\(applications) applications, \(folder.count) fichiers, \(folder.changes) modifiés, dont \(removed) supprimés)"
                ))
        }

        /// The documents of an application's newest run; `nil` where there is none, or it was detached meanwhile.
        private func lastRun(
            of sheet: ApplicationSheet, in store: CatalogueStore
        ) throws -> (measurement: JourneyMeasurement, score: JourneyScore)? {
            guard let newest = sheet.versions.first?.runs.first else { return nil }
            do {
                let run = try store.run(newest.measurement.rawValue)
                return (
                    try JourneyMeasurement(json: run.documents.measurement).published,
                    try JourneyScore(json: run.documents.score)
                )
            } catch let error as CatalogueError where error.problem == .unknownRun(newest.measurement.rawValue) {
                return nil
            } catch let error as DocumentError {
                Console.error(
                    say(
                        "\(sheet.application.id): no report of run \(newest.measurement.short), whose documents can't be read: \(error)",
                        "\(sheet.application.id) : pas de rapport de la mesure \(newest.measurement.short), dont les documents sont illisibles : \(error)"
                    ).terminalText)
                return nil
            }
        }
    }
}

extension JourneyMeasurement {
    /// The measurement without what a published report needn't say of the place where it was made: the folders of its files, and
    /// the device's own addresses.
    fileprivate var published: JourneyMeasurement {
        var published = self
        published.device.addresses = []
        for index in published.sources.indices {
            published.sources[index].file = published.sources[index].file.map { URL(filePath: $0).lastPathComponent }
        }
        return published
    }
}
