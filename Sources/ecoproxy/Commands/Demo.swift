import ArgumentParser
import Catalogue
import Documents
import Foundation
import JourneyRecorder
import Report
import TrafficMeter

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Score the bundled journey: nothing is captured.", "Note le parcours fourni : rien n’est capturé."),
        discussion: say(
            "Example:  ecoproxy demo --output demo-run", "Exemple :  ecoproxy demo --output demo-run"))

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say(
                "Folder for the run bundle and the catalogue; made anew.",
                "Dossier pour la mesure et le catalogue ; refait à neuf."),
            valueName: "folder"))
    var output = "demo-run"

    @OptionGroup var lang: LanguageOption

    func run() throws {
        let source = try BundledJourney.find()
        let bundle = RunBundle(path: output)
        try copy(source, to: bundle)
        Console.error(
            say(
                "replaying the capture of a journey through a demonstration site …",
                "relecture de la capture d’un parcours dans un site de démonstration …"))
        let (measurement, score) = try Pipeline.complete(bundle)
        guard let journey = measurement.journey, let score else {
            throw UnavailableError("the bundled journey has no steps; reinstall ecoproxy")
        }
        let catalogue = "\(output)/catalogue.sqlite"
        let store = try CatalogueStore.open(
            .file(URL(filePath: catalogue)), creating: true, user: CatalogueOption.user,
            hash: ContentHasher.hash(of:))
        let now = SystemClock.now()
        if !(try store.applications().applications.contains { $0.application.id == journey.application }) {
            _ = try store.add(
                Application(
                    id: journey.application, title: journey.title[language.rawValue], publisher: "ecoproxy",
                    platform: .web, created: now))
        }
        _ = try store.attach(
            RunDocuments(measurement: CanonicalJSON.encode(measurement), score: CanonicalJSON.encode(score)),
            to: journey.application, at: now)
        Console.print("")
        CatalogueText.print(try store.application(journey.application))
        farewell(catalogue, journey.application)
        let verdict = Pipeline.verdict(measurement, isReported: true)
        if verdict != .done { verdict.exit() }
    }

    /// Copies the bundled capture, journey and markers; what a former demo left is replaced, anything else is kept.
    private func copy(_ source: RunBundle, to bundle: RunBundle) throws {
        if bundle.has(.capture) {
            let former = try RunBundle.read(bundle.path(of: .capture))
            guard former == (try source.read(.capture)) else {
                throw UnavailableError(
                    "\(output): holds another recording; give another folder with --output", status: .cannotCreate)
            }
        } else {
            try bundle.create()
        }
        for file in [RunBundle.File.capture, .journey, .markers] {
            try bundle.write(try source.read(file), to: file)
        }
    }

    private func farewell(_ catalogue: String, _ application: String) {
        // As it was called: it may not be on the path yet.
        let program = CommandLine.arguments[0]
        Console.print(
            say(
                """

                Written in \(output)/:
                  capture.pcapng, journey.yaml, markers.jsonl   what was recorded
                  measurement.json                              what was observed, byte for byte
                  score.json                                    what follows: indicators, écoscore
                  report.html                                   the same for a browser
                  catalogue.sqlite                              the application with this run attached
                Next:
                  \(program) report \(output)        (all of it: hosts, leads, method; or open report.html)
                  \(program) catalogue show \(application) --catalogue \(catalogue)
                  \(program) doctor        (what can be captured on this machine)
                """,
                """

                Écrit dans \(output)/ :
                  capture.pcapng, journey.yaml, markers.jsonl   ce qui a été enregistré
                  measurement.json                              ce qui a été observé, à l’octet près
                  score.json                                    ce qui en découle : indicateurs, écoscore
                  report.html                                   la même chose pour un navigateur
                  catalogue.sqlite                              l’application et cette mesure rattachée
                Ensuite :
                  \(program) report \(output)        (tout : hôtes, pistes, méthode ; ou ouvrez report.html)
                  \(program) catalogue show \(application) --catalogue \(catalogue)
                  \(program) doctor        (ce qui peut être capturé sur cette machine)
                """))
    }
}

/// The journey that comes with the program.
private enum BundledJourney {
    /// Looks beside the program: installed under `share/ecoproxy`, or in the working copy that it was built in.
    static func find() throws -> RunBundle {
        let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let resolved = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map {
            URL(filePath: $0)
        }
        var folder = (resolved ?? program).deletingLastPathComponent()
        var candidates = [folder.appending(path: "../share/ecoproxy/demo").standardizedFileURL.path]
        while folder.path.count > 1 {
            candidates.append(folder.appending(path: "captures/demo").path)
            folder = folder.deletingLastPathComponent()
        }
        guard let found = candidates.first(where: RunBundle.isBundle) else {
            throw UnavailableError(
                "the demonstration capture isn't there; it belongs in \(candidates[0]); install with: make install")
        }
        return RunBundle(path: found)
    }
}
