public import FoundationEssentials

/// A file with limits, read from its content.
public struct BudgetFile: Sendable {
    private let root: BudgetValue
    /// Its format: what its content shows, or what was asked for.
    public let format: BudgetFormat

    /// Recognises a file.
    ///
    /// - Parameters:
    ///   - json: the file as JSON.
    ///   - name: its name, for messages.
    ///   - lines: where values stand in the file's text, by path such as `journey.0.max`.
    ///   - format: the format that it is to be read as; told from the content unless given.
    /// - Throws: `BudgetError` if it is none of the formats, or not the one asked for.
    public init(json: Data, name: String, lines: [String: Int], format: BudgetFormat? = nil) throws(BudgetError) {
        root = try BudgetValue(json: json, name: name, lines: lines)
        if let format {
            guard format.fits(root) else { throw BudgetError(file: name, .notOfFormat(format)) }
            self.format = format
        } else {
            guard let format = BudgetFormat(root) else { throw BudgetError(file: name, .unknownFormat) }
            self.format = format
        }
    }

    /// The limits in the order of the file. A limit that no figure of ours corresponds to is among them, with the reason.
    ///
    /// A journey's limits aren't read here: they belong to who reads journeys.
    ///
    /// - Parameter journey: the journey's identifier and titles, by which other tools' scenarios are found.
    /// - Returns: the limits; of a journey none.
    /// - Throws: `BudgetError` at the first broken rule, and if there is no limit.
    public func limits(for journey: [String]) throws(BudgetError) -> [Limit] {
        let limits =
            switch format {
            case .ecoproxy: try EcoproxyBudget.limits(root)
            case .journey: [Limit]()
            case .lighthouse: try LighthouseBudget.limits(root)
            case .lighthouseCI: try LighthouseAssertions.limits(root)
            case .sitespeed: try SitespeedBudget.limits(root)
            case .greenframe: try GreenFrameThresholds.limits(root, journey: journey)
            }
        guard !limits.isEmpty || format == .journey else { throw root.error(.noLimits) }
        return limits
    }
}
