import Documents
public import FoundationEssentials

/// Reads journeys: `ecoproxy.journey/1`, YAML that a person writes.
///
/// Every key is known or an error that names its line and column; a scalar without quotes keeps the text it was
/// written as (`version: 2.40` is not 2.4).
public enum JourneyFile {
    /// The format that this version reads.
    public static let schemaIdentifier = "ecoproxy.journey/1"

    /// Reads a journey from a file's bytes; a byte order mark and CRLF are accepted.
    ///
    /// - Parameters:
    ///   - data: the file's bytes.
    ///   - name: the file's name, for messages.
    /// - Returns: the journey.
    /// - Throws: `JourneyFileError` at the first broken rule; among them size (1 MiB) and encoding (UTF-8).
    public static func parse(_ data: Data, name: String) throws(JourneyFileError) -> Journey {
        guard data.count <= YAMLDocument.maximumBytes else {
            throw JourneyFileError(.tooLarge(bytes: data.count, limit: YAMLDocument.maximumBytes), file: name)
        }
        guard let yaml = String(validating: data, as: UTF8.self) else { throw JourneyFileError(.notUTF8, file: name) }
        return try parse(yaml, name: name)
    }

    /// Reads a journey from its text.
    ///
    /// - Parameters:
    ///   - yaml: the file's text.
    ///   - name: the file's name, for messages.
    /// - Returns: the journey.
    /// - Throws: `JourneyFileError` at the first broken rule.
    public static func parse(_ yaml: String, name: String) throws(JourneyFileError) -> Journey {
        let root = try YAMLDocument.root(yaml, file: name)
        let fields = try root.fields(of: "a journey", RootKey.self)
        let schema = try fields.required(.schema)
        guard try schema.text() == schemaIdentifier else {
            throw schema.error(
                .unknownValue(key: "schema", value: try schema.text(), allowed: [schemaIdentifier]))
        }
        return Journey(
            id: try fields.required(.id).text(),
            title: try fields.required(.title).localizedText(),
            application: try fields.required(.application).text(),
            version: try fields[.version]?.text(),
            device: try fields.required(.device).choice(of: DeviceClass.self),
            network: try fields.required(.network).choice(of: NetworkKind.self),
            hosts: try hosts(fields[.hosts]),
            steps: try steps(fields.required(.steps)),
            budget: try budget(fields[.budget]),
            runs: try runs(fields[.runs]))
    }
}

extension JourneyFile {
    private enum RootKey: String, JourneyKey {
        case schema, id, title, application, version, device, network, hosts, steps, budget, runs
    }

    private enum HostKey: String, JourneyKey {
        case firstParty = "first_party"
        case background
    }

    private enum StepKey: String, JourneyKey {
        case id, title, type, critical, budget
        case useSeconds = "use_seconds"
    }

    private enum StepBudgetKey: String, JourneyKey {
        case bytes
        case thirdPartyBytes = "third_party_bytes"
    }

    private enum BudgetKey: String, JourneyKey {
        case minimumScore = "score_min"
        case maximumGHGGrams = "ghg_g_max"
        case maximumRegression = "regression_max"
    }

    private enum RunKey: String, JourneyKey {
        case cold, warm
        case maximumSpread = "max_spread"
    }
}

extension JourneyFile {
    private static func hosts(_ node: YAMLNode?) throws(JourneyFileError) -> HostRules {
        guard let fields = try node?.fields(of: "hosts", HostKey.self) else { return HostRules() }
        return HostRules(
            first: try patterns(fields[.firstParty]), background: try patterns(fields[.background]))
    }

    private static func patterns(_ node: YAMLNode?) throws(JourneyFileError) -> [HostPattern] {
        var patterns: [HostPattern] = []
        for element in try node?.list("a list of hosts such as [\"*.sante.example\"]") ?? [] {
            let text = try element.text()
            do throws(HostPattern.Fault) {
                patterns.append(try HostPattern(text))
            } catch {
                throw element.error(.hostPattern(text, error))
            }
        }
        return patterns
    }

    private static func steps(_ node: YAMLNode) throws(JourneyFileError) -> [JourneyStep] {
        var steps: [JourneyStep] = []
        var lines: [String: Int] = [:]
        for element in try node.list("a list of steps") {
            let fields = try element.fields(of: "a step", StepKey.self)
            let id = try fields.required(.id)
            let type = try fields.required(.type).choice(of: StepType.self)
            if let use = fields[.useSeconds], type != .media { throw use.error(.useOfNoMedia(type.rawValue)) }
            let step = JourneyStep(
                id: try id.text(),
                title: try fields.required(.title).localizedText(),
                type: type,
                critical: try fields[.critical]?.flag() ?? false,
                useSeconds: try fields[.useSeconds]?.number(in: 1...86_400),
                budget: try stepBudget(fields[.budget]))
            if let line = lines.updateValue(id.line, forKey: step.id) {
                throw id.error(.duplicateStep(step.id, firstLine: line))
            }
            steps.append(step)
        }
        guard !steps.isEmpty else { throw node.error(.noSteps) }
        return steps
    }

    private static func stepBudget(_ node: YAMLNode?) throws(JourneyFileError) -> StepBudget {
        guard let fields = try node?.fields(of: "a step's budget", StepBudgetKey.self) else { return StepBudget() }
        return StepBudget(bytes: try fields[.bytes]?.count(), thirdPartyBytes: try fields[.thirdPartyBytes]?.count())
    }

    private static func budget(_ node: YAMLNode?) throws(JourneyFileError) -> JourneyBudget {
        guard let fields = try node?.fields(of: "the journey's budget", BudgetKey.self) else { return JourneyBudget() }
        return JourneyBudget(
            minimumScore: try fields[.minimumScore]?.number(in: 0...100),
            maximumGHGGrams: try fields[.maximumGHGGrams]?.number(in: 0...Double.infinity),
            maximumRegression: try fields[.maximumRegression]?.percentage())
    }

    private static func runs(_ node: YAMLNode?) throws(JourneyFileError) -> RunPlan {
        guard let fields = try node?.fields(of: "runs", RunKey.self) else { return RunPlan() }
        return RunPlan(
            cold: try fields[.cold]?.count(), warm: try fields[.warm]?.count(),
            maximumSpread: try fields[.maximumSpread]?.percentage())
    }
}
