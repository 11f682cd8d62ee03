public import Documents
public import FoundationEssentials

/// What a check found, where continuous integration shows it beside the change that is reviewed.
public struct CheckAnnotations: Sendable {
    /// One finding.
    private struct Finding {
        let isError: Bool
        /// What kind of finding: the metric, or where it is from.
        let name: String
        let title: String
        let message: String
        let file: String?
        let line: Int?
    }

    private let findings: [Finding]

    /// The findings of a check: limits that are broken or can't be checked, changes for the worse, and why a
    /// measurement can't be trusted.
    public init(_ check: CheckResult, language: Language) {
        let words = language.words
        let text = LimitText(language: language)
        let metrics = MetricText(language: language)
        findings =
            check.reasons.map { reason in
                Finding(
                    isError: true, name: "trust.\(reason.code.rawValue)", title: "ecoproxy: \(words.whyUntrusted)",
                    message: words.caveat(reason, language.figures) ?? reason.message, file: nil, line: nil)
            }
            + check.limits.filter { $0.status != .passed }.map { result in
                Finding(
                    isError: result.level == .error, name: result.metric?.rawValue ?? result.origin.key,
                    title: "ecoproxy: \(text.scope(result)), \(words.name(of: result.status))",
                    message: ([text.sentence(result), text.hosts(result)].compactMap { $0 }).joined(separator: "\n"),
                    file: result.origin.file, line: result.origin.line)
            }
            + (check.comparison?.regressions ?? []).map { change in
                Finding(
                    isError: true, name: "baseline.\(change.metric.rawValue)",
                    title: "ecoproxy: \(words.wholeJourney), \(words.name(of: change.verdict))",
                    message: words.labelled(metrics.name(change.metric), metrics.difference(change)), file: nil,
                    line: nil)
            }
    }

    /// GitHub's workflow commands, one a line: `::error file=…,line=…,title=…::message` (GitHub documentation,
    /// "Workflow commands for GitHub Actions"), escaped as its toolkit does (`@actions/core`, `command.ts`).
    public var github: String {
        findings.map { finding in
            var properties: [String] = []
            if let file = finding.file {
                properties.append("file=\(file.githubProperty)")
                if let line = finding.line { properties.append("line=\(line)") }
            }
            properties.append("title=\(finding.title.githubProperty)")
            let level = finding.isError ? "error" : "warning"
            return "::\(level) \(properties.joined(separator: ","))::\(finding.message.githubData)\n"
        }.joined()
    }

    /// A report of GitLab's Code Quality (GitLab documentation, "Code Quality report format"): a JSON list that
    /// `artifacts: reports: codequality` takes.
    ///
    /// - Parameters:
    ///   - place: the file that findings without one of their own are shown at.
    ///   - hash: the SHA-256 of some bytes, of which fingerprints are made: the same finding has the same one from run to run.
    /// - Returns: the report.
    /// - Throws: `EncodingError`, which no finding leads to.
    public func gitlab(place: String, hash: (Data) -> ContentHash) throws -> Data {
        var seen: [String: Int] = [:]
        let issues = findings.map { finding in
            let path = finding.file ?? place
            let identity = [finding.name, finding.title, path].joined(separator: "\u{0}")
            // GitLab shows one issue a fingerprint.
            let number = seen[identity, default: 0]
            seen[identity] = number + 1
            return GitLabIssue(
                description: "\(finding.title): \(finding.message.split(separator: "\n").joined(separator: ". "))"
                    .printable,
                check_name: "ecoproxy.\(finding.name)".printable,
                fingerprint: hash(Data("\(identity)\u{0}\(number)".utf8)).rawValue,
                severity: finding.isError ? "major" : "minor",
                location: .init(path: path, lines: .init(begin: finding.line ?? 1)))
        }
        return try CanonicalJSON.encode(issues)
    }
}

/// An issue with the keys that GitLab reads.
private struct GitLabIssue: Encodable {
    struct Location: Encodable {
        struct Lines: Encodable {
            let begin: Int
        }

        let path: String
        let lines: Lines
    }

    let description: String
    let check_name: String
    let fingerprint: String
    let severity: String
    let location: Location
}

extension String {
    /// A command's message: percent signs and line breaks escaped; what else could command a terminal made visible.
    fileprivate var githubData: String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).printable.replacing("%", with: "%25") }.joined(separator: "%0A")
    }

    /// A command's property: colons and commas as well.
    fileprivate var githubProperty: String {
        githubData.replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
