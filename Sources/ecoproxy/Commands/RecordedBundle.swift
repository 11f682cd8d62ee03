import Documents
import Foundation
import JourneyRecorder
import TrafficMeter

/// The bundle that a recording goes into: a new one, or one that it goes on with.
struct RecordedBundle {
    let bundle: RunBundle
    let journey: Journey?
    let conditions: RunConditions

    /// Makes the bundle, or reads what is in it.
    ///
    /// Of a bundle that is gone on with, the time in between is a pause of the step that was open, and a caveat names it.
    ///
    /// - Throws: `BundleError`, `CaptureFileError` or what reading journey and markers does.
    init(
        output: String?, resume: String?, journey: (value: Journey, bytes: Data)?, conditions: RunConditions
    ) throws {
        guard let resume else {
            bundle = RunBundle(path: output ?? "")
            (self.journey, self.conditions) = (journey?.value, conditions)
            try bundle.create()
            try bundle.claim()
            if let journey { try bundle.write(journey.bytes, to: .journey) }
            try bundle.write(Data(), to: .markers)
            return
        }
        bundle = RunBundle(path: resume)
        guard bundle.has(.capture) else { throw BundleError(missing: bundle.path(of: .capture)) }
        try bundle.claim()
        let before = try Pipeline.replay(bundle)
        self.journey = bundle.has(.journey) ? try Pipeline.journey(bundle.path(of: .journey)).value : nil
        var kept = conditions
        if bundle.has(.conditions) {
            kept = try Pipeline.document(RunConditions.self, bundle.path(of: .conditions)).value
            // Of two sources that are trusted differently, nothing can be said as one.
            if kept.trust != conditions.trust { kept.trust = .unstated }
        }
        let last = before.measurement.totals.last
        let now = SystemClock.now()
        kept.caveats =
            (kept.caveats ?? []) + [
                Caveat(
                    .recordingResumed,
                    "the recording was interrupted\(last.map { " after \($0)" } ?? "") and gone on with at \(now): "
                        + "what passed in between wasn't seen, and is in no step")
            ]
        self.conditions = kept
        try Self.pause(bundle, from: last, to: now)
    }

    /// Marks the interruption as a pause, where a step is open.
    private static func pause(_ bundle: RunBundle, from last: Timestamp?, to now: Timestamp) throws {
        let path = bundle.path(of: .markers)
        guard bundle.has(.markers) else { return }
        let log = try MarkerLog.parse(try RunBundle.read(path), name: path)
        let cuts: Set<Marker.Kind> = [.step, .end, .undo, .pause, .resume]
        // A step that is paused stays so.
        if log.entries.last(where: { cuts.contains($0.marker.kind) })?.marker.kind == .pause { return }
        // Markers stand in the order of their times; a clock that went back leaves nothing to mark.
        let begin = max(last ?? now, log.entries.last?.marker.time ?? now)
        guard begin <= now else { return }
        let appender = MarkerAppender(path: path)
        try appender.append(.pause, text: "interrupted", source: "record") { begin }
        try appender.append(.resume, text: "gone on with", source: "record") { now }
    }
}
