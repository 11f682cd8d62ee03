import ArgumentParser
import Documents
import Foundation
import JourneyRecorder
import Report
import TrafficMeter

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say("Hand a run over to other tools.", "Remet une mesure à d’autres outils."),
        discussion: say(
            """
            Example:  ecoproxy export run --as har --output run.har

            har        HTTP Archive: a page a step, an entry a flow; made from packets, so without requests
            csv        a line for each step and host
            json       Measurement and Score in one document
            ndjson     a JSON line for the run, each step, each host of a step
            allure     a folder of Allure 2 results with the documents attached
            gmt-notes  notes of the Green Metrics Tool
            """,
            """
            Exemple :  ecoproxy export mesure --as har --output mesure.har

            har        archive HTTP : une page par étape, une entrée par flux ; faite des paquets, donc sans requêtes
            csv        une ligne par étape et par hôte
            json       mesure et score en un document
            ndjson     une ligne de JSON pour la mesure, chaque étape, chaque hôte d’une étape
            allure     un dossier de résultats Allure 2, avec les documents joints
            gmt-notes  notes du Green Metrics Tool
            """))

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case har, csv, json, ndjson, allure
        case gmtNotes = "gmt-notes"
    }

    @OptionGroup var scoredRun: ScoredRun

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(say("The format.", "Le format."), valueName: "format"))
    var format: Format

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say(
                "Where to: a file, of allure a folder; standard output unless given.",
                "Vers où : un fichier, pour allure un dossier ; la sortie standard sinon."), valueName: "file"))
    var output: String?

    @OptionGroup var lang: LanguageOption

    func validate() throws {
        guard format == .allure, output == nil || output == "-" else { return }
        throw ValidationError(
            say(
                "--as allure writes a folder: name it with --output.",
                "--as allure écrit un dossier : nommez-le avec --output."))
    }

    func run() throws {
        let (measurement, score) = try scoredRun.documents()
        var run = ExportedRun(measurement: measurement.value, score: score?.value)
        let text: String
        switch format {
        case .allure: return try writeAllure(run, measurement.bytes, score?.bytes)
        case .har:
            run.flows = try flows()
            text = try TrafficArchive.text(run, language: language)
        case .csv: text = StepHostTable.text(run.measurement, language: language)
        case .json: text = String(decoding: try CanonicalJSON.encode(DocumentPair(run)), as: UTF8.self)
        case .ndjson: text = try RunLines.text(run)
        case .gmtNotes: text = StepNotes.text(run.measurement)
        }
        try ResultFile.write(text, to: output ?? "-")
    }

    /// The flows of a bundle's capture; none of a document.
    private func flows() throws -> FlowList? {
        let source = scoredRun.source
        guard source != "-", RunBundle.isBundle(source) else { return nil }
        return try Pipeline.replay(RunBundle(path: source)).flowList()
    }

    private func writeAllure(_ run: ExportedRun, _ measurement: Data, _ score: Data?) throws {
        guard let output else { return }
        guard !run.measurement.steps.isEmpty else {
            throw InputError("\(scoredRun.source): no step was walked, so that there is no result to hand over")
        }
        try RunBundle.createFolder(output)
        let folder = output.hasSuffix("/") ? String(output.dropLast()) : output
        let hash = ContentHasher.hash(of: measurement)
        var attachments: [(name: String, file: String, type: String)] = []
        for case let (name, data?) in [("measurement", measurement), ("score", score)] {
            let file = "\(hash.short)-\(name)-attachment.json"
            try RunBundle.write(data, to: "\(folder)/\(file)")
            attachments.append(("\(name).json", file, "application/json"))
        }
        let results = AllureResults(run, sha256: hash, language: language)
        for file in try results.files(attachments: attachments) {
            try ResultFile.write(file.text, to: "\(folder)/\(file.name)")
        }
    }
}
