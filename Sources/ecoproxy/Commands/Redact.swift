import ArgumentParser
import Documents
import Foundation
import JourneyRecorder
import Report
import TrafficMeter

struct RedactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: say(
            "Make of a run one that can be shared: without addresses, payloads and notes.",
            "Fait d’une mesure une version partageable : sans adresses, charges utiles ni notes."),
        discussion: say(
            """
            Example:  ecoproxy redact run --output shared

            A bundle replays to the same figures afterwards. Addresses become random ones of the same kind, names of hosts stay,
            or become pseudonyms as well (--hosts third, --hosts none). Times, sizes, ports, titles of the journey and its
            steps stay. Measurements, scores and lists of flows can be given alone.
            """,
            """
            Exemple :  ecoproxy redact mesure --output partage

            Un dossier se rejoue ensuite avec les mêmes chiffres. Les adresses deviennent des adresses tirées au hasard, du même
            genre ; les noms d’hôtes restent, ou deviennent aussi des pseudonymes (--hosts third, --hosts none). Heures, tailles,
            ports, titres du parcours et de ses étapes restent. Une mesure, un score, une liste de flux se donnent aussi seuls.
            """))

    @Argument(
        help: ArgumentHelp(
            say(
                "A run bundle, a Measurement, a Score, or a list of flows.",
                "Un dossier de mesure, une mesure, un score, ou une liste de flux."), valueName: "run|file"))
    var source: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say("Where to; nothing may be there yet.", "Vers où ; rien ne doit encore y être."), valueName: "path"))
    var output: String

    @Option(
        help: ArgumentHelp(
            say(
                "Which names of hosts stay: keep (all), third (not the publisher's), none.",
                "Les noms d’hôtes qui restent : keep (tous), third (pas ceux de l’éditeur), none (aucun)."),
            valueName: "which"))
    var hosts = KeptHosts.keep

    @Flag(help: ArgumentHelp(say("Keep what markers say in words.", "Garde ce que les marqueurs disent en mots.")))
    var keepNotes = false

    @OptionGroup var lang: LanguageOption

    func run() throws {
        try NewFile.check(output)
        if source != "-", RunBundle.isBundle(source) { try redactBundle() } else { try redactDocument() }
        Console.error(say("written: \(output)", "écrit : \(output)"))
    }

    private func redactBundle() throws {
        let bundle = RunBundle(path: source)
        let conditions = try Pipeline.conditions(of: bundle)
        let replay = try Replay(
            captures: bundle.captures, conditions: conditions, hashing: .never, tool: .ecoproxy)
        var redaction = try BundleRedaction(
            of: bundle, replay, conditions: conditions, keeping: hosts, keepsNotes: keepNotes,
            sentence: Self.sentence)
        let target = RunBundle(path: output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output)
        do {
            try redaction.write(to: target, tool: .ecoproxy) { measurement, score in
                guard bundle.has(.report) else { return nil }
                let presentation = Presentation(measurement: measurement, score: score, language: language)
                return Data(HTMLReport(presentation).page.utf8)
            }
        } catch let error as DocumentError {
            throw InputError("\(source): its measurement.json or score.json", error)
        }
    }

    private func redactDocument() throws {
        let data = source == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try RunBundle.read(source)
        var redaction = Redaction(keeping: hosts, sentence: Self.sentence)
        let name = source == "-" ? "standard input" : source
        do {
            let document: Data
            switch try CanonicalJSON.decode(Header.self, from: data).schema {
            case JourneyMeasurement.schemaIdentifier:
                document = try CanonicalJSON.encode(redaction.measurement(JourneyMeasurement(json: data)))
            case JourneyScore.schemaIdentifier:
                document = try CanonicalJSON.encode(redaction.score(JourneyScore(json: data)))
            case FlowList.schemaIdentifier:
                document = try CanonicalJSON.encode(redaction.flows(FlowList(json: data)))
            case let other:
                throw DocumentError(path: "schema", reason: "\"\(other)\" is no measurement, score or list of flows")
            }
            try RunBundle.write(document, to: output)
        } catch let error as DocumentError {
            throw InputError(name, error)
        }
    }

    private struct Header: Decodable {
        let schema: String
    }

    /// What a warning says to those who read the report: a document's own sentence may name files, hosts and addresses.
    private static let sentence: @Sendable (Caveat) -> String = { caveat in
        Explanation.meaning(of: caveat.code) ?? caveat.code.rawValue
    }
}
