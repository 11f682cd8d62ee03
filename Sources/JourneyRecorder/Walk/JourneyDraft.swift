public import Documents

/// A journey file for a walk that was made without one, for a person to complete.
public struct JourneyDraft: Hashable, Sendable {
    private struct Step: Hashable {
        var id: String
        var bytes: Int?
    }

    private var steps: [Step]
    private let id: String
    private let device: DeviceClass
    private let network: NetworkKind

    /// Percent that a proposed budget lies above what was walked (issue "Recording beside a device").
    public static let margin = 10

    /// A draft from the names of steps.
    ///
    /// - Parameters:
    ///   - names: the steps, in the order in which they are to be walked; of equal ones, the first counts.
    ///   - id: the journey's identifier.
    public init(steps names: [String], id: String = "walk") {
        var known: Set<String> = []
        steps = names.filter { $0.isShowable && known.insert($0).inserted }.map { Step(id: $0) }
        (self.id, device, network) = (id, .smartphone, .wifi)
    }

    /// A draft of what was walked, with a budget for each step: `margin` percent above the most that it took.
    ///
    /// - Parameters:
    ///   - measurement: the walk.
    ///   - planned: steps that were to be walked: they stay, without a budget where they weren't.
    ///   - id: the journey's identifier.
    public init(_ measurement: JourneyMeasurement, planned: [String] = [], id: String = "walk") {
        self.init(steps: planned + measurement.steps.map(\.id), id: id)
        for step in measurement.steps {
            let bytes = (step.withoutBackground ?? step.traffic).both.ipBytes
            guard let index = steps.firstIndex(where: { $0.id == step.id }) else { continue }
            // In two terms, so that no sum of bytes can overflow; rounded up.
            let budget = bytes + bytes / (100 / Self.margin) + 1
            steps[index].bytes = max(steps[index].bytes ?? 0, budget)
        }
    }

    /// Whether there is no step in it.
    public var isEmpty: Bool { steps.isEmpty }

    /// The file's text.
    ///
    /// - Parameter remarks: lines for the person who completes it.
    /// - Returns: YAML that `JourneyFile` reads.
    public func yaml(remarks: [String]) -> String {
        var lines = remarks.map { "# \($0)" }
        lines += [
            "schema: \(JourneyFile.schemaIdentifier)", "id: \(Self.quoted(id))", "title: \(Self.quoted(id))",
            "application: unnamed", "device: \(device.rawValue)", "network: \(network.rawValue)", "steps:",
        ]
        for step in steps {
            lines += ["  - id: \(Self.quoted(step.id))", "    title: \(Self.quoted(step.id))", "    type: action"]
            if let bytes = step.bytes { lines.append("    budget: { bytes: \(bytes) }") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A double-quoted scalar (YAML 1.2.2 § 7.3.1); showable text has no control characters.
    private static func quoted(_ text: String) -> String {
        "\"" + text.reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : String($1) } + "\""
    }
}
