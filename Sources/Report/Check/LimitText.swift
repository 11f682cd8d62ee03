import Documents

/// A limit's result in phrases, which every dress shows.
struct LimitText {
    private let words: any Words
    private let metrics: MetricText
    private let language: Language

    init(language: Language) {
        self.language = language
        words = language.words
        metrics = MetricText(language: language)
    }

    /// The step's title, or that it is the whole journey.
    func scope(_ result: LimitResult) -> String {
        guard let step = result.step else { return words.wholeJourney }
        return result.stepTitle?[language.rawValue] ?? step
    }

    /// The metric's name, or the foreign file's key.
    func name(_ result: LimitResult) -> String {
        result.metric.map(words.name(of:)) ?? result.origin.key
    }

    /// Value and limit, written so that they differ where they do.
    func figures(_ result: LimitResult) -> (value: String?, limit: String?) {
        guard let metric = result.metric else { return (nil, nil) }
        guard let limit = result.limit else { return (result.value.map { metrics.short($0, metric) }, nil) }
        guard let value = result.value else { return (nil, metrics.apart(limit, limit, metric).limit) }
        let texts = metrics.apart(value, limit, metric)
        return (texts.value, texts.limit)
    }

    /// `limit 900 kB`, `at least 60`, and what that is relative to.
    func bound(_ result: LimitResult) -> String? {
        guard let limit = figures(result).limit else { return nil }
        let phrase = result.bound == .atMost ? words.atMost(limit) : words.atLeast(limit)
        guard let metric = result.metric, let baseline = result.baseline else { return phrase }
        return "\(phrase) (\(words.relativeTo(metrics.short(baseline, metric))))"
    }

    /// `mean of 5 runs, 1.20 MB–1.30 MB, 95% confidence …`; absent where nothing was compared.
    func spread(_ result: LimitResult) -> String? {
        guard let metric = result.metric, let sample = result.sample, result.value != nil else { return nil }
        guard sample.runs > 1 else { return words.oneRun }
        guard !sample.isConstant else { return words.allEqual(words.runCount(sample.runs)) }
        let interval = result.interval.map { "\(metrics.short($0.low, metric))–\(metrics.short($0.high, metric))" }
        return "\(words.name(of: result.statistic)) "
            + words.spread(
                runs: words.runCount(sample.runs), least: metrics.short(sample.minimum, metric),
                greatest: metrics.short(sample.maximum, metric), interval: interval)
    }

    /// Everything but the scope in one phrase.
    func sentence(_ result: LimitResult) -> String {
        let head = [figures(result).value, bound(result)].compactMap { $0 }.joined(separator: ", ")
        let name = head.isEmpty ? name(result) : words.labelled(name(result), head)
        var notes: [String] = []
        if let obstacle = result.obstacle {
            notes.append(result.status == .unchecked ? words.sentence(of: obstacle) : words.inAnyCase)
        }
        if let spread = spread(result), result.status != .unchecked { notes.append(spread) }
        if let undecided = undecided(result) { notes.append(undecided) }
        if result.level == .warn { notes.append(words.onlyWarning) }
        return notes.isEmpty ? name : "\(name) (\(notes.joined(separator: words.semicolon)))"
    }

    /// That it is undecided, and what would decide it; absent where it is decided.
    func undecided(_ result: LimitResult) -> String? {
        guard result.undecided else { return nil }
        return result.statistic == .mean ? words.undecided(result.runsNeeded) : words.undecidedOnBothSides
    }

    /// The heaviest hosts in one phrase; absent where there are none.
    func hosts(_ result: LimitResult) -> String? {
        guard let hosts = result.hosts, !hosts.isEmpty else { return nil }
        let bytes = Metric(.bytes)
        let list = hosts.map { "\($0.name) (\(words.name(of: $0.party))) \(metrics.short($0.bytes, bytes))" }
        return words.labelled(words.heaviestHosts, list.joined(separator: ", "))
    }

    /// Where the limit was written: `budget.yaml:7 (journey.0)`.
    func place(_ result: LimitResult) -> String {
        let origin = result.origin
        return "\(origin.file)\(origin.line.map { ":\($0)" } ?? "") (\(origin.key))"
    }
}
