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
                      sudo ecoproxy record          (asks three questions, then records)

                      adb exec-out tcpdump -i any -U -w - | ecoproxy record --from - --output run
                      ecoproxy record --pcapdroid tcp --output run

            Steps are marked with the keys shown on a terminal, or with: ecoproxy mark STEP. Ctrl-C ends the recording well \
            (exit code 130 if --duration was not over). \
            Only headers and what names a flow (DNS answers, TLS and QUIC greetings) are stored, unless --payload is given.
            """,
            """
            Exemple :  sudo ecoproxy record --interface wlan0 --journey journey.yaml --output run
                       sudo ecoproxy record          (pose trois questions, puis enregistre)

                       adb exec-out tcpdump -i any -U -w - | ecoproxy record --from - --output run
                       ecoproxy record --pcapdroid tcp --output run

            Les étapes se notent avec les touches affichées, ou avec : ecoproxy mark ÉTAPE. Ctrl-C termine l’enregistrement \
            (code de sortie 130 si --duration n’était pas écoulée). \
            Seuls sont gardés les en-têtes et ce qui nomme un flux (réponses DNS, saluts TLS et QUIC), sauf avec --payload.
            """))

    @OptionGroup var source: RecordSourceOptions

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
                "Go on with a recording that was interrupted, in its bundle.",
                "Reprend un enregistrement interrompu, dans son dossier."), valueName: "bundle"))
    var resume: String?

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
        guard output == nil || resume == nil, resume == nil || source.isGiven else {
            throw ValidationError(
                say(
                    "Give --output for a new recording, or --resume with a source to go on with one.",
                    "Donnez --output pour un nouvel enregistrement, ou --resume et une source pour en reprendre un."))
        }
        guard resume != nil || !source.isGiven || output != nil, source.isGiven || Console.hasKeyboard else {
            throw ValidationError(
                say(
                    "Give a source, such as --interface, and --output (on a terminal, without a source, they are asked for).",
                    "Donnez une source, telle que --interface, et --output (sur un terminal, sans source, ils sont demandés)."
                ))
        }
        if resume != nil,
            walk.journey != nil || walk.cache != nil || source.app != nil || !source.device.isEmpty
                || !deviceAddresses.isEmpty
        {
            throw ValidationError(
                say(
                    "--resume goes on with the journey, caches, device and app of its bundle: give none of them again.",
                    "--resume reprend le parcours, les caches, l’appareil et l’application de son dossier : ne les redonnez pas."
                ))
        }
    }

    func run() throws {
        if let path = walk.writtenJourney { try NewFile.check(path) }
        let journey = try walk.journey.map { (value: try Pipeline.journey($0).value, bytes: try RunBundle.read($0)) }
        guard source.isGiven else {
            let asked = try RecordQuestions(
                output: output, asksSteps: journey == nil, devices: deviceAddresses)
            var told = self
            switch asked.source {
            case .interface(let name): told.source.interface = name
            case .pcapdroid: told.source.pcapdroid = "tcp"
            case .followed(let path): told.source.follow = path
            }
            return try told.record(
                RecordPlan(
                    kind: try told.source.kind(), output: asked.output, devices: asked.devices,
                    journey: try journey ?? RecordPlan.drafted(asked.steps), keepsJourney: journey == nil))
        }
        try record(
            RecordPlan(
                kind: try source.kind(), output: output, devices: deviceAddresses, journey: journey,
                keepsJourney: false))
    }

    private func record(_ plan: RecordPlan) throws {
        StopSignal.install()
        switch plan.kind {
        case .interface(let name):
            var capture = try source.open(name, keepsPayload: payload)
            try Privileges.drop()
            try record(from: &capture, named: name, plan)
        case .stream(let origin):
            // A stream needs no rights: hostile bytes shall meet none.
            try Privileges.drop()
            var capture = try StreamCapture(origin)
            try record(from: &capture, named: SourceText.name(of: origin), plan)
        }
    }

    /// Records from an open source.
    private func record<Source: RecordingSource & ~Copyable>(
        from source: inout Source, named name: String, _ plan: RecordPlan
    ) throws {
        let recorded = try RecordedBundle(
            output: plan.output, resume: resume, journey: plan.journey,
            conditions: plan.conditions(self.source.conditions(), walk))
        let bundle = recorded.bundle
        let begin = SystemClock.now()
        let watch = try RecordWatch(
            bundle, plan: WalkPlan(journey: recorded.journey, rounds: recorded.conditions.iterations ?? 1),
            source: name, cache: recorded.conditions.cache, port: walk.port, format: walk.progress, begin: begin)
        let live = try LiveView(
            desk: watch.desk, conditions: recorded.conditions, interfaces: source.interfaces)
        var recording = try Recording(
            into: bundle, conditions: recorded.conditions, keepsPayload: payload, tool: .ecoproxy, live: live)
        watch.open()
        let end = duration.map { Timestamp(nanoseconds: begin.nanoseconds + $0.nanoseconds) }
        var failure: (any Error)?
        do {
            try recording.run(
                from: &source, clock: SystemClock.now, machine: SystemClock.machineTime,
                until: { StopSignal.isRequested || end.map { SystemClock.now() >= $0 } ?? false },
                view: watch.show, notice: { if let text = SourceText.text(of: $0) { watch.tell(text) } })
        } catch {
            failure = error
        }
        watch.close()
        do {
            try plan.keepJourney(in: bundle, and: walk.writtenJourney)
        } catch {
            // The packets' own failure matters more.
            failure = failure ?? error
        }
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
