/// A budget file that can't be used: which rule is broken, and where.
public struct BudgetError: Error, Hashable, Sendable {
    /// The rule that is broken.
    public enum Problem: Hashable, Sendable {
        /// Not JSON.
        case notJSON
        /// None of the formats that are read.
        case unknownFormat
        /// Not what the format that was asked for looks like.
        case notOfFormat(BudgetFormat)
        /// A key that the format doesn't have there.
        case unknownKey(known: [String])
        /// A key that must be there.
        case missingKey(String)
        /// A value of another kind.
        case wrongKind(expected: String)
        /// A metric that there isn't.
        case unknownMetric(String)
        /// A limit of a direction that the metric hasn't, and what to write.
        case wrongBound(String)
        /// More than one of keys that exclude each other, or none.
        case oneOf([String])
        /// No limit at all.
        case noLimits
    }

    /// The file's name, as given.
    public var file: String
    /// The line, from 1; `nil` where it isn't known.
    public var line: Int?
    /// The key, with those that it stands under; `nil` for the file as a whole.
    public var key: String?
    /// What is wrong.
    public var problem: Problem

    init(file: String, line: Int? = nil, key: String? = nil, _ problem: Problem) {
        self.file = file
        self.line = line
        self.key = key
        self.problem = problem
    }
}

extension BudgetError: CustomStringConvertible {
    /// The sentence for a person: file, line, key, what is wrong and what to write instead.
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(key.map { "key '\($0)': " } ?? "")\(problem)"
    }
}

extension BudgetError.Problem: CustomStringConvertible {
    /// What is wrong and what to write instead, without the place.
    public var description: String {
        switch self {
        case .notJSON: "this can't be read as JSON or YAML"
        case .unknownFormat:
            "this is no budget that is known; write one that begins with schema: \(BudgetFormat.ownSchema), or give a "
                + "Lighthouse budget.json, a lighthouserc, a sitespeed.io budget, a .greenframe.yml or a journey"
        case .notOfFormat(let format):
            "this doesn't look like \(format.name); leave --budget-format out, or give another"
        case .unknownKey(let known): "there is no such key here; there are \(known.joined(separator: ", "))"
        case .missingKey(let key): "the key '\(key)' is missing"
        case .wrongKind(let expected): "should be \(expected)"
        case .unknownMetric(let metric):
            "'\(metric)' is no metric; there are bytes, connections, hosts (each also .all, .first, .third, .background, "
                + ".unknown; bytes also .up, .down), requests, duration, display_time, energy, ghg, water, land (each also "
                + ".low, .high), score, grade"
        case .wrongBound(let sentence): sentence
        case .oneOf(let keys): "needs one of \(keys.joined(separator: ", ")), and only one"
        case .noLimits: "there is no limit in it"
        }
    }
}
