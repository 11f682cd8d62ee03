import Documents
import Foundation
import Glibc
import JourneyRecorder
import Synchronization

/// What a tester sees while recording, and the keys that mark steps. All of it on standard error.
final class RecordScreen: Sendable {
    private struct State {
        /// Steps of the journey that were begun with the key, so that the next one is known.
        var begun = 0
        var isPaused = false
        var current: String?
    }

    private let bundle: RunBundle
    private let journey: Journey?
    private let begin: Timestamp
    private let state = Mutex(State())
    /// The terminal's settings before keys were read one by one.
    private let settings = Mutex<termios?>(nil)
    private let isWatched = Console.errorsAreWatched

    init(bundle: RunBundle, journey: Journey?, begin: Timestamp) {
        self.bundle = bundle
        self.journey = journey
        self.begin = begin
    }

    /// Says that the recording runs, and begins to read keys.
    func open(_ interface: String) {
        Console.error(
            say(
                "recording on \(interface) into \(bundle.path)",
                "enregistrement sur \(interface) dans \(bundle.path)"))
        guard Console.hasKeyboard else { return }
        Console.error(
            say(
                "keys: Enter next step · u undo · p pause · e end of step · q finish",
                "touches : Entrée étape suivante · u annuler · p pause · e fin d’étape · q terminer"))
        readKeysOneByOne()
        // A thread of its own, so that a marker is stamped when the key is pressed, not when the next packet comes.
        Thread.detachNewThread { [self] in
            var key: UInt8 = 0
            while !StopSignal.isRequested, unsafe read(STDIN_FILENO, &key, 1) == 1 { press(key) }
        }
    }

    /// Shows how far the recording is.
    func show(_ progress: Recording.Progress) {
        guard isWatched else { return }
        let current = state.withLock { $0.isPaused ? say("pause", "pause") : $0.current ?? "–" }
        let seconds = Int(SystemClock.now().seconds(since: begin))
        let clock = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
        let drops = progress.dropped > 0 ? say(" · \(progress.dropped) DROPPED", " · \(progress.dropped) PERDUS") : ""
        let line = say(
            " \(clock) · \(current) · \(progress.ipBytes) IP bytes · \(progress.packets) packets\(drops)",
            " \(clock) · \(current) · \(progress.ipBytes) octets IP · \(progress.packets) paquets\(drops)")
        // Carriage return, the line, erase to its end (ECMA-48, EL).
        Console.error("\r\(line)\u{1B}[K", terminator: "")
    }

    /// Gives the terminal back as it was.
    func close() {
        if isWatched { Console.error("") }
        settings.withLock { saved in
            if var before = saved { unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before) }
            saved = nil
        }
    }

    private func readKeysOneByOne() {
        var current = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &current) == 0 else { return }
        settings.withLock { $0 = current }
        current.c_lflag &= ~tcflag_t(ICANON | ECHO)
        unsafe tcsetattr(STDIN_FILENO, TCSANOW, &current)
    }

    private func press(_ key: UInt8) {
        do {
            switch key {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "): try beginNextStep()
            case UInt8(ascii: "u"): try undo()
            case UInt8(ascii: "p"): try togglePause()
            case UInt8(ascii: "e"): try mark(.end) { $0.current = nil }
            case UInt8(ascii: "q"): StopSignal.request()
            default: break
            }
        } catch {
            Console.error("\r\u{1B}[Kecoproxy: \(error)")
        }
    }

    private func beginNextStep() throws {
        let next = state.withLock { state in
            let steps = journey?.steps.map(\.id)
            return steps == nil
                ? "step-\(state.begun + 1)" : state.begun < steps?.count ?? 0 ? steps?[state.begun] : nil
        }
        guard let next else {
            return Console.error(
                "\r\u{1B}[K"
                    + say(
                        "that was the last step: q finishes, u takes back",
                        "c’était la dernière étape : q termine, u annule"))
        }
        try mark(.step, step: next) { state in
            state.begun += 1
            state.current = next
            state.isPaused = false
        }
        Console.error("\r\u{1B}[K ● \(next)")
    }

    private func undo() throws {
        try mark(.undo) { state in
            if state.current != nil, state.begun > 0 { state.begun -= 1 }
            state.current = nil
        }
        Console.error("\r\u{1B}[K " + say("taken back", "annulé"))
    }

    private func togglePause() throws {
        let isPaused = state.withLock { $0.isPaused }
        try mark(isPaused ? .resume : .pause) { $0.isPaused = !isPaused }
    }

    private func mark(_ kind: Marker.Kind, step: String? = nil, _ change: (inout State) -> Void) throws {
        try MarkerAppender(path: bundle.path(of: .markers)).append(
            kind, step: step, source: "key", clock: SystemClock.now)
        state.withLock { change(&$0) }
    }
}
