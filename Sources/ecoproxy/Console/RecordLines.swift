import Documents
import JourneyRecorder
import Report
import Synchronization

/// A recording without a terminal: one line a step on standard error, or for programs JSON lines, which begin with a brace between
/// sentences that don't.
final class RecordLines: RecordView {
    /// What is written.
    enum Format: Sendable {
        case text, json
    }

    private struct State {
        /// Steps that were told.
        var told = 0
        /// Markers that were told.
        var marked = 0
        /// The second that was told last.
        var second = -1
    }

    private let format: Format
    private let desk: MarkerDesk
    private let source: String
    private let bundle: String
    private let begin: Timestamp
    private let state = Mutex(State())

    private let notice: String?

    init(_ format: Format, desk: MarkerDesk, source: String, bundle: String, begin: Timestamp, notice: String?) {
        self.notice = notice
        self.format = format
        self.desk = desk
        self.source = source
        self.bundle = bundle
        self.begin = begin
    }

    func open() {
        if let notice { Console.error(notice) }
        Console.error(
            say("recording on \(source) into \(bundle)", "enregistrement sur \(source) dans \(bundle)"))
    }

    func show(_ progress: Recording.Progress) {
        switch format {
        case .text: tellSteps(progress, isOver: false)
        case .json: tellProgress(progress, isOver: false)
        }
    }

    func tell(_ text: String) { Console.error(text) }

    func close(_ progress: Recording.Progress) {
        switch format {
        case .text: tellSteps(progress, isOver: true)
        case .json: tellProgress(progress, isOver: true)
        }
    }

    /// Tells each step once it has ended.
    private func tellSteps(_ progress: Recording.Progress, isOver: Bool) {
        guard let live = progress.live else { return }
        state.withLock { state in
            let ended = isOver ? live.steps.count : live.position.current ?? live.steps.count
            // What was taken back may be walked, and told, again.
            state.told = min(state.told, ended)
            for step in live.steps[state.told..<ended] { Console.error(line(step, progress)) }
            state.told = ended
        }
    }

    private func line(_ step: LiveFigures.Step, _ progress: Recording.Progress) -> String {
        let figures = language.figures
        let round = desk.plan.rounds > 1 ? " \(step.iteration)/\(desk.plan.rounds)" : ""
        let lost = progress.dropped > 0 ? say(" · \(progress.dropped) LOST", " · \(progress.dropped) PERDUS") : ""
        return " ✓ \(step.step.id)\(round) · \(figures.duration(step.seconds)) · ▲ \(figures.bytes(step.volume.up))"
            + " ▼ \(figures.bytes(step.volume.down))\(lost)"
    }

    private func tellProgress(_ progress: Recording.Progress, isOver: Bool) {
        state.withLock { state in
            for entry in desk.log.entries.dropFirst(state.marked) {
                Console.error("{\"marker\":\(entry.marker.line.dropLast())}")
            }
            state.marked = desk.log.entries.count
            let now = SystemClock.now()
            let second = Int(now.seconds(since: begin))
            guard isOver || second != state.second else { return }
            state.second = second
            let status = RemoteStatus(progress, position: desk.position, begin: begin, now: now)
            // Its figures are finite; a fault of ours costs a line, not the recording.
            if let line = try? status.line() { Console.error(line, terminator: "") }
        }
    }
}
