import Documents

extension FigureChange {
    /// A figure on both sides, with its test not yet adjusted; `nil` where neither side has it.
    init?(_ metric: Metric, base: Sample?, new: Sample?) {
        guard base != nil || new != nil else { return nil }
        guard let base, let new else {
            self.init(
                metric: metric, base: base, new: new, difference: nil, relative: nil, test: nil,
                verdict: base == nil ? .onlyNew : .onlyBase)
            return
        }
        let isSame = base.isConstant && new.isConstant && base.minimum == new.minimum
        let difference = new.mean - base.mean
        let relative = difference / abs(base.mean)
        let test = isSame ? nil : SignificanceTest(base: base, new: new)
        self.init(
            metric: metric, base: base, new: new, difference: difference.isFinite ? difference : nil,
            relative: relative.isFinite ? relative : nil, test: test, verdict: isSame ? .same : .untested)
    }

    /// The verdict that the test's adjusted p-value gives.
    private mutating func judge(adjustedP: Double) {
        guard test != nil, let base, let new else { return }
        test?.adjustedP = adjustedP
        guard adjustedP < SignificanceTest.significance, base.mean != new.mean else {
            verdict = .noise
            runsNeeded = MeanInterval.runsNeeded(between: base, new)
            return
        }
        verdict = (new.mean > base.mean) == metric.isBetterHigher ? .better : .worse
    }

    /// Judges figures that are looked at together.
    static func judge(_ changes: inout [FigureChange]) {
        let tested = changes.indices.filter { changes[$0].test != nil }
        let adjusted = SignificanceTest.adjusted(tested.compactMap { changes[$0].test?.p })
        for (index, p) in zip(tested, adjusted) { changes[index].judge(adjustedP: p) }
    }
}
