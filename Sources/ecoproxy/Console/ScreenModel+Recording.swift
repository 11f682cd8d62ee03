import Documents
import JourneyRecorder
import Report

extension ScreenModel {
    /// The screen of a recording.
    ///
    /// - Parameters:
    ///   - progress: what it has seen.
    ///   - desk: where steps are marked.
    ///   - source: where the packets come from.
    ///   - begin: when it began.
    ///   - now: the current time.
    init(_ progress: Recording.Progress, desk: MarkerDesk, source: String, begin: Timestamp, now: Timestamp) {
        let journey = desk.plan.journey
        self.init(
            title: journey.map { "\($0.title[language.rawValue]) (\($0.application))" } ?? "", source: source)
        let position = desk.position
        (round, rounds) = (position.round, desk.plan.rounds)
        elapsed = now.seconds(since: begin)
        (packets, dropped) = (progress.packets, progress.dropped)
        if let live = progress.live {
            (up, down) = (live.whole.up, live.whole.down)
            (background, rate) = (live.background.both, live.rate)
            quietSeconds = live.quietSeconds(since: begin)
            hosts = live.hosts.map {
                Host(
                    name: $0.name, bytes: $0.bytes, transport: $0.transport,
                    isUndeclared: $0.party == .third && journey?.hosts.first.isEmpty == false)
            }
        }
        rows = Self.rows(position, progress.live, journey, now)
        if let current = position.current {
            let step = position.timeline.steps[current]
            budget = step.step.budget.bytes
            // Quiet is what comes after something happened in the step, or three seconds in which nothing did.
            quietSeconds = min(quietSeconds, now.seconds(since: step.start))
        }
    }

    /// The steps of this round as they were walked, then those ahead.
    private static func rows(
        _ position: WalkPosition, _ live: LiveFigures?, _ journey: Journey?, _ now: Timestamp
    ) -> [Row] {
        let walked = position.timeline.steps.indices.filter {
            journey == nil || position.timeline.steps[$0].iteration == position.round
        }
        let done = walked.map { index in
            let step = position.timeline.steps[index]
            let state: Row.State = index != position.current ? .done : position.isPaused ? .paused : .current
            // Figures may be a moment older than the markers.
            let seen = live.flatMap { $0.position.timeline.steps.count > index ? $0.steps[index] : nil }
            return Row(
                state: state, title: step.step.title[language.rawValue], seconds: step.seconds(closedAt: now),
                up: seen?.volume.up ?? 0, down: seen?.volume.down ?? 0)
        }
        let begun = Set(walked.map { position.timeline.steps[$0].step.id })
        let ahead = (journey?.steps ?? []).filter { !begun.contains($0.id) }
        return done + ahead.map { Row(state: .ahead, title: $0.title[language.rawValue]) }
    }
}
