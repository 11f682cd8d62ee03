import Documents
import FoundationEssentials

/// A factor file laid over its base: which factors the model then takes, and what it lacks.
struct FactorMerge {
    let electricity: String?
    /// The base's factors, replaced where the file has one of the same name, then what the file adds.
    private(set) var factors: [Factor] = []
    /// Identifiers of what the file replaces or adds, sorted; none without a base.
    let replaced: [String]
    /// What is wrong with the file beside its own faults.
    private(set) var faults: [FactorError] = []

    init(_ file: FactorFile, on base: FactorSet?) {
        electricity = file.electricity ?? base?.electricity
        replaced = base == nil ? [] : file.factors.map(\.id).sorted()
        // Without it, nothing can be said of what the model needs.
        guard let electricity, file.base == nil || base != nil else { return }

        let places = Dictionary(
            uniqueKeysWithValues: FactorUse.all.map { ($0.id(electricity: electricity), $0) })
        let own = Dictionary(file.factors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for factor in base?.factors ?? [] where places[factor.id] != nil {
            factors.append(own[factor.id] ?? factor)
        }
        let known = Set(factors.map(\.id))
        factors += file.factors.filter { !known.contains($0.id) }

        for factor in file.factors {
            guard let place = places[factor.id] else {
                faults.append(file.error(entry: factor.id, .unusedEntry))
                continue
            }
            if factor.unit != place.unit {
                faults.append(
                    file.error(entry: factor.id, key: "unit", .wrongUnit(expected: place.unit, found: factor.unit)))
            }
            // Manufacture is divided by these.
            if place.unit == Hour.symbol, factor.value.low < 1 {
                let problem = FactorError.Problem.outside(least: 1, most: 1e9, found: factor.value.low)
                faults.append(file.error(entry: factor.id, key: "low", problem))
            }
        }
        let there = known.union(file.entries)
        for place in FactorUse.all.map({ $0.id(electricity: electricity) }) where !there.contains(place) {
            faults.append(file.error(entry: place, .missingEntry))
        }
    }
}

extension FactorSet {
    /// The set that a file describes over a base; the file is complete where there is none.
    ///
    /// What a file of ours (`isOurs`) has otherwise than its base is its own, and not said to be replaced.
    init(_ file: FactorFile, on base: FactorSet?, isOurs: Bool = false) throws(FactorError) {
        let merge = FactorMerge(file, on: base)
        if let fault = file.faults.first ?? merge.faults.first { throw fault }
        guard let id = file.id, let version = file.version, let date = file.date, let electricity = merge.electricity
        else { throw FactorError(file: file.name, .missingKey) }
        self.init(
            reference: FactorSetReference(
                id: id, version: version, sha256: file.sha256, replaced: isOurs ? [] : merge.replaced),
            date: date, base: file.base, electricity: electricity, factors: merge.factors)
    }

    /// The set of a complete file.
    init(_ json: Data, file: String, sha256: ContentHash) throws(FactorError) {
        try self.init(FactorFile(json: json, name: file, sha256: sha256), on: nil)
    }
}
