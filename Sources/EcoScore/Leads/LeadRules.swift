import Documents
import FoundationEssentials

/// What to look for, at which thresholds, and which published criterion asks for it.
struct LeadRules {
    /// One rule.
    struct Rule: Hashable {
        /// What a capture must show for the rule to be judged.
        enum Need: String, CaseIterable {
            /// Counts of bytes and the names of hosts.
            case traffic
            /// Requests and responses, which encryption hides.
            case http
        }

        let id: String
        let need: Need
        /// Criteria of RGESN 2024; the numbers of other years differ.
        let criteria: [String]
        /// In bytes or names, as the rule says; 0 for rules that the traffic can't show.
        let above: Double
        let stronglyAbove: Double?

        /// The criteria, as they are cited.
        var citations: [String] { criteria.map { "RGESN 2024 \($0)" } }
    }

    let id: String
    let version: String
    /// In the file's order.
    let rules: [Rule]

    static func bundled() throws(FactorError) -> LeadRules {
        try LeadRules(Data(PackageResources.leads_2026_1_json), file: "leads-2026.1.json")
    }

    init(_ data: Data, file: String) throws(FactorError) {
        let object = try StrictObject(data, file: file)
        try object.expectSchema("ecoproxy.leads/1")
        try object.allowOnly(["schema", "id", "version", "date", "sources", "rules"])
        id = try object.text("id")
        version = try object.text("version")
        for source in try object.objects("sources") { _ = try Factor.Source(source) }
        var rules: [Rule] = []
        for entry in try object.objects("rules") {
            let rule = try Rule(entry)
            guard !rules.contains(where: { $0.id == rule.id }) else { throw entry.error("id", .duplicate) }
            rules.append(rule)
        }
        // A rule that the traffic shows has code of its own; one without the other would be passed over in silence.
        let judged = ["weight", "domains", "third-party"]
        for id in judged where !rules.contains(where: { $0.id == id && $0.need == .traffic }) {
            throw FactorError(file: file, entry: id, .missingEntry)
        }
        for rule in rules where rule.need == .traffic && !judged.contains(rule.id) {
            throw FactorError(file: file, entry: rule.id, key: "id", .notOneOf(judged, found: rule.id))
        }
        self.rules = rules
    }
}

extension LeadRules.Rule {
    fileprivate init(_ object: StrictObject) throws(FactorError) {
        try object.allowOnly([
            "id", "fact", "needs", "rgesn2024", "rweb", "unit", "above", "stronglyAbove", "source",
        ])
        id = try object.text("id")
        _ = try object.text("fact")
        need = try object.oneOf("needs")
        criteria = try object.textsIfPresent("rgesn2024")
        guard !criteria.isEmpty else { throw object.error("rgesn2024", .empty) }
        _ = try object.textsIfPresent("rweb")
        _ = try object.text("source")
        above = need == .traffic ? try object.number("above", 0...1e12) : 0
        stronglyAbove = object.has("stronglyAbove") ? try object.number("stronglyAbove", above...1e12) : nil
    }
}
