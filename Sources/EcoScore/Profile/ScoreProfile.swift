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
    let grades: GradeScale
    let criticalWeight: Double
    let otherWeight: Double
    /// Data of pause and media steps is counted per this many seconds.
    let restSeconds: Double
    /// A step is hot above this many times the mean share.
    let hotTimesMean: Double
    let leads: LeadRules

    /// The profile that comes with the program.
    ///
    /// - Parameter hashedBy: gives the SHA-256 of bytes.
    /// - Returns: the profile.
    /// - Throws: `FactorError` if the file breaks a rule.
    public static func bundled(hashedBy: (Data) -> ContentHash) throws(FactorError) -> ScoreProfile {
        let data = Data(PackageResources.profile_2026_1_json)
        return try ScoreProfile(data, file: "profile-2026.1.json", sha256: hashedBy(data), leads: .bundled())
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
        data = try Self.curve("data", in: curves, unit: "bytes", file: file)
        timeMobile = try Self.curve("time.mobile", in: curves, unit: "s", file: file)
        timeDesktop = try Self.curve("time.desktop", in: curves, unit: "s", file: file)
        energy = try Self.curve("energy", in: curves, unit: "ratio", file: file)
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
    }

    func time(_ device: DeviceClass) -> LogNormalCurve {
        switch device {
        case .smartphone, .tablet: timeMobile
        case .laptop, .desktop: timeDesktop
        }
    }

    private static func figure(
        _ key: String, of object: StrictObject, _ limits: ClosedRange<Double>
    ) throws(FactorError) -> Double {
        try object.allowOnly([key, "source"])
        _ = try object.text("source")
        return try object.number(key, limits)
    }

    private static func curves(_ object: StrictObject) throws(FactorError) -> [String: StrictObject] {
        var curves: [String: StrictObject] = [:]
        for curve in try object.objects("curves") {
            try curve.allowOnly(["id", "unit", "p10", "median", "source"])
            _ = try curve.text("source")
            let id = try curve.text("id")
            guard curves.updateValue(curve, forKey: id) == nil else { throw curve.error("id", .duplicate) }
        }
        return curves
    }

    private static func curve(
        _ id: String, in curves: [String: StrictObject], unit: String, file: String
    ) throws(FactorError) -> LogNormalCurve {
        guard let object = curves[id] else { throw FactorError(file: file, entry: id, .missingEntry) }
        let found = try object.text("unit")
        guard found == unit else { throw object.error("unit", .wrongUnit(expected: unit, found: found)) }
        let median = try object.number("median", 1e-3...1e12)
        let p10 = try object.number("p10", 1e-6...median)
        guard p10 < median else { throw object.error("p10", .outside(least: 1e-6, most: median, found: p10)) }
        return LogNormalCurve(p10: p10, median: median)
    }
}
