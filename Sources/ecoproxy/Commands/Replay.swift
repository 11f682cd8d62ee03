import ArgumentParser
import Documents
import Foundation
import JourneyRecorder
import Report
import TrafficMeter

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: say("Measure saved captures.", "Mesure des captures enregistrées."),
        discussion: say(
            """
            Example:  ecoproxy replay walk.pcapng --journey journey.yaml --markers markers.jsonl

            CAPTURE is a pcap or pcapng file (also gzip, zstd or lz4), a run bundle, or - for standard input. Several files, such as \
            those of a ring buffer or of two interfaces, are one measurement in the order of time. A capture that is cut is measured \
            up to there (exit code 3).
            """,
            """
            Exemple :  ecoproxy replay walk.pcapng --journey journey.yaml --markers markers.jsonl

            CAPTURE est un fichier pcap ou pcapng (aussi gzip, zstd ou lz4), un dossier de mesure, ou - pour l’entrée standard. \
            Plusieurs fichiers, d’un tampon circulaire ou de deux interfaces, forment une seule mesure dans l’ordre du temps. Une \
            capture tronquée est mesurée jusque-là (code de sortie 3).
            """))

    @Argument(
        help: ArgumentHelp(
            say("Captures, or a bundle, or -.", "Captures, ou un dossier de mesure, ou -."), valueName: "capture"))
    var captures: [String]

    @Option(help: ArgumentHelp(say("The journey that was walked.", "Le parcours suivi."), valueName: "journey.yaml"))
    var journey: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Write one line a flow (CSV), - for standard output.",
                "Écrit une ligne par flux (CSV), - pour la sortie standard."),
            valueName: "file"))
    var flows: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Write the flows with all that is known of them (JSON), - for standard output.",
                "Écrit les flux avec tout ce qu’on en sait (JSON), - pour la sortie standard."),
            valueName: "file"))
    var detail: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Write the traffic by step, host, party, purpose, transport, app (CSV), - for standard output.",
                "Écrit le trafic par étape, hôte, partie, finalité, transport, application (CSV), - pour la sortie standard."
            ),
            valueName: "file"))
    var csv: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Print the traffic by host, party, purpose, transport, ip-version, app or flow, in all and step by step.",
                "Affiche le trafic par host (hôte), party (partie), purpose (finalité), transport, ip-version, app ou flow (flux)."
            ),
            valueName: "what"))
    var by: TrafficGrouping?

    @Option(
        help: ArgumentHelp(
            say(
                "Which of nested IP headers counts: inner or outer.",
                "L’en-tête IP compté : inner (interne) ou outer (externe)."),
            valueName: "view"))
    var view = PacketMeterView.inner

    /// What becomes of packets captured at two points.
    enum DuplicateRule: String, ExpressibleByArgument, CaseIterable {
        case keep, remove
    }

    @Option(
        help: ArgumentHelp(
            say(
                "Packets captured at two points: keep them twice, or remove one; with a journey remove, else keep.",
                "Les paquets capturés en deux points : keep (comptés deux fois) ou remove (une fois) ; avec un parcours remove, sinon keep."
            ),
            valueName: "rule"))
    var duplicates: DuplicateRule?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say("Write the Measurement document.", "Écrit le document de mesure."), valueName: "measurement.json"))
    var output: String?

    @Flag(help: ArgumentHelp(say("Print the Measurement document.", "Affiche le document de mesure.")))
    var json = false

    @Option(
        help: ArgumentHelp(
            say(
                "Whose SHA-256 goes into the document: never, usual (captures up to 256 MiB), always.",
                "Les captures dont le SHA-256 figure dans le document : never (aucune), usual (jusqu’à 256 Mio), always (toutes)."
            ),
            valueName: "rule"))
    var hash = Hashing.usual

    @Option(
        help: ArgumentHelp(
            say(
                "Most flows kept apart; packets of further ones count as other IP.",
                "Nombre maximal de flux distingués ; les paquets des suivants comptent en autre IP."),
            valueName: "number"))
    var maxFlows = MeterLimits().flows

    @Option(
        help: ArgumentHelp(
            say(
                "Most host names kept; further hosts are listed by address.",
                "Nombre maximal de noms d’hôtes ; les hôtes suivants sont listés par adresse."),
            valueName: "number"))
    var maxNames = MeterLimits().names

    @Option(
        help: ArgumentHelp(
            say(
                "A hosts file (hosts(5)) that names addresses which the traffic doesn't.",
                "Un fichier hosts (hosts(5)) qui nomme les adresses que le trafic ne nomme pas."),
            valueName: "file"))
    var hosts: String?

    @Option(
        help: ArgumentHelp(
            say(
                "How sure the mean of repeated steps is to be at 95 %; says how many runs that takes (default: 5%).",
                "Précision voulue, à 95 %, de la moyenne des étapes répétées ; dit combien de passages il faut (par défaut : 5%)."
            ),
            valueName: "percent"))
    var precision: Precision?

    @OptionGroup var markers: MarkerOptions
    @OptionGroup var measures: MeasureOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var source: SourceOptions
    @OptionGroup var lang: LanguageOption

    func run() throws {
        let bundle = captures.first.flatMap { RunBundle.isBundle($0) ? RunBundle(path: $0) : nil }
        let replay = try Replay(
            captures: bundle?.captures ?? captures, view: view,
            conditions: Pipeline.conditions(
                of: bundle, captures: captures, journey: journey, markers: markers,
                deviceAddresses: source.deviceAddresses, hosts: hosts,
                trust: source.trust, selection: selection,
                measures: measures, precision: precision?.fraction),
            removesDuplicates: duplicates.map { $0 == .remove },
            limits: MeterLimits(flows: maxFlows, names: maxNames), hashing: bundle == nil ? hash : .always,
            tool: .ecoproxy)
        let document = try CanonicalJSON.encode(replay.measurement)
        // Printed before it is written: a full disk costs no result.
        if json {
            Console.print(document)
        } else if let by {
            let flows = by == .flow ? try replay.flowList() : nil
            Pipeline.print(Presentation(measurement: replay.measurement, by: by, flows: flows, language: language))
        } else if !isPrintingData {
            Pipeline.printReport(replay.measurement, nil)
        }
        if let flows { try write(FlowCSV.text(replay.meter, ends: replay.ends), to: flows) }
        if let detail {
            try write(String(decoding: try CanonicalJSON.encode(replay.flowList()), as: UTF8.self), to: detail)
        }
        if let csv { try write(TrafficCSV.text(replay.measurement), to: csv) }
        if let output { try RunBundle.write(document, to: output) }
        let verdict = Pipeline.verdict(replay.measurement, isReported: !json && by == nil && !isPrintingData)
        if verdict != .done { verdict.exit() }
    }

    /// Whether standard output takes data, so that no report goes there.
    private var isPrintingData: Bool { [flows, detail, csv].contains("-") }

    func validate() throws {
        if captures.count > 1, let bundle = captures.first(where: RunBundle.isBundle) {
            throw ValidationError(
                say(
                    "\(bundle) is a run bundle: give it alone, or the captures in it.",
                    "\(bundle) est un dossier de mesure : donnez-le seul, ou les captures qu’il contient."))
        }
        if captures.count(where: { $0 == "-" }) > 1 {
            throw ValidationError(
                say("Standard input (-) can be given once.", "L’entrée standard (-) ne peut être donnée qu’une fois."))
        }
        let printed = [json, by != nil, flows == "-", detail == "-", csv == "-"]
        guard printed.count(where: { $0 }) <= 1 else {
            throw ValidationError(
                say(
                    "Standard output takes one thing: --json, --by, or one of --flows, --detail, --csv with -.",
                    "La sortie standard ne prend qu’une chose : --json, --by, ou l’un de --flows, --detail, --csv avec -."
                ))
        }
        // A flow's position is kept in 32 bits.
        guard (1...MeterLimits.most).contains(maxFlows), (1...MeterLimits.most).contains(maxNames) else {
            throw ValidationError(
                say(
                    "--max-flows and --max-names take a number from 1 to \(MeterLimits.most).",
                    "--max-flows et --max-names prennent un nombre de 1 à \(MeterLimits.most)."))
        }
    }

    private func write(_ text: String, to path: String) throws {
        if path == "-" {
            Console.print(text, terminator: "")
        } else {
            try RunBundle.write(Data(text.utf8), to: path)
        }
    }
}
