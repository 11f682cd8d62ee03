public import Documents
public import FoundationEssentials

/// The factors of the impact model, checked: every one that the model needs is there, in the unit it expects.
public struct FactorSet: Sendable {
    /// Its identity, as a score names it.
    public let reference: FactorSetReference
    /// The factors in the file's order.
    public let factors: [Factor]
    private let positions: [String: Int]

    /// The set that comes with the program.
    ///
    /// - Parameter hashedBy: gives the SHA-256 of bytes.
    /// - Returns: the set.
    /// - Throws: `FactorError` if the file breaks a rule.
    public static func bundled(hashedBy: (Data) -> ContentHash) throws(FactorError) -> FactorSet {
        let data = Data(PackageResources.fr_2026_1_json)
        return try FactorSet(data, file: "fr-2026.1.json", sha256: hashedBy(data))
    }

    init(_ data: Data, file: String, sha256: ContentHash) throws(FactorError) {
        let object = try StrictObject(data, file: file)
        try object.expectSchema("ecoproxy.factors/1")
        try object.allowOnly(["schema", "id", "version", "date", "factors"])
        _ = try object.text("date")
        reference = FactorSetReference(
            id: try object.text("id"), version: try object.text("version"), sha256: sha256)
        var factors: [Factor] = []
        var positions: [String: Int] = [:]
        for entry in try object.objects("factors") {
            let factor = try Factor(entry)
            guard positions.updateValue(factors.count, forKey: factor.id) == nil else {
                throw FactorError(file: file, entry: factor.id, key: "id", .duplicate)
            }
            factors.append(factor)
        }
        self.factors = factors
        self.positions = positions
        for use in FactorUse.all { try check(use, file: file) }
    }

    /// The factor of an identifier.
    public subscript(id: String) -> Factor? {
        positions[id].map { factors[$0] }
    }

    subscript(use: FactorUse) -> Estimate {
        guard let factor = self[use.id] else {
            preconditionFailure("a factor set holds every factor that the model uses")
        }
        return factor.value
    }

    private func check(_ use: FactorUse, file: String) throws(FactorError) {
        guard let factor = self[use.id] else { throw FactorError(file: file, entry: use.id, .missingEntry) }
        guard factor.unit == use.unit else {
            throw FactorError(
                file: file, entry: use.id, key: "unit", .wrongUnit(expected: use.unit, found: factor.unit))
        }
        // Manufacture is divided by these.
        if use.unit == "h", factor.value.low < 1 {
            throw FactorError(
                file: file, entry: use.id, key: "low", .outside(least: 1, most: 1e9, found: factor.value.low))
        }
    }
}
