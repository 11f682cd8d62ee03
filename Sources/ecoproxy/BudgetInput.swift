import Documents
import Foundation
import JourneyRecorder
import Verdict

/// Limits from the files that a person has.
struct BudgetInput {
    /// The limits, file by file.
    var limits: [Limit] = []
    /// The files.
    var references: [CheckResult.BudgetReference] = []

    /// The limits of some files.
    ///
    /// - Parameters:
    ///   - paths: the files.
    ///   - format: what they are to be read as; told from their content unless given.
    ///   - journey: the identifier and titles of what is checked.
    ///   - hasBaseline: whether limits that are relative to one can be checked.
    /// - Throws: `BudgetError` or `JourneyFileError` at the first broken rule of a file, and what reading it throws.
    init(_ paths: [String], format: BudgetFormat?, journey: JourneyIdentity?, hasBaseline: Bool) throws {
        let names = journey.map { [$0.id] + $0.title.texts.values.sorted() } ?? []
        for path in paths {
            let data = path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try RunBundle.read(path)
            let name = path == "-" ? "standard input" : path
            let content = try Self.content(data, name)
            let file = try BudgetFile(json: content.json, name: name, lines: content.lines, format: format)
            if file.format == .journey {
                limits += try JourneyFile.parse(data, name: name).limits(
                    file: name, lines: content.lines, hasBaseline: hasBaseline)
            } else {
                limits += try file.limits(for: names)
            }
            references.append(.init(file: name, format: file.format.rawValue))
        }
    }

    private static func content(_ data: Data, _ name: String) throws -> YAMLContent {
        do {
            return try YAMLContent(data, name: name)
        } catch {
            guard error.problem == .empty else { throw error }
            throw InputError("\(name): the file is empty; a budget begins with: schema: ecoproxy.budget/1")
        }
    }
}

extension Journey {
    /// What the journey and its steps may cost.
    ///
    /// `regression_max` limits the journey's bytes, greenhouse gas and score; it stands in journeys that are checked
    /// without a baseline as well, and is only said to be unchecked then.
    func limits(file: String, lines: [String: Int], hasBaseline: Bool) -> [Limit] {
        func origin(_ key: String) -> LimitResult.Origin { .init(file: file, line: lines[key], key: key) }
        var limits: [Limit] = []
        for (index, step) in steps.enumerated() {
            let key = "steps.\(index).budget"
            if let bytes = step.budget.bytes {
                limits.append(
                    Limit(
                        .metric(Metric(.bytes)), .step(step.id), .atMost(Double(bytes)), origin: origin("\(key).bytes"))
                )
            }
            if let bytes = step.budget.thirdPartyBytes {
                limits.append(
                    Limit(
                        .metric(Metric(.bytes, side: .third)), .step(step.id), .atMost(Double(bytes)),
                        origin: origin("\(key).third_party_bytes")))
            }
        }
        if let score = budget.minimumScore {
            limits.append(Limit(.metric(Metric(.score)), .journey, .atLeast(score), origin: origin("budget.score_min")))
        }
        if let grams = budget.maximumGHGGrams {
            limits.append(Limit(.metric(Metric(.ghg)), .journey, .atMost(grams), origin: origin("budget.ghg_g_max")))
        }
        if let part = budget.maximumRegression {
            limits += [Metric(.bytes), Metric(.ghg), Metric(.score)].map {
                Limit(
                    .metric($0), .journey, .worseByPart(part), level: hasBaseline ? .error : .warn,
                    origin: origin("budget.regression_max"))
            }
        }
        return limits
    }
}
