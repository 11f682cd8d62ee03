import Documents
import Foundation
import JourneyRecorder
import Report
import Synchronization

/// What a tester sees while recording on a terminal, and the keys that mark steps. All of it on standard error.
final class RecordScreen: RecordView {
    private struct State {
        var progress = Recording.Progress()
        var dialog = ScreenDialog()
        var remark: String?
        /// What stands on the terminal, and how large it was then.
        var lines: [String] = []
        var size = (width: 0, height: 0)
        var isOpen = false
    }

    // ECMA-48 § 8.3: cursor position (CUP), erase in line (EL) and page (ED); the private modes are xterm's: ctlseqs, DECSET 25, 1049.
    private static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J"
    private static let leave = "\u{1B}[?25h\u{1B}[?1049l"

    private let desk: MarkerDesk
    private let source: String
    private let cache: CacheState?
    private let begin: Timestamp
    private let keyboard = Keyboard()
    private let renderer = ScreenRenderer(language: language, style: Console.errorsTakeColour ? .colour : .plain)
    private let state = Mutex(State())

    /// - Parameters:
    ///   - desk: where steps are marked.
    ///   - source: where the packets come from, in words.
    ///   - cache: what was said of the app's caches.
    ///   - begin: when the recording began.
    ///   - notice: what is said at first.
    init(desk: MarkerDesk, source: String, cache: CacheState?, begin: Timestamp, notice: String?) {
        state.withLock { $0.remark = notice }
        self.desk = desk
        self.source = source
        self.cache = cache
        self.begin = begin
    }

    func open() {
        Console.error(Self.enter, terminator: "")
        state.withLock { $0.isOpen = true }
        if Console.hasKeyboard {
            keyboard.open()
            // A thread of its own, so that a marker is stamped when the key is pressed, not when the next packet comes.
            Thread.detachNewThread { [self] in
                while state.withLock({ $0.isOpen }), let bytes = keyboard.read() {
                    let time = SystemClock.now()
                    for key in ScreenDialog.Key.keys(in: bytes) { press(key, at: time) }
                }
            }
        }
        state.withLock { draw(&$0) }
    }

    func show(_ progress: Recording.Progress) {
        state.withLock { state in
            state.progress = progress
            draw(&state)
        }
    }

    func tell(_ text: String) {
        state.withLock { state in
            state.remark = text
            draw(&state)
        }
    }

    func close(_ progress: Recording.Progress) {
        state.withLock { $0.isOpen = false }
        keyboard.close()
        Console.error(Self.leave, terminator: "")
    }

    /// Draws the lines that have changed, or all of them on a terminal of another size.
    private func draw(_ state: inout State) {
        guard state.isOpen else { return }
        let size = Console.errorSize
        var model = ScreenModel(
            state.progress, desk: desk, source: source, begin: begin, now: SystemClock.now())
        model.cache = cache
        model.remark = state.remark
        model.footer = state.dialog.footer
        let lines = renderer.lines(of: model, width: size.width, height: size.height)
        var text = ""
        if size != state.size {
            text += "\u{1B}[2J"
            state.lines = []
        }
        for (index, line) in lines.enumerated() where index >= state.lines.count || state.lines[index] != line {
            text += "\u{1B}[\(index + 1);1H\(line)\u{1B}[K"
        }
        if lines.count < state.lines.count { text += "\u{1B}[\(lines.count + 1);1H\u{1B}[J" }
        (state.lines, state.size) = (lines, size)
        if !text.isEmpty { Console.error(text, terminator: "") }
    }

    private func press(_ key: ScreenDialog.Key, at time: Timestamp) {
        let wish = state.withLock { state -> ScreenDialog.Wish? in
            guard state.isOpen else { return nil }
            let wish = state.dialog.press(key, at: time)
            draw(&state)
            return wish
        }
        guard let wish else { return }
        let remark: String?
        do {
            remark = try fulfil(wish, at: time)
        } catch {
            remark = "⚠ \(error)"
        }
        state.withLock { state in
            state.remark = remark
            draw(&state)
        }
    }

    /// Does what is wanted.
    ///
    /// - Returns: what to say about it.
    private func fulfil(_ wish: ScreenDialog.Wish, at time: Timestamp) throws -> String? {
        switch wish {
        case .next:
            let marked = try mark(.next, at: time)
            return marked.first?.kind == .end
                ? desk.position.next == .nothing
                    ? say(
                        "that was the last step: q finishes, u takes back",
                        "c’était la dernière étape : q termine, u annule")
                    : say("the round is done: ↵ begins the next", "le tour est fini : ↵ commence le suivant")
                : marked.first?.step.map { "● \($0)" }
        case .end:
            try mark(.end, at: time)
            return say("the step has ended", "l’étape est finie")
        case .undo:
            try mark(.undo, at: time)
            return say("taken back", "annulé")
        case .pause:
            let isPaused = desk.position.isPaused
            try mark(isPaused ? .resume : .pause, at: time)
            return isPaused ? say("it goes on", "reprise") : say("paused: p goes on", "en pause : p reprend")
        case .displayed:
            try mark(.displayed, at: time)
            return say("displayed", "affiché")
        case .restart:
            try mark(.restart, at: time)
            return say("taken back: ↵ begins the round anew", "annulé : ↵ recommence le tour")
        case .prepare(let moment):
            desk.prepare(at: moment)
            return nil
        case .step(let name, let moment):
            let step = desk.plan.step(named: name) ?? name
            try mark(.step(step), at: moment)
            return "● \(step)"
        case .note(let text, let moment):
            try mark(.note(text), at: moment)
            return say("noted", "noté")
        case .finish:
            StopSignal.request()
            return say("finishing …", "fin …")
        }
    }

    @discardableResult
    private func mark(_ request: MarkerRequest, at time: Timestamp) throws -> [Marker] {
        try desk.mark(request, source: "key", at: time, clock: SystemClock.now)
    }
}
