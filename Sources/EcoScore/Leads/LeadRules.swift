import Documents
import FoundationEssentials

/// What to look for, at which thresholds, and which published criterion asks for it.
struct LeadRules {
    /// One rule.
    struct Rule: Hashable {
        let id: String
        /// Criteria of RGESN 2024; the numbers of other years differ.
        let criteria: [String]
        /// Sheets of the web ecodesign reference (RWEB), by number alone.
        let sheets: [String]
        /// Why a measurement can't show it; `nil` for rules that have code.
        let obstacle: Lead.Obstacle?
        /// In the rule's unit; 0 where any amount counts, or a grade does.
        let above: Double
        let stronglyAbove: Double?
        /// Operators of audience measurement, beyond which there are too many.
        let toolsAbove: Double?
        /// How long a rest has to last before what it exchanges counts.
        let afterSeconds: Double?
        /// The best grade that the rule finds fault with.
        let fromGrade: EcoscoreResult.Grade?
        /// Unit of the thresholds; `nil` for rules that have no code.
        let unit: Lead.Evidence.Unit?
        /// Where the thresholds come from.
        let source: String

        /// The criteria, as they are cited.
        var citations: [String] { criteria.map { "RGESN 2024 \($0)" } + sheets.map { "RWEB_\($0)" } }

        /// The first criterion's place in the reference: theme, then number.
        var order: [Int] { criteria.first?.split(separator: ".").compactMap { Int($0) } ?? [] }
    }

    /// What must be visible of the traffic for a rule to be judged, as the file says for its readers.
    private enum Visible: String, CaseIterable {
        case flow, dns, sni, alpn, http, ui, declared, geoip
    }

    /// A rule that has code.
    struct Judged {
        let id: String
        /// The unit of its figures.
        let unit: Lead.Evidence.Unit
        /// Keys of the thresholds that its code asks for.
        let thresholds: [String]
    }

    static let judged: [Judged] = [
        Judged(id: "weight", unit: .bytes, thresholds: ["above", "stronglyAbove"]),
        Judged(id: "domains", unit: .names, thresholds: ["above", "stronglyAbove"]),
        Judged(id: "third-party", unit: .bytes, thresholds: ["above", "toolsAbove"]),
        Judged(id: "http1", unit: .bytes, thresholds: ["above"]),
        Judged(id: "fonts", unit: .bytes, thresholds: ["above"]),
        Judged(id: "autoplay-media", unit: .bytes, thresholds: ["above"]),
        Judged(id: "uncapped-upload", unit: .bytes, thresholds: ["above"]),
        Judged(id: "idle-traffic", unit: .bytes, thresholds: ["above", "afterSeconds"]),
        Judged(id: "many-connections", unit: .connections, thresholds: ["above"]),
        Judged(id: "slow-step", unit: .seconds, thresholds: ["fromGrade"]),
    ]

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
            for means in try entry.textsIfPresent("visibleWith") where Visible(rawValue: means) == nil {
                throw entry.error("visibleWith", .notOneOf(Visible.allCases.map(\.rawValue), found: means))
            }
            let rule = try Rule(entry)
            guard !rules.contains(where: { $0.id == rule.id }) else { throw entry.error("id", .duplicate) }
            rules.append(rule)
        }
        // One without the other would be passed over in silence.
        for judged in Self.judged where !rules.contains(where: { $0.id == judged.id }) {
            throw FactorError(file: file, entry: judged.id, .missingEntry)
        }
        self.rules = rules
    }
}

extension LeadRules.Rule {
    fileprivate init(_ object: StrictObject) throws(FactorError) {
        let id = try object.text("id")
        let common = ["id", "fact", "trigger", "visibleWith", "rgesn2024", "rweb", "source"]
        for key in ["fact", "trigger"] { _ = try object.text(key) }
        source = try object.text("source")
        self.id = id
        criteria = try object.textsIfPresent("rgesn2024")
        guard !criteria.isEmpty else { throw object.error("rgesn2024", .empty) }
        sheets = try object.textsIfPresent("rweb")
        guard let judged = LeadRules.judged.first(where: { $0.id == id }) else {
            try object.allowOnly(common + ["obstacle"])
            obstacle = try object.oneOf("obstacle")
            (above, stronglyAbove, toolsAbove, afterSeconds, fromGrade, unit) = (0, nil, nil, nil, nil, nil)
            return
        }
        obstacle = nil
        try object.allowOnly(common + ["unit"] + judged.thresholds)
        let unit: Lead.Evidence.Unit = try object.oneOf("unit")
        guard unit == judged.unit else {
            throw object.error("unit", .wrongUnit(expected: judged.unit.rawValue, found: unit.rawValue))
        }
        self.unit = unit
        func number(_ key: String, _ limits: ClosedRange<Double>) throws(FactorError) -> Double? {
            judged.thresholds.contains(key) ? try object.number(key, limits) : nil
        }
        above = try number("above", 0...1e12) ?? 0
        stronglyAbove = try number("stronglyAbove", above...1e12)
        toolsAbove = try number("toolsAbove", 0...1000)
        afterSeconds = try number("afterSeconds", 0...3600)
        fromGrade = judged.thresholds.contains("fromGrade") ? try object.oneOf("fromGrade") : nil
    }
}
