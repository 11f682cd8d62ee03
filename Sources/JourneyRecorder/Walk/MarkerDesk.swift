public import Documents
import FoundationEssentials
import Glibc
import Synchronization

/// Where all who mark steps of a recording come: keys, scripts, other programs.
///
/// It writes the markers into the bundle, refuses those that would make the bundle unreadable, and knows how far the walk is.
/// Other programs may write into the file as well: `follow()` reads what they added.
public final class MarkerDesk: Sendable {
    private struct State {
        var position: WalkPosition
        var log: MarkerLog
        var bytes: Data
        var cuts = LiveCuts()
    }

    /// What is to be walked.
    public let plan: WalkPlan
    private let path: String
    private let state: Mutex<State>
    /// Held while a marker is written, which may have to wait for another program; the packets' thread never waits for it.
    private let marking = Mutex(())
    private let version = Atomic<Int>(0)

    /// A desk for a bundle.
    ///
    /// - Parameters:
    ///   - bundle: the bundle; its marker file need not exist yet.
    ///   - plan: what is to be walked.
    /// - Throws: `BundleError` or `MarkerError` if the marker file is there and can't be read.
    public init(_ bundle: RunBundle, plan: WalkPlan) throws {
        self.plan = plan
        path = bundle.path(of: .markers)
        let bytes = try Self.read(path)
        let log = try MarkerLog.parse(bytes, name: path)
        var state = State(position: try WalkPosition(log, plan: plan), log: log, bytes: bytes)
        state.cuts.add(log)
        self.state = Mutex(state)
    }

    /// How far the walk is.
    public var position: WalkPosition { state.withLock { $0.position } }

    /// All markers so far.
    public var log: MarkerLog { state.withLock { $0.log } }

    /// Grows with each change of the markers.
    var currentVersion: Int { version.load(ordering: .acquiring) }

    /// What divides the time of the recording.
    var cuts: LiveCuts { state.withLock { $0.cuts } }

    /// Reads what other programs have added to the file.
    ///
    /// - Throws: `BundleError` or `MarkerError` if the file can't be read; what was known before then stays.
    public func follow() throws {
        try state.withLock { try follow(&$0) }
    }

    /// The file's bytes; none before its first marker.
    private static func read(_ path: String) throws(BundleError) -> Data {
        do throws(BundleError) {
            return try RunBundle.read(path)
        } catch {
            if case .unreadable(let number) = error.rule, number == ENOENT { return Data() }
            throw error
        }
    }

    private func follow(_ state: inout State) throws {
        let bytes = try Self.read(path)
        guard bytes != state.bytes else { return }
        let log = try MarkerLog.parse(bytes, name: path)
        state.position = try WalkPosition(log, plan: plan)
        (state.log, state.bytes) = (log, bytes)
        state.cuts.add(log)
        version.wrappingAdd(1, ordering: .releasing)
    }

    /// Divides the live view's time at a moment at which a marker may yet be written, such as one whose name is being typed.
    public func prepare(at time: Timestamp) {
        state.withLock { state in
            state.cuts.add(time)
            version.wrappingAdd(1, ordering: .releasing)
        }
    }

    /// Writes what is asked for.
    ///
    /// - Parameters:
    ///   - request: what is to be marked.
    ///   - source: who asks, such as `key`.
    ///   - moment: when it happened; now unless given.
    ///   - clock: the current time.
    /// - Returns: the markers as they were written.
    /// - Throws: `MarkerRefusal` if there is nothing to mark, or it would make the bundle unreadable; `MarkerFileError` or `BundleError`
    ///   if the file can't be written or read.
    @discardableResult
    public func mark(
        _ request: MarkerRequest, source: String, at moment: Timestamp? = nil, clock: () -> Timestamp
    ) throws -> [Marker] {
        // Read at once: a key is stamped when it is pressed, however long another marker takes.
        let now = clock()
        return try marking.withLock { _ in
            try follow()
            if let moment, moment > now { throw MarkerRefusal.future(moment, now: now) }
            let (position, log) = state.withLock { ($0.position, $0.log) }
            let markers = try markers(request, source, at: moment ?? now, position)
            try checkAlone(markers, in: log)
            let appender = MarkerAppender(path: path)
            for marker in markers { try appender.insert(marker) }
            try follow()
            return markers
        }
    }

    private func markers(
        _ request: MarkerRequest, _ source: String, at time: Timestamp, _ position: WalkPosition
    ) throws(MarkerRefusal) -> [Marker] {
        func marker(_ kind: Marker.Kind, step: String? = nil, text: String? = nil) -> Marker {
            Marker(
                time: time, kind: kind, step: step, text: text,
                iteration: step.flatMap { plan.iteration(of: $0, at: position) }, source: source)
        }
        switch request {
        case .next:
            switch position.next {
            case .step(let step): return [marker(.step, step: step)]
            case .end: return [marker(.end)]
            case .nothing: throw .walked
            }
        case .step(let step):
            if let journey = plan.journey, !journey.steps.contains(where: { $0.id == step }) {
                throw .unknownStep(step, journey.steps.map(\.id))
            }
            return [marker(.step, step: step)]
        case .restart:
            guard position.marksOfRound > 0 else { throw .nothingToRestart }
            return [Marker](repeating: marker(.undo), count: position.marksOfRound)
        case .end: return [marker(.end)]
        case .pause: return [marker(.pause)]
        case .resume: return [marker(.resume)]
        case .undo: return [marker(.undo)]
        case .displayed: return [marker(.displayed)]
        case .note(let text): return [marker(.note, text: text)]
        }
    }

    /// Sees to it that the bundle can still be read with the new markers.
    private func checkAlone(_ new: [Marker], in log: MarkerLog) throws(MarkerRefusal) {
        var markers = log.entries.map(\.marker)
        for marker in new {
            markers.insert(marker, at: markers.firstIndex { $0.time > marker.time } ?? markers.endIndex)
        }
        do throws(MarkerError) {
            var next = MarkerLog(name: path)
            for marker in markers { try next.append(marker) }
            _ = try WalkPosition(next, plan: plan)
        } catch {
            throw .unreadable(error)
        }
    }
}
