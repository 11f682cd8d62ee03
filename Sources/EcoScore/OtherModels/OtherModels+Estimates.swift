import Documents

extension OtherModels {
    /// What each model says of some data exchanged over some time.
    ///
    /// Green hosting, returning visitors and a country's electricity are left at each tool's defaults: nothing of the kind
    /// can be read from traffic.
    ///
    /// - Parameters:
    ///   - bytes: data exchanged, both ways; less than one counts as nothing.
    ///   - seconds: time that the screen was lit; what isn't above zero counts as nothing.
    /// - Returns: one estimate a model, always in the same order: OneByte, Sustainable Web Design 3 and 4, GreenFrame.
    public func estimates(bytes: Double, seconds: Double) -> [ModelEstimate] {
        let bytes = bytes >= 1 ? bytes : 0
        let usage = GreenFrameModel.Usage(
            networkGigabytes: bytes / 1e9, screenSeconds: seconds > 0 ? seconds : 0)
        return [
            ModelEstimate(
                sheets.oneByte, grams: oneByte.grams(bytes: bytes),
                withGreenHosting: oneByte.grams(bytes: bytes, greenHosting: true)),
            ModelEstimate(
                sheets.webDesignV3, grams: webDesignV3.emissions(bytes: bytes).total,
                withGreenHosting: webDesignV3.emissions(bytes: bytes, greenHosting: true).total),
            ModelEstimate(
                sheets.webDesignV4, grams: webDesignV4.emissions(bytes: bytes).total,
                withGreenHosting: webDesignV4.emissions(bytes: bytes, greenHosting: 1).total),
            ModelEstimate(sheets.greenFrame, grams: greenFrame.grams(greenFrame.wattHours(of: usage)).total),
        ]
    }

    /// What each model says of the journey that a score of the same measurements is about.
    ///
    /// Data and time are those of the score: the sum over the steps of each one's mean over its walks, without steps that are
    /// only compared with and without the device's own traffic.
    ///
    /// - Parameter inputs: the measurements, as they are scored.
    /// - Returns: one estimate a model, in the order of `estimates(bytes:seconds:)`.
    /// - Throws: `ScoringError` if there is nothing to score, or the measurements don't belong together.
    public func estimates(of inputs: [ScoringInput]) throws(ScoringError) -> [ModelEstimate] {
        _ = try inputs.checked()
        var walks: [String: [Step]] = [:]
        var order: [String] = []
        for step in inputs.flatMap(\.measurement.steps) where step.isScored {
            if walks[step.id] == nil { order.append(step.id) }
            walks[step.id, default: []].append(step)
        }
        var (bytes, seconds) = (0.0, 0.0)
        // In the order walked: a sum in a dictionary's order would not be the same twice.
        for case let steps? in order.map({ walks[$0] }) {
            bytes += steps.reduce(0) { $0 + Double($1.exchangedBytes) } / Double(steps.count)
            seconds += steps.reduce(0) { $0 + $1.seconds } / Double(steps.count)
        }
        return estimates(bytes: bytes, seconds: seconds)
    }
}
