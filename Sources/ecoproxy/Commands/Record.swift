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
                      sudo ecoproxy record          (asks three questions, then records)

            Steps are marked with the keys shown on a terminal, or with: ecoproxy mark STEP. Ctrl-C ends the recording well \
            (exit code 130 if --duration was not over). \
            Only headers and what names a flow (DNS answers, TLS and QUIC greetings) are stored, unless --payload is given.
            """,
            """
            Exemple :  sudo ecoproxy record --interface wlan0 --journey journey.yaml --output run
                       sudo ecoproxy record          (pose trois questions, puis enregistre)

            Les étapes se notent avec les touches affichées, ou avec : ecoproxy mark ÉTAPE. Ctrl-C termine l’enregistrement \
            (code de sortie 130 si --duration n’était pas écoulée). \
            Seuls sont gardés les en-têtes et ce qui nomme un flux (réponses DNS, saluts TLS et QUIC), sauf avec --payload.
            """))

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say(
                "Where to capture (see: ecoproxy interfaces); asked on a terminal.",
                "Où capturer (voir : ecoproxy interfaces) ; demandé sur un terminal."),
            valueName: "name"))
    var interface: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say(
                "Folder for the run bundle; must be new. Where questions are asked, named after the time unless given.",
                "Dossier de mesure ; doit être nouveau. Si des questions sont posées, nommé d’après l’heure par défaut."
            ),
            valueName: "bundle"))
    var output: String?

    @OptionGroup var walk: RecordWalkOptions

    @Option(
        name: .customLong("device-address"),
        help: ArgumentHelp(
            say(
                "An address of the device (repeatable); told from the traffic unless given.",
                "Une adresse de l’appareil (répétable) ; déduite du trafic sinon."), valueName: "address"))
    var deviceAddresses: [IPAddress] = []

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

    func validate() throws {
        guard interface == nil || output != nil, interface != nil || Console.hasKeyboard else {
            throw ValidationError(
                say(
                    "Give --interface and --output (on a terminal, without --interface, they are asked for).",
                    "Donnez --interface et --output (sur un terminal, sans --interface, ils sont demandés)."))
        }
    }

    func run() throws {
        let journey = try walk.journey.map { (value: try Pipeline.journey($0).value, bytes: try RunBundle.read($0)) }
        guard let interface, let output else {
            let asked = try RecordQuestions(
                output: output, asksSteps: journey == nil, devices: deviceAddresses)
            return try record(
                RecordPlan(
                    interface: asked.interface, output: asked.output, devices: asked.devices,
                    journey: try journey ?? RecordPlan.drafted(asked.steps), keepsJourney: journey == nil))
        }
        try record(
            RecordPlan(
                interface: interface, output: output, devices: deviceAddresses, journey: journey, keepsJourney: false))
    }

    private func record(_ plan: RecordPlan) throws {
        StopSignal.install()
        let capture = try LiveCapture(interface: plan.interface, filter: filter)
        try Privileges.drop()
        let bundle = RunBundle(path: plan.output)
        try bundle.create()
        try plan.write(to: bundle, cache: walk.cache)
        let begin = SystemClock.now()
        let watch = try RecordWatch(
            bundle, plan: WalkPlan(journey: plan.journey?.value, rounds: walk.iterations), source: plan.interface,
            cache: walk.cache, port: walk.port, format: walk.progress, begin: begin)
        let live = try LiveView(
            desk: watch.desk, deviceAddresses: plan.devices, interfaces: [capture.interface])
        var recording = try Recording(
            from: capture, into: bundle, keepsPayload: payload, tool: .ecoproxy, live: live)
        watch.open()
        let end = duration.map { Timestamp(nanoseconds: begin.nanoseconds + $0.nanoseconds) }
        var failure: (any Error)?
        do {
            try recording.run(
                clock: SystemClock.now,
                until: { StopSignal.isRequested || end.map { SystemClock.now() >= $0 } ?? false },
                view: watch.show)
        } catch {
            failure = error
        }
        watch.close()
        try plan.keepJourney(in: bundle, and: walk.writtenJourney)
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
