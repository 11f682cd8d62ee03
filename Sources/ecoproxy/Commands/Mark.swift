import ArgumentParser
import Documents
import JourneyRecorder

struct Mark: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Say in a running recording that a step begins now.",
            "Note dans un enregistrement en cours qu’une étape commence."),
        discussion: say(
            "Example:  ecoproxy mark run search\n          ecoproxy mark run --end",
            "Exemple :  ecoproxy mark run rechercher\n           ecoproxy mark run --end"))

    @Argument(help: ArgumentHelp(say("The run bundle.", "Le dossier de mesure."), valueName: "bundle"))
    var bundle: String

    @Argument(help: ArgumentHelp(say("The step that begins.", "L’étape qui commence."), valueName: "step"))
    var step: String?

    @Flag(help: ArgumentHelp(say("The step ends, and none begins.", "L’étape finit, sans qu’une autre commence.")))
    var end = false

    @Flag(help: ArgumentHelp(say("What follows doesn't belong to the step.", "La suite n’appartient pas à l’étape.")))
    var pause = false

    @Flag(help: ArgumentHelp(say("The step goes on.", "L’étape reprend.")))
    var resume = false

    @Flag(help: ArgumentHelp(say("The latest marker was a mistake.", "Le dernier repère était une erreur.")))
    var undo = false

    @Option(help: ArgumentHelp(say("A remark.", "Une remarque."), valueName: "text"))
    var note: String?

    @OptionGroup var lang: LanguageOption

    private var kinds: [Marker.Kind] {
        [
            step == nil ? nil : .step, end ? .end : nil, pause ? .pause : nil, resume ? .resume : nil,
            undo ? .undo : nil,
            note == nil ? nil : .note,
        ].compactMap { $0 }
    }

    func validate() throws {
        guard kinds.count == 1 else {
            throw ValidationError(
                say(
                    "Give one step, or one of --end, --pause, --resume, --undo, --note.",
                    "Donnez une étape, ou une option parmi --end, --pause, --resume, --undo, --note."))
        }
    }

    func run() throws {
        let bundle = RunBundle(path: bundle)
        guard bundle.has(.capture) else {
            throw UnavailableError(
                "\(self.bundle): no recording is there; start one with: ecoproxy record --output \(self.bundle)",
                status: .noInput)
        }
        if let step, bundle.has(.journey) {
            let journey = try Pipeline.journey(bundle.path(of: .journey)).value
            guard journey.steps.contains(where: { $0.id == step }) else {
                let known = journey.steps.map(\.id).joined(separator: ", ")
                throw InputError("\(self.bundle): the journey has no step '\(step)'; its steps are: \(known)")
            }
        }
        for kind in kinds {
            try MarkerAppender(path: bundle.path(of: .markers)).append(
                kind, step: step, text: note, source: "command", clock: SystemClock.now)
        }
    }
}
