public import Documents

extension Summary {
    /// What the runs lack: by the journey's plan, and for the precision that was chosen.
    public var caveats: [Caveat] { planCaveats + steps.flatMap(caveats) }

    private var planCaveats: [Caveat] {
        guard let plan else { return [] }
        if cache == nil, plan.cold != nil, plan.warm != nil {
            return [
                Caveat(
                    .cacheUnstated,
                    "the journey plans cold and warm runs, and nothing says which ones these are; record with --cold or --warm"
                )
            ]
        }
        let fewest = steps.map(\.bytes.runs).min() ?? 0
        guard let planned = planned ?? plan.cold ?? plan.warm, fewest < planned else { return [] }
        return [
            Caveat(
                .runsTooFew,
                "the journey plans \(planned) \(cache.map { "\($0.rawValue) " } ?? "")runs, and \(fewest) "
                    + "\(fewest == 1 ? "is" : "are") here; walk it again, or score the runs' measurements together",
                count: planned - fewest)
        ]
    }

    private func caveats(_ step: StepSummary) -> [Caveat] {
        let bytes = step.bytes
        guard bytes.runs > 1 else { return [] }
        var found: [Caveat] = []
        if let limit = plan?.maximumSpread, let range = bytes.range, range > limit {
            found.append(
                Caveat(
                    .spreadTooWide,
                    "the runs of step '\(step.id)' lie \(percent(range)) of their median apart, more than the journey's "
                        + "\(percent(limit)); look at what differs with: ecoproxy report",
                    step: step.id))
        }
        for run in bytes.outliers ?? [] {
            found.append(
                Caveat(
                    .runOutlying,
                    "run \(run) of step '\(step.id)' exchanged far more or far fewer bytes than the others; find out why, or "
                        + "walk it again", step: step.id, count: run))
        }
        if let needed = bytes.runsNeeded, needed > bytes.runs {
            found.append(
                Caveat(
                    .moreRunsNeeded,
                    "step '\(step.id)' takes about \(needed) runs, and has \(bytes.runs), for its mean to be sure to "
                        + "±\(percent(precision)) (\(percent(confidence)) confidence)",
                    step: step.id, count: needed - bytes.runs))
        }
        return found
    }

    private func percent(_ fraction: Double) -> String {
        // Beyond any spread that means something, so that a hostile figure stays an integer.
        let tenths = min((fraction * 1000).rounded(), 1e15)
        return tenths.truncatingRemainder(dividingBy: 10) == 0 ? "\(Int(tenths / 10)) %" : "\(tenths / 10) %"
    }
}
