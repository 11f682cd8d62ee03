import Documents

extension JourneyDraft {
    /// A place in the file where a person has to decide.
    public enum Remark: Sendable, CaseIterable {
        /// What the file is, and how to go on.
        case file
        /// Which values `device` has.
        case device
        /// Which values `network` has.
        case network
        /// Whose hosts are whose.
        case hosts
        /// That the types of steps are guesses, and what to choose from.
        case types
        /// How to set limits.
        case budget
    }

    /// The draft as a journey file.
    ///
    /// - Parameter remark: the sentence for a place, in the person's language, on one line.
    /// - Returns: YAML that `JourneyFile.parse(_:name:)` reads.
    public func yaml(_ remark: (Remark) -> String) -> String {
        func comment(_ place: Remark) -> String {
            "# " + remark(place).split(whereSeparator: \.isNewline).joined(separator: " ")
        }
        let head = [
            comment(.file),
            "schema: \(JourneyFile.schemaIdentifier)",
            "id: \(Self.quoted(id))",
            "title: \(Self.written(title))",
            "application: \(Self.quoted(application))",
            "device: \(DeviceClass.smartphone.rawValue)  \(comment(.device))",
            "network: \(NetworkKind.wifi.rawValue)  \(comment(.network))",
            comment(.hosts),
            "# hosts: { first_party: [\"*.example.org\"], background: [] }",
            "steps:",
            "  " + comment(.types),
        ]
        let body = steps.flatMap { step in
            [
                "  - id: \(Self.quoted(step.id))",
                "    title: \(Self.written(step.title))",
                "    type: \(step.type.rawValue)",
            ] + (step.budgetBytes.map { ["    budget: { bytes: \($0) }"] } ?? [])
        }
        let tail = [comment(.budget), "# budget: { score_min: 60, regression_max: 10% }"]
        return (head + body + tail).joined(separator: "\n") + "\n"
    }

    static func written(_ title: LocalizedText) -> String {
        if let text = title.texts[""] { return quoted(text) }
        let pairs = title.texts.sorted { $0.key < $1.key }.map { "\($0.key): \(quoted($0.value))" }
        return "{ \(pairs.joined(separator: ", ")) }"
    }

    /// A scalar in double quotes (YAML 1.2 § 7.3.1); what not every reader takes as it is is escaped (§ 5.7).
    static func quoted(_ text: String) -> String {
        var result = "\""
        // Readers take a byte order mark at the beginning of a text away, and nobody sees it anywhere else.
        for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
            switch scalar.properties.generalCategory {
            case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default:
                if scalar == "\"" || scalar == "\\" { result += "\\" }
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
