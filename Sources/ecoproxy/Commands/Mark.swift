import ArgumentParser
import Documents
import Foundation
import JourneyRecorder

struct Mark: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Say in a running recording that a step begins now.",
            "Note dans un enregistrement en cours qu’une étape commence."),
        discussion: say(
            """
            Example:  ecoproxy mark search
                      ecoproxy mark --end
                      ecoproxy mark --wait-idle 2s
                      ecoproxy mark run search      (the recording into the bundle run)
            """,
            """
            Exemple :  ecoproxy mark rechercher
                       ecoproxy mark --end
                       ecoproxy mark --wait-idle 2s
                       ecoproxy mark run rechercher  (l’enregistrement dans le dossier run)
            """))

    @Argument(
        help: ArgumentHelp(
            say(
                "The step that begins; before it the run bundle, unless one recording alone is running.",
                "L’étape qui commence ; avant elle le dossier de mesure, sauf si un seul enregistrement est en cours."),
            valueName: "bundle] [step"))
    var words: [String] = []

    @Flag(help: ArgumentHelp(say("The step ends, and none begins.", "L’étape finit, sans qu’une autre commence.")))
    var end = false

    @Flag(help: ArgumentHelp(say("What follows doesn't belong to the step.", "La suite n’appartient pas à l’étape.")))
    var pause = false

    @Flag(help: ArgumentHelp(say("The step goes on.", "L’étape reprend.")))
    var resume = false

    @Flag(help: ArgumentHelp(say("The latest marker was a mistake.", "Le dernier repère était une erreur.")))
    var undo = false

    @Flag(
        help: ArgumentHelp(
            say("The screen shows what the step is for.", "L’écran montre ce pour quoi l’étape est faite.")))
    var displayed = false

    @Option(help: ArgumentHelp(say("A remark.", "Une remarque."), valueName: "text"))
    var note: String?

    @Option(
        help: ArgumentHelp(
            say(
                "When it happened, such as 2026-03-02T10:00:00.5Z (default: now).",
                "Quand c’est arrivé, par exemple 2026-03-02T10:00:00.5Z (par défaut : maintenant)."), valueName: "time"),
        transform: moment)
    var at: Timestamp?

    @Option(
        name: .customLong("wait-idle"),
        help: ArgumentHelp(
            say(
                "Mark nothing: return once the app has been quiet so long, counted from now on, such as 2s.",
                "Ne note rien : revient quand l’application est restée calme si longtemps, dès maintenant, par exemple 2s."
            ),
            valueName: "time"))
    var idle: Record.Duration?

    @Option(
        help: ArgumentHelp(
            say(
                "With --wait-idle: give up after this time (exit code 3).",
                "Avec --wait-idle : abandonne après cette durée (code de sortie 3)."), valueName: "time"))
    var timeout = Record.Duration(seconds: 60)

    @OptionGroup var lang: LanguageOption

    private static let moment = { @Sendable (text: String) throws -> Timestamp in
        guard let moment = Timestamp(text) else {
            throw ValidationError(
                say(
                    "'\(text)' is no moment; write it as 2026-03-02T10:00:00.5Z",
                    "« \(text) » n’est pas un moment ; écrivez-le ainsi : 2026-03-02T10:00:00.5Z"))
        }
        return moment
    }

    private var requests: [MarkerRequest] {
        [
            end ? .end : nil, pause ? .pause : nil, resume ? .resume : nil, undo ? .undo : nil,
            displayed ? .displayed : nil, note.map { .note($0) },
        ].compactMap { $0 }
    }

    func validate() throws {
        let asked = requests.count + (idle == nil ? 0 : 1)
        // A bundle alone says no step; one of that name is marked with the bundle before it.
        let isBundleAlone = asked == 0 && words.count == 1 && words.allSatisfy(RunBundle.isBundle)
        guard asked == 0 ? (1...2).contains(words.count) && !isBundleAlone : asked == 1 && words.count <= 1 else {
            throw ValidationError(
                say(
                    "Give one step, or one of --end, --pause, --resume, --undo, --displayed, --note, --wait-idle.",
                    "Donnez une étape, ou une option parmi --end, --pause, --resume, --undo, --displayed, --note, --wait-idle."
                ))
        }
    }

    func run() throws {
        let isStep = requests.isEmpty && idle == nil
        let named = isStep && words.count == 1 ? nil : words.first
        let recording = try RunningRecording.meant(by: named)
        if let idle {
            guard let recording else { throw UnavailableError(RunningRecording.noneRuns(named), status: .noInput) }
            return try IdleWait(recording).wait(idle.nanoseconds, atMost: timeout.nanoseconds)
        }
        guard let request = requests.first ?? words.last.map({ .step($0) }) else { return }
        if let recording,
            let answer = try? RecordingClient(recording: recording).ask(
                "POST", RemoteRequest.target(request, at: at))
        {
            guard answer.status != 200 else { return }
            throw InputError("\(recording.bundle): \(RecordingClient.problem(in: answer.body))")
        }
        guard let path = named ?? recording?.bundle else {
            throw UnavailableError(RunningRecording.noneRuns(nil), status: .noInput)
        }
        try mark(request, in: RunBundle(path: path))
    }

    /// Marks in the bundle itself, where no recording answers: its replay reads what is there.
    private func mark(_ request: MarkerRequest, in bundle: RunBundle) throws {
        guard bundle.has(.capture) else {
            throw UnavailableError(
                "\(bundle.path): no recording is there; start one with: ecoproxy record --output \(bundle.path)",
                status: .noInput)
        }
        let journey = try bundle.has(.journey) ? Pipeline.journey(bundle.path(of: .journey)).value : nil
        do {
            let desk = try MarkerDesk(bundle, plan: WalkPlan(journey: journey))
            try desk.mark(request, source: "command", at: at, clock: SystemClock.now)
        } catch let refusal as MarkerRefusal {
            throw InputError("\(bundle.path): \(refusal)")
        }
    }
}

extension Record.Duration {
    init(seconds: Int64) {
        nanoseconds = seconds * 1_000_000_000
    }
}
