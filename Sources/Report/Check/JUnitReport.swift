public import Documents

/// The result of a check as JUnit XML: one suite a journey, one case a step and limit, `skipped` where a limit can't be checked.
///
/// Elements and attributes are those of the schema that Jenkins' xUnit plugin publishes (`junit-10.xsd`), which GitLab
/// and GitHub's test reporters read. Texts come from documents of anyone: they are escaped, and characters that XML 1.0
/// (§ 2.2) forbids made visible.
public struct JUnitReport: Sendable {
    private let check: CheckResult
    private let words: any Words
    private let text: LimitText
    private let language: Language

    /// A report in a language.
    public init(_ check: CheckResult, language: Language) {
        self.check = check
        self.language = language
        words = language.words
        text = LimitText(language: language)
    }

    /// The document.
    public var xml: String {
        let cases = trustCases + check.limits.map(limitCase) + baselineCases
        let counts = [
            ("tests", "\(cases.count)"), ("failures", "\(cases.count { $0.kind == .failure })"),
            ("errors", "\(cases.count { $0.kind == .error })"), ("time", seconds(check.seconds ?? 0)),
        ]
        let skipped = [("skipped", "\(cases.count { $0.kind == .skipped })")]
        let suite = "ecoproxy.\(journey)"
        let stamp = check.started.map { [("timestamp", String($0.description.prefix(19)))] } ?? []
        let properties = [
            ("ecoproxy.version", check.tool.version), ("ecoproxy.runs", "\(check.runs.runs)"),
            ("ecoproxy.outcome", check.outcome.rawValue),
        ]
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites\(attributes([("name", "ecoproxy")] + counts))>
              <testsuite\(attributes([("name", suite)] + counts + skipped + stamp))>
                <properties>
            \(properties.map { "      <property\(attributes([("name", $0), ("value", $1)]))/>" }.joined(separator: "\n"))
                </properties>
            \(cases.map(element).joined(separator: "\n"))
              </testsuite>
            </testsuites>

            """
    }

    private var journey: String { check.journey ?? "journey" }

    private struct Case {
        enum Kind: String { case passed, failure, error, skipped }

        let className: String
        let name: String
        let kind: Kind
        /// Of a kind other than passed: what is said, and further lines.
        var message = ""
        var type = ""
        var details: [String] = []
        var output: String?
    }

    /// A measurement that can't be trusted is an error: nothing was tested.
    private var trustCases: [Case] {
        check.reasons.map {
            Case(
                className: journey, name: "trust.\($0.code.rawValue)\($0.step.map { ".\($0)" } ?? "")", kind: .error,
                message: words.caveat($0, language.figures) ?? $0.message, type: "trust")
        }
    }

    private func limitCase(_ result: LimitResult) -> Case {
        let isWarning = result.level == .warn
        let kind: Case.Kind =
            switch result.status {
            case .passed: .passed
            case .broken: isWarning ? .passed : .failure
            case .unchecked: .skipped
            }
        let name = (result.metric?.rawValue ?? result.origin.key)
        let sentence = text.sentence(result)
        return Case(
            className: result.step == nil ? journey : "\(journey).\(text.scope(result))",
            // A figure may have several limits: each is a case of its own.
            name: "\(name)\(result.statistic == .mean ? "" : ".\(result.statistic.rawValue)") [\(result.origin.key)]",
            kind: kind, message: sentence, type: "budget",
            details: [text.hosts(result), words.writtenIn(text.place(result))].compactMap { $0 },
            output: result.status != .unchecked && kind == .passed ? sentence : nil)
    }

    private var baselineCases: [Case] {
        guard let comparison = check.comparison else { return [] }
        let metrics = MetricText(language: language)
        let worse = comparison.regressions
        return comparison.journey.map { change in
            let sentence = words.labelled(
                metrics.name(change.metric), "\(metrics.difference(change)), \(words.name(of: change.verdict))")
            let isUntestable = [.untested, .onlyBase, .onlyNew].contains(change.verdict)
            return Case(
                className: "\(journey).baseline", name: "baseline.\(change.metric.rawValue)",
                kind: worse.contains(change) ? .failure : isUntestable ? .skipped : .passed, message: sentence,
                type: "baseline", output: sentence)
        }
    }

    private func element(_ item: Case) -> String {
        let head = "    <testcase" + attributes([("classname", item.className), ("name", item.name), ("time", "0")])
        switch item.kind {
        case .passed:
            guard let output = item.output else { return head + "/>" }
            return head + "><system-out>\(output.xmlEscaped)</system-out></testcase>"
        case .skipped: return head + "><skipped\(attributes([("message", item.message)]))/></testcase>"
        case .failure, .error:
            let name = item.kind.rawValue
            let body = ([item.message] + item.details).map(\.xmlEscaped).joined(separator: "\n")
            return head
                + "><\(name)\(attributes([("type", item.type), ("message", item.message)]))>\(body)</\(name)></testcase>"
        }
    }

    /// Seconds to a millisecond, as `xs:decimal` writes them.
    private func seconds(_ value: Double) -> String {
        let thousandths = Int(nearest: min(max(value, 0), 1e12) * 1000)
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }

    private func attributes(_ pairs: [(String, String)]) -> String {
        pairs.map { " \($0)=\"\($1.xmlEscaped)\"" }.joined()
    }
}

extension String {
    /// The text as it may stand in XML, in an attribute as well.
    fileprivate var xmlEscaped: String {
        var escaped = ""
        for scalar in printable.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
