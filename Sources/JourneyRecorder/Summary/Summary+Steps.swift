public import Documents

extension Summary {
    /// The precision that is wanted unless said otherwise: ±5 % of the mean.
    public static let usualPrecision = 0.05

    /// What a walk's steps show; `nil` if none was repeated and no plan says that one should be.
    ///
    /// - Parameters:
    ///   - steps: the steps in the order walked; a run is named by its iteration.
    ///   - cache: of which kind the runs are.
    ///   - plan: how often the journey is to be walked.
    ///   - precision: the half-width of a confidence interval that is wanted, as a fraction of the mean; above 0.
    init?(of steps: [Step], cache: CacheState?, plan: Plan?, precision: Double) {
        self.init(of: steps.map { ($0, $0.iteration) }, cache: cache, plan: plan, precision: precision)
    }

    /// What several measurements of one journey show together; `nil` as above, or if some are cold and others warm.
    ///
    /// A run is named by its place among the runs of its step, from 1, in the order given. The plan is the first one's.
    ///
    /// - Parameters:
    ///   - measurements: the measurements in the order walked.
    ///   - precision: as above; the first one's unless given.
    public init?(of measurements: [JourneyMeasurement], precision: Double? = nil) {
        let caches = Set(measurements.compactMap(\.cache))
        guard caches.count <= 1 else { return nil }
        var walked: [String: Int] = [:]
        let steps = measurements.flatMap(\.steps).map { step in
            walked[step.id, default: 0] += 1
            return (step, walked[step.id, default: 1])
        }
        let first = measurements.lazy.compactMap(\.summary).first
        // One that doesn't say of which kind it is makes the kind of all of them unknown.
        let isSaid = measurements.allSatisfy { $0.cache != nil }
        self.init(
            of: steps, cache: isSaid ? caches.first : nil, plan: first?.plan,
            precision: precision ?? first?.precision ?? Self.usualPrecision)
    }

    private init?(of steps: [(step: Step, run: Int)], cache: CacheState?, plan: Plan?, precision: Double) {
        let walked = steps.filter { $0.step.type != .baseline }
        var order: [String] = []
        var runs: [String: [(step: Step, run: Int)]] = [:]
        for each in walked {
            if runs[each.step.id] == nil { order.append(each.step.id) }
            runs[each.step.id, default: []].append(each)
        }
        guard plan != nil || order.count < walked.count, !order.isEmpty else { return nil }
        self.init(
            cache: cache, plan: plan, precision: precision, confidence: Spread.usualConfidence,
            steps: order.compactMap { StepSummary(of: runs[$0] ?? [], precision: precision) })
    }
}

extension StepSummary {
    fileprivate init?(of runs: [(step: Step, run: Int)], precision: Double) {
        func spread(_ value: (Step) -> Double?) -> Spread? {
            Spread(
                of: runs.compactMap { each in value(each.step).map { RunValue(number: each.run, value: $0) } },
                precision: precision)
        }
        guard let first = runs.first?.step, let bytes = spread({ Double($0.exchangedBytes) }),
            let seconds = spread(\.seconds)
        else { return nil }
        self.init(
            id: first.id, title: first.title, bytes: bytes, seconds: seconds,
            joules: spread { $0.energy.basis == .measured ? $0.energy.joules : nil },
            displaySeconds: spread { $0.displayTime.basis == .measured ? $0.displayTime.seconds : nil })
    }
}

extension Summary.Plan {
    /// What a journey plans; `nil` if it plans nothing.
    init?(_ runs: RunPlan) {
        guard runs != RunPlan() else { return nil }
        self.init(cold: runs.cold, warm: runs.warm, maximumSpread: runs.maximumSpread)
    }
}
