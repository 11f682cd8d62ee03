import ArgumentParser
import Documents
import Foundation
import JourneyRecorder
import TrafficMeter

struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Record a walk beside a device, and score it.", "Enregistre un parcours à côté d’un appareil, et le note."),
        discussion: say(
            """
            Example:  sudo ecoproxy record --interface wlan0 --journey journey.yaml --output run

                      adb exec-out tcpdump -i any -U -w - | ecoproxy record --from - --output run
                      ecoproxy record --pcapdroid tcp --output run

            Steps are marked with the keys shown on a terminal, or with: ecoproxy mark run STEP. Ctrl-C ends the recording well \
            (exit code 130 if --duration was not over). \
            Only headers and what names a flow (DNS answers, TLS and QUIC greetings) are stored, unless --payload is given.
            """,
            """
            Exemple :  sudo ecoproxy record --interface wlan0 --journey journey.yaml --output run

                       adb exec-out tcpdump -i any -U -w - | ecoproxy record --from - --output run
                       ecoproxy record --pcapdroid tcp --output run

            Les étapes se notent avec les touches affichées, ou avec : ecoproxy mark run ÉTAPE. Ctrl-C termine l’enregistrement \
            (code de sortie 130 si --duration n’était pas écoulée). \
            Seuls sont gardés les en-têtes et ce qui nomme un flux (réponses DNS, saluts TLS et QUIC), sauf avec --payload.
            """))

    @OptionGroup var source: RecordSourceOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say("Folder for the run bundle; must be new.", "Dossier de mesure ; doit être nouveau."),
            valueName: "bundle"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Go on with a recording that was interrupted, in its bundle.",
                "Reprend un enregistrement interrompu, dans son dossier."), valueName: "bundle"))
    var resume: String?

    @Option(help: ArgumentHelp(say("The journey to walk.", "Le parcours à suivre."), valueName: "journey.yaml"))
    var journey: String?

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

    func validate() throws {
        guard (output == nil) != (resume == nil) else {
            throw ValidationError(
                say(
                    "Give --output for a new recording, or --resume to go on with one.",
                    "Donnez --output pour un nouvel enregistrement, ou --resume pour en reprendre un."))
        }
        if resume != nil, journey != nil || source.app != nil || !source.device.isEmpty {
            throw ValidationError(
                say(
                    "--resume goes on with the journey, device and app of its bundle: give neither again.",
                    "--resume reprend le parcours, l’appareil et l’application de son dossier : ne les redonnez pas."))
        }
    }

    func run() throws {
        let journey = try journey.map { (try Pipeline.journey($0).value, try RunBundle.read($0)) }
        StopSignal.install()
        switch try source.kind() {
        case .interface(let name):
            var capture = try source.open(name, keepsPayload: payload)
            try Privileges.drop()
            try record(from: &capture, named: name, journey)
        case .stream(let origin):
            // A stream needs no rights: hostile bytes shall meet none.
            try Privileges.drop()
            var capture = try StreamCapture(origin)
            try record(from: &capture, named: SourceText.name(of: origin), journey)
        }
    }

    /// Records from an open source.
    private func record<Source: RecordingSource & ~Copyable>(
        from source: inout Source, named name: String, _ journey: (value: Journey, bytes: Data)?
    ) throws {
        let walk = try RecordedBundle(
            output: output, resume: resume, journey: journey, conditions: self.source.conditions())
        let bundle = walk.bundle
        var recording = try Recording(
            into: bundle, conditions: walk.conditions, keepsPayload: payload, tool: .ecoproxy)
        let begin = SystemClock.now()
        let screen = RecordScreen(bundle: bundle, journey: walk.journey, begin: begin)
        screen.open(name)
        let end = duration.map { Timestamp(nanoseconds: begin.nanoseconds + $0.nanoseconds) }
        var failure: (any Error)?
        do {
            try recording.run(
                from: &source, clock: SystemClock.now, machine: SystemClock.machineTime,
                until: { StopSignal.isRequested || end.map { SystemClock.now() >= $0 } ?? false },
                view: screen.show,
                notice: { if let text = SourceText.text(of: $0) { Console.error(text) } })
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
                    "what was recorded before is kept in \(bundle.path)",
                    "ce qui a été enregistré avant est gardé dans \(bundle.path)"))
        }
        let measurement = try Pipeline.complete(bundle, json: json).measurement
        Console.error(say("recorded in \(bundle.path)", "enregistré dans \(bundle.path)"))
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
