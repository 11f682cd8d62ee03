public import Documents
public import FoundationEssentials

/// The factors of the impact model, checked: every one that the model needs is there, in the unit it expects.
public struct FactorSet: Sendable {
    /// Its identity, as a score names it.
    public let reference: FactorSetReference
    /// The day of the file, as year-month-day.
    public let date: String
    /// The set that has what the file itself doesn't; absent where the file is complete.
    public let base: String?
    /// Which electricity it is made for: `fr` where the model takes `elec.fr.ghg`.
    public let electricity: String
    /// The factors that the model uses: the base's order, then the file's.
    public let factors: [Factor]
    private let positions: [String: Int]
    /// Each factor as a score lists it.
    private let listed: [UsedFactor]

    /// A set that was found to be complete.
    init(
        reference: FactorSetReference, date: String, base: String?, electricity: String, factors: [Factor]
    ) {
        self.reference = reference
        self.date = date
        self.base = base
        self.electricity = electricity
        self.factors = factors
        listed = factors.map(UsedFactor.init)
        positions = Dictionary(uniqueKeysWithValues: factors.enumerated().map { ($1.id, $0) })
    }

    /// The factor of an identifier.
    public subscript(id: String) -> Factor? {
        positions[id].map { factors[$0] }
    }

    /// The factors behind a journey's indicators, in the order of their identifiers.
    func used(in indicators: Indicators) -> [UsedFactor] {
        let ids = Set([indicators.ghg, indicators.water, indicators.land].flatMap(\.factors))
        return ids.sorted().compactMap { positions[$0].map { listed[$0] } }
    }

    /// What the model takes at a place, in the unit that its formulas expect.
    subscript<Unit>(use: TypedPlace<Unit>) -> Quantity<Unit> {
        guard let factor = self[use.place.id(electricity: electricity)] else {
            preconditionFailure("a factor set holds every factor that the model uses, in its unit")
        }
        return Quantity(factor.value)
    }
}

extension FactorSet {
    /// The set that is used where none is asked for.
    public static let standard = "fr-2026.1"

    /// Identifiers of the sets that come with the program. What bears one of them never changes.
    public static let bundledIdentifiers = [standard, "fr-2026.2", "world-2026.1"]

    /// A set that comes with the program.
    ///
    /// - Parameters:
    ///   - id: one of `bundledIdentifiers`.
    ///   - hashedBy: gives the SHA-256 of bytes.
    /// - Returns: the set; `nil` if there is none of this name.
    /// - Throws: `FactorError` if the file breaks a rule.
    public static func bundled(_ id: String, hashedBy: (Data) -> ContentHash) throws(FactorError) -> FactorSet? {
        let bytes: [UInt8]
        switch id {
        case standard: bytes = PackageResources.fr_2026_1_json
        case "fr-2026.2": bytes = PackageResources.fr_2026_2_json
        case "world-2026.1": bytes = PackageResources.world_2026_1_json
        default: return nil
        }
        let data = Data(bytes)
        let file = FactorFile(json: data, name: "\(id).json", sha256: hashedBy(data))
        let base = try file.base.flatMap { base throws(FactorError) in try bundled(base, hashedBy: hashedBy) }
        return try FactorSet(file, on: base, isOurs: true)
    }

    /// The standard set.
    ///
    /// - Parameter hashedBy: gives the SHA-256 of bytes.
    /// - Returns: the set.
    /// - Throws: `FactorError` if the file breaks a rule.
    public static func bundled(hashedBy: (Data) -> ContentHash) throws(FactorError) -> FactorSet {
        guard let set = try bundled(standard, hashedBy: hashedBy) else {
            throw FactorError(file: standard, .missingEntry)
        }
        return set
    }

    /// The set of a user's file, over the set that it names as its base; its reference says which factors it replaced.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - hashedBy: gives the SHA-256 of bytes.
    /// - Throws: `FactorError`, the first of `faults(in:hashedBy:)`.
    public init(_ file: FactorFile, hashedBy: (Data) -> ContentHash) throws(FactorError) {
        if let fault = (file.faults + file.asUsers).first { throw fault }
        try self.init(
            file,
            on: try file.base.flatMap { base throws(FactorError) in
                try Self.bundled(base, hashedBy: hashedBy)
            })
    }

    /// Everything that is wrong with a user's file: nothing, if it can be used.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - hashedBy: gives the SHA-256 of bytes.
    /// - Returns: the errors, those of the file by itself first.
    /// - Throws: `FactorError` if the base, which comes with the program, is broken.
    public static func faults(
        in file: FactorFile, hashedBy: (Data) -> ContentHash
    ) throws(FactorError) -> [FactorError] {
        let base = try file.base.flatMap { base throws(FactorError) in try bundled(base, hashedBy: hashedBy) }
        return file.faults + file.asUsers + FactorMerge(file, on: base).faults
    }
}

extension FactorFile {
    /// What a file that doesn't come with the program must not say.
    fileprivate var asUsers: [FactorError] {
        var faults: [FactorError] = []
        if let id, FactorSet.bundledIdentifiers.contains(id) { faults.append(error(key: "id", .reserved)) }
        if let base, !FactorSet.bundledIdentifiers.contains(base) {
            faults.append(error(key: "base", .notOneOf(FactorSet.bundledIdentifiers, found: base)))
        }
        return faults
    }
}

extension UsedFactor {
    /// A factor as a score lists it.
    init(_ factor: Factor) {
        self.init(
            id: factor.id, unit: factor.unit, value: factor.value, confidence: factor.confidence.rawValue,
            sources: factor.sources.map { source in
                [source.title, source.year.map(String.init), source.address].compactMap { $0 }.joined(separator: ", ")
            })
    }
}
