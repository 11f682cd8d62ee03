public import Documents
import FoundationEssentials

/// An impact said as a number of things that everybody knows.
public struct EverydayComparison: Hashable, Sendable {
    /// How many; the range is that of the impact.
    public let count: Estimate
    /// Of what, with its source.
    public let thing: EverydayThing
}

/// The things that impacts are compared with.
public struct EverydayComparisons: Sendable {
    /// The identifier of the file they are from.
    public let id: String
    /// Its version.
    public let version: String
    /// The things, in the file's order.
    public let things: [EverydayThing]

    /// The things that come with the program.
    ///
    /// - Returns: them.
    /// - Throws: `FactorError` if the file breaks a rule.
    public static func bundled() throws(FactorError) -> EverydayComparisons {
        try EverydayComparisons(Data(PackageResources.comparisons_2026_1_json), file: "comparisons-2026.1.json")
    }

    init(_ json: Data, file: String) throws(FactorError) {
        let object = try StrictObject(json, file: file)
        try object.expectSchema("ecoproxy.comparisons/1")
        try object.allowOnly(["schema", "id", "version", "date", "comparisons"])
        id = try object.text("id")
        version = try object.text("version")
        _ = try object.day("date")
        var things: [EverydayThing] = []
        for entry in try object.objects("comparisons") {
            let thing = try EverydayThing(entry)
            guard !things.contains(where: { $0.id == thing.id }) else { throw entry.error("id", .duplicate) }
            things.append(thing)
        }
        self.things = things
    }

    /// What an impact amounts to: a number of the greatest thing that its central figure holds at least once, else of the
    /// smallest thing there is.
    ///
    /// - Parameters:
    ///   - impact: the impact.
    ///   - unit: its unit: `kgCO2e`, `L` or `m2.year`.
    /// - Returns: the comparison; `nil` for no impact, or where nothing in this unit is known.
    public func comparison(of impact: Estimate, unit: String) -> EverydayComparison? {
        guard impact.low >= 0, impact.central > 0 else { return nil }
        let known = things.filter { $0.unit == unit }
        let thing =
            known.filter { $0.amount <= impact.central }.max { $0.amount < $1.amount }
            ?? known.min { $0.amount < $1.amount }
        return thing.map { EverydayComparison(count: impact / Estimate(exactly: $0.amount), thing: $0) }
    }
}
