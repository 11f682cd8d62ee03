public import Documents
public import FoundationEssentials

/// How figures become points and letters: curves, weights, grades, all conventions with their sources.
public struct ScoreProfile: Sendable {
    /// Its identity, as a score names it.
    public let reference: ProfileReference
    /// Bytes per screen, or per rest of `restSeconds`.
    let data: LogNormalCurve
    /// Seconds to display, on a smartphone or tablet.
    let timeMobile: LogNormalCurve
    /// Seconds to display, on a laptop or desktop.
    let timeDesktop: LogNormalCurve
    /// Mean power of a step over that of the reference.
    let energy: LogNormalCurve
    /// The curves of step types that have one of their own, by axis and type: `data.media`.
    private let curvesOfTypes: [String: LogNormalCurve]
    let grades: GradeScale
    let criticalWeight: Double
    let otherWeight: Double
    /// Data of pause and media steps is counted per this many seconds.
    let restSeconds: Double
    /// A step is hot above this many times the mean share.
    let hotTimesMean: Double
    let leads: LeadRules
    /// The same as the file writes it.
    let figures: ProfileFigures

    /// The profile that comes with the program.
    ///
    /// - Parameter hashedBy: gives the SHA-256 of bytes.
    /// - Returns: the profile.
    /// - Throws: `FactorError` if the file breaks a rule.
    public static func bundled(hashedBy: (Data) -> ContentHash) throws(FactorError) -> ScoreProfile {
        let data = Data(PackageResources.profile_2026_1_json)
        return try ScoreProfile(data, file: "profile-2026.1.json", sha256: hashedBy(data), leads: .bundled())
    }

    /// A person's own profile, with the leads that come with the program.
    ///
    /// - Parameters:
    ///   - json: the file as JSON.
    ///   - file: its name, for messages.
    ///   - sha256: the hash of its bytes.
    /// - Throws: `FactorError` at the first broken rule.
    public init(_ json: Data, file: String, sha256: ContentHash) throws(FactorError) {
        try self.init(json, file: file, sha256: sha256, leads: .bundled())
    }

    init(_ json: Data, file: String, sha256: ContentHash, leads: LeadRules) throws(FactorError) {
        let object = try StrictObject(json, file: file)
        try object.expectSchema("ecoproxy.profile/1")
        try object.allowOnly([
            "schema", "id", "version", "date", "curves", "grades", "weights", "rest", "hotSpot", "leads",
        ])
        _ = try object.text("date")
        reference = ProfileReference(id: try object.text("id"), version: try object.text("version"), sha256: sha256)
        let curves = try Self.curves(object)
        func curve(_ id: String) throws(FactorError) -> LogNormalCurve {
            guard let curve = curves[id] else { throw FactorError(file: file, entry: id, .missingEntry) }
            return curve
        }
        data = try curve("data")
        timeMobile = try curve("time.mobile")
        timeDesktop = try curve("time.desktop")
        energy = try curve("energy")
        curvesOfTypes = curves
        grades = try GradeScale(try object.object("grades"))

        let weights = try object.object("weights")
        try weights.allowOnly(["critical", "other", "source"])
        _ = try weights.text("source")
        criticalWeight = try weights.number("critical", 0.01...1)
        otherWeight = try weights.number("other", 0.01...1)
        restSeconds = try Self.figure("seconds", of: try object.object("rest"), 1...3600)
        hotTimesMean = try Self.figure("timesMean", of: try object.object("hotSpot"), 1...100)

        // The profile's hash stands for its leads, too, because it names their version.
        let named = try object.object("leads")
        try named.allowOnly(["id", "version"])
        for (key, expected) in [("id", leads.id), ("version", leads.version)] {
            let found = try named.text(key)
            guard found == expected else { throw named.error(key, .notOneOf([expected], found: found)) }
        }
        self.leads = leads
        figures = try ProfileFigures(json, file: file)
    }

    /// What a curve rates.
    enum Axis {
        case data, energy, time
    }

    /// The curve of an axis for a step: that of its type, else that of all.
    func curve(of axis: Axis, _ type: StepType, _ device: DeviceClass) -> LogNormalCurve {
        let (name, curve) =
            switch axis {
            case .data: ("data", data)
            case .energy: ("energy", energy)
            case .time:
                switch device {
                case .smartphone, .tablet: ("time.mobile", timeMobile)
                case .laptop, .desktop: ("time.desktop", timeDesktop)
                }
            }
        return curvesOfTypes["\(name).\(type.rawValue)"] ?? curve
    }

    private static func figure(
        _ key: String, of object: StrictObject, _ limits: ClosedRange<Double>
    ) throws(FactorError) -> Double {
        try object.allowOnly([key, "source"])
        _ = try object.text("source")
        return try object.number(key, limits)
    }

    /// The curves by their names: an axis's, or an axis's and a step type's.
    private static func curves(_ object: StrictObject) throws(FactorError) -> [String: LogNormalCurve] {
        let axes = [("data", "bytes"), ("energy", "ratio"), ("time.mobile", "s"), ("time.desktop", "s")]
        var units: [String: String] = [:]
        for (axis, unit) in axes {
            units[axis] = unit
            for type in StepType.allCases { units["\(axis).\(type.rawValue)"] = unit }
        }
        var curves: [String: LogNormalCurve] = [:]
        for curve in try object.objects("curves") {
            try curve.allowOnly(["id", "unit", "p10", "median", "source"])
            _ = try curve.text("source")
            let id = try curve.text("id")
            guard let unit = units[id] else { throw curve.error("id", .notOneOf(units.keys.sorted(), found: id)) }
            guard curves.updateValue(try Self.curve(curve, unit: unit), forKey: id) == nil else {
                throw curve.error("id", .duplicate)
            }
        }
        return curves
    }

    private static func curve(_ object: StrictObject, unit: String) throws(FactorError) -> LogNormalCurve {
        let found = try object.text("unit")
        guard found == unit else { throw object.error("unit", .wrongUnit(expected: unit, found: found)) }
        let median = try object.number("median", 1e-3...1e12)
        let p10 = try object.number("p10", 1e-6...median)
        guard p10 < median else { throw object.error("p10", .outside(least: 1e-6, most: median, found: p10)) }
        return LogNormalCurve(p10: p10, median: median)
    }
}
