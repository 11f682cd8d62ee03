import FoundationEssentials

/// The constants of one other model, taken one by one: every constant must be there, in the unit that the formula
/// expects, from a file that the model's sources name, and none may be left over.
struct ModelConstants {
    private static let greatest = 1e9

    private let model: StrictObject
    private var left: [String: StrictObject] = [:]
    private var taken: [String] = []

    /// Reads the constants of a model; `paths` are those of the files that its sources name.
    init(_ model: StrictObject, paths: [String]) throws(FactorError) {
        self.model = model
        for constant in try model.objects("constants") {
            try constant.allowOnly(["id", "unit", "value", "path"])
            let path = try constant.text("path")
            guard paths.contains(path) else { throw constant.error("path", .notOneOf(paths, found: path)) }
            guard left.updateValue(constant, forKey: try constant.text("id")) == nil else {
                throw constant.error("id", .duplicate)
            }
        }
    }

    /// Takes a constant, not negative.
    mutating func take(_ id: String, _ unit: String) throws(FactorError) -> Double {
        guard let constant = left.removeValue(forKey: id) else {
            throw FactorError(file: model.file, entry: id, .missingEntry)
        }
        taken.append(id)
        let found = try constant.text("unit")
        guard found == unit else { throw constant.error("unit", .wrongUnit(expected: unit, found: found)) }
        return try constant.number("value", 0...Self.greatest)
    }

    /// Checks that the formulas used every constant: one that is passed over in silence would mislead its reader.
    func expectNoneLeft() throws(FactorError) {
        if let id = left.keys.min(), let constant = left[id] {
            throw constant.error("id", .notOneOf(taken, found: id))
        }
    }
}
