public import Documents

/// One run that a report speaks of.
public struct ReportedRun: Hashable, Sendable {
    /// What the person who asked calls it: a folder, or a file.
    public var name: String
    /// What was observed.
    public var measurement: JourneyMeasurement
    /// The score of this run alone; absent where there is no step to score.
    public var score: JourneyScore?

    /// A run with its documents.
    public init(name: String, measurement: JourneyMeasurement, score: JourneyScore? = nil) {
        (self.name, self.measurement, self.score) = (name, measurement, score)
    }
}

/// A document as it is stored, for a page to carry along.
public struct CarriedDocument: Hashable, Sendable {
    /// What it is called: a file's name.
    public var name: String
    /// The hash of its bytes.
    public var sha256: ContentHash
    /// Its bytes, UTF-8.
    public var json: String

    /// A document with its hash.
    public init(name: String, sha256: ContentHash, json: String) {
        (self.name, self.sha256, self.json) = (name, sha256, json)
    }
}

/// What a report is of: runs of one journey with their score, or a score alone.
public struct ReportSubject: Hashable, Sendable {
    /// The runs in the order given; none where only a score is known.
    public var runs: [ReportedRun]
    /// The score of the counted runs together; absent where there is no step to score.
    public var score: JourneyScore?
    /// The documents behind all this.
    public var documents: [CarriedDocument]
    /// What holding the counted runs against limits and a baseline came to; absent where nothing was given to hold them against.
    public var check: CheckResult?

    /// Runs with the score of those that count together.
    public init(
        runs: [ReportedRun], score: JourneyScore?, documents: [CarriedDocument] = [], check: CheckResult? = nil
    ) {
        (self.runs, self.score, self.documents, self.check) = (runs, score, documents, check)
    }

    /// Which of several measurements are walked alike: those of the same version, journey file, kind of device and network as the latest.
    ///
    /// - Returns: their positions, ascending.
    static func alike(_ measurements: [JourneyMeasurement]) -> [Int] {
        let begun = measurements.indices.map { measurements[$0].totals.first?.nanoseconds ?? .min }
        guard let latest = measurements.indices.max(by: { begun[$0] < begun[$1] }) else { return [] }
        let model = measurements[latest]
        return measurements.indices.filter { index in
            let other = measurements[index]
            return other.journey?.version == model.journey?.version && other.journey?.sha256 == model.journey?.sha256
                && other.device.class == model.device.class && other.network == model.network
        }
    }

    /// Which of several measurements count together: those walked alike and, where some are cold and others warm, of these the cold ones.
    /// Cold and warm walks are never averaged together.
    ///
    /// - Returns: their positions, ascending.
    public static func counted(_ measurements: [JourneyMeasurement]) -> [Int] {
        let alike = alike(measurements)
        guard Set(alike.compactMap { measurements[$0].cache }).count > 1 else { return alike }
        return alike.filter { measurements[$0].cache == .cold }
    }

    /// The runs that count together.
    var counted: [ReportedRun] { Self.counted(runs.map(\.measurement)).map { runs[$0] } }

    /// Cold and warm runs that can be set side by side.
    var alike: [ReportedRun] { Self.alike(runs.map(\.measurement)).map { runs[$0] } }

    /// The counted run whose data lies nearest to the median of all, for what only one run can show; its position among them.
    var typical: Int? {
        let bytes = counted.map { Double($0.measurement.walkedBytes) }
        guard let median = bytes.median else { return nil }
        return bytes.indices.min { abs(bytes[$0] - median) < abs(bytes[$1] - median) }
    }
}

extension JourneyMeasurement {
    /// IP bytes both ways of all steps, without background hosts.
    var walkedBytes: Int { steps.lazy.filter(\.isScored).reduce(0) { $0 &+ $1.exchangedBytes } }

    /// How long the steps took together, in seconds.
    var walkedSeconds: Double { steps.lazy.filter(\.isScored).reduce(0) { $0 + $1.seconds } }
}

extension [Double] {
    /// The value in the middle; of an even number, the mean of the two in the middle; `nil` for none.
    var median: Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        let middle = count / 2
        return count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
