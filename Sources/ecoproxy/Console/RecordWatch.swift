import Documents
import JourneyRecorder
import Synchronization

/// All that looks at a recording and marks in it: the screen or lines, the keys, other programs.
final class RecordWatch: Sendable {
    /// Where steps are marked.
    let desk: MarkerDesk
    private let view: any RecordView
    private let listener: MarkerListener
    private let progress: Shared

    /// The latest progress, for programs that ask.
    private final class Shared: Sendable {
        let value = Mutex(Recording.Progress())
    }

    /// A watch over a recording that is about to begin.
    ///
    /// - Parameters:
    ///   - bundle: its bundle, whose folder exists.
    ///   - plan: what is to be walked.
    ///   - source: where the packets come from, in words.
    ///   - cache: what was said of the app's caches.
    ///   - port: the loopback port for markers, 0 for any that is free; none if `nil`.
    ///   - format: lines of this form rather than a screen; the screen, where there is a terminal, if `nil`.
    ///   - begin: when it begins.
    /// - Throws: if the markers can't be read, or the port can't be had.
    init(
        _ bundle: RunBundle, plan: WalkPlan, source: String, cache: CacheState?, port: UInt16?,
        format: RecordLines.Format?, begin: Timestamp
    ) throws {
        let desk = try MarkerDesk(bundle, plan: plan)
        let progress = Shared()
        self.desk = desk
        self.progress = progress
        let remote = RemoteDesk(
            desk, clock: SystemClock.now,
            status: {
                RemoteStatus(
                    progress.value.withLock { $0 }, position: desk.position, begin: begin, now: SystemClock.now())
            })
        listener = try MarkerListener(bundle: bundle.path, port: port, desk: remote, begin: begin)
        let notice = listener.port.map {
            say(
                "markers are taken at http://127.0.0.1:\($0)/mark/STEP and by UDP on the same port",
                "les repères sont reçus sur http://127.0.0.1:\($0)/mark/ÉTAPE et en UDP sur le même port")
        }
        view =
            format == nil && Console.errorsAreWatched
            ? RecordScreen(desk: desk, source: source, cache: cache, begin: begin, notice: notice)
            : RecordLines(
                format ?? .text, desk: desk, source: source, bundle: bundle.path, begin: begin, notice: notice)
    }

    /// Begins to watch.
    func open() {
        listener.open()
        view.open()
    }

    /// Shows how far the recording is.
    func show(_ progress: Recording.Progress) {
        self.progress.value.withLock { $0 = progress }
        view.show(progress)
    }

    /// Says what a person wants to know when it happens.
    func tell(_ text: String) { view.tell(text) }

    /// Ends.
    func close() {
        listener.close()
        view.close(progress.value.withLock { $0 })
    }
}
