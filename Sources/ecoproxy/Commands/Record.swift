import ArgumentParser
import Documents
import Foundation
import JourneyRecorder
import TrafficMeter

struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Record a walk on an interface, and score it.", "Enregistre un parcours sur une interface, et le note."),
        discussion: say(
            """
            Example:  sudo ecoproxy record --interface wlan0 --journey journey.yaml --output run

            Steps are marked with the keys shown on a terminal, or with: ecoproxy mark run STEP. Ctrl-C ends the recording well \
            (exit code 130 if --duration was not over). \
            Only headers and what names a flow (DNS answers, TLS and QUIC greetings) are stored, unless --payload is given.
            """,
            """
            Exemple :  sudo ecoproxy record --interface wlan0 --journey journey.yaml --output run

            Les étapes se notent avec les touches affichées, ou avec : ecoproxy mark run ÉTAPE. Ctrl-C termine l’enregistrement \
            (code de sortie 130 si --duration n’était pas écoulée). \
            Seuls sont gardés les en-têtes et ce qui nomme un flux (réponses DNS, saluts TLS et QUIC), sauf avec --payload.
            """))

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say("Where to capture (see: ecoproxy interfaces).", "Où capturer (voir : ecoproxy interfaces)."),
            valueName: "name"))
    var interface: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say("Folder for the run bundle; must be new.", "Dossier de mesure ; doit être nouveau."),
            valueName: "bundle"))
    var output: String

    @Option(help: ArgumentHelp(say("The journey to walk.", "Le parcours à suivre."), valueName: "journey.yaml"))
    var journey: String?

    @Option(
        help: ArgumentHelp(
            say(
                "What to capture, as pcap-filter(7) says; all unless given.",
                "Ce qu’il faut capturer (pcap-filter(7)) ; tout par défaut."), valueName: "filter"))
    var filter: String?

    @Option(
        help: ArgumentHelp(
            say("End after this time, such as 90s or 5m.", "Durée, par exemple 90s ou 5m."), valueName: "time"))
    var duration: Duration?

    @Flag(
        help: ArgumentHelp(
            say("Store whole packets: personal data.", "Garde les paquets entiers : données personnelles.")))
    var payload = false

    @Flag(help: ArgumentHelp(say("Print the Measurement document.", "Affiche le document de mesure.")))
    var json = false

    @OptionGroup var lang: LanguageOption

    func run() throws {
        let journey = try journey.map { (try Pipeline.journey($0).value, try RunBundle.read($0)) }
        StopSignal.install()
        let capture = try LiveCapture(interface: interface, filter: filter)
        try Privileges.drop()
        let bundle = RunBundle(path: output)
        try bundle.create()
        if let journey { try bundle.write(journey.1, to: .journey) }
        try bundle.write(Data(), to: .markers)
        var recording = try Recording(from: capture, into: bundle, keepsPayload: payload, tool: .ecoproxy)
        let begin = SystemClock.now()
        let screen = RecordScreen(bundle: bundle, journey: journey?.0, begin: begin)
        screen.open(interface)
        let end = duration.map { Timestamp(nanoseconds: begin.nanoseconds + $0.nanoseconds) }
        var failure: (any Error)?
        do {
            try recording.run(
                clock: SystemClock.now,
                until: { StopSignal.isRequested || end.map { SystemClock.now() >= $0 } ?? false },
                view: screen.show)
        } catch {
            failure = error
        }
        screen.close()
        try conclude(bundle, failure)
    }

    /// Makes the result from the bundle, whatever ended the recording.
    private func conclude(_ bundle: RunBundle, _ failure: (any Error)?) throws {
        if let failure {
            Console.error("ecoproxy: \(failure)")
            Console.error(
                say(
                    "what was recorded before is kept in \(output)",
                    "ce qui a été enregistré avant est gardé dans \(output)"))
        }
        let measurement = try Pipeline.complete(bundle, json: json).measurement
        Console.error(say("recorded in \(output)", "enregistré dans \(output)"))
        if let status = failure.flatMap(ExitStatus.init) { status.exit() }
        let verdict = Pipeline.verdict(measurement, isReported: !json)
        if verdict != .done { verdict.exit() }
        // Without --duration, Ctrl-C is how a recording ends.
        if duration != nil, StopSignal.isSignalled { ExitStatus.interrupted.exit() }
    }

    /// A length of time as a person writes it.
    struct Duration: ExpressibleByArgument {
        let nanoseconds: Int64

        init?(argument: String) {
            let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
            let unit = argument.last.flatMap { units[$0] }
            guard let value = Double(unit == nil ? argument : String(argument.dropLast())), value > 0, value <= 1e6
            else {
                return nil
            }
            nanoseconds = Int64(value * (unit ?? 1) * 1e9)
        }
    }
}
