import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct LeadRulesTests {
    /// Criteria a theme of RGESN 2024 (arcep.fr, Référentiel général d'écoconception de services numériques, May 2024): 78 in all.
    private static let themes = [10, 10, 7, 15, 8, 7, 5, 10, 6]

    private static let text = String(decoding: PackageResources.leads_2026_1_json, as: UTF8.self)

    @Test("every rule of the reference is here, with its facts, criteria and sheets", .reference)
    func reference() throws {
        struct Reference: Decodable {
            struct Rule: Decodable {
                let id, traffic_fact, trigger: String
                let visible_with, rgesn_2024, rweb: [String]
            }
            let rules: [Rule]
        }
        struct Own: Decodable {
            struct Rule: Decodable {
                let id, fact, trigger: String
                let visibleWith, rgesn2024, rweb: [String]
            }
            let rules: [Rule]
        }
        let file = try #require(Repository.shared).appending(path: "factors/leads.json")
        let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file)).rules
        let own = try JSONDecoder().decode(Own.self, from: Data(Self.text.utf8)).rules
        #expect(reference.count == 22)
        for rule in reference {
            let ours = try #require(own.first { $0.id == rule.id }, "\(rule.id)")
            #expect(ours.fact == rule.traffic_fact && ours.trigger == rule.trigger, "\(rule.id)")
            #expect(ours.visibleWith == rule.visible_with, "\(rule.id)")
            #expect(ours.rgesn2024 == rule.rgesn_2024 && ours.rweb == rule.rweb, "\(rule.id)")
        }
    }

    @Test("every criterion is one of the 78, and every sheet has a number of four digits")
    func criteria() throws {
        #expect(Self.themes.reduce(0, +) == 78)
        for rule in try LeadRules.bundled().rules {
            for criterion in rule.criteria {
                let parts = criterion.split(separator: ".").compactMap { Int($0) }
                try #require(parts.count == 2 && Self.themes.indices.contains(parts[0] - 1), "\(criterion)")
                #expect((1...Self.themes[parts[0] - 1]).contains(parts[1]), "\(criterion)")
            }
            #expect(!rule.sheets.isEmpty && rule.sheets.allSatisfy { $0.wholeMatch(of: /[0-9]{4}/) != nil })
        }
    }

    @Test("a rule that the program judges is refused where it is missing", arguments: LeadRules.judged.map(\.id))
    func missing(_ id: String) throws {
        let text = Self.text.replacing(
            try Regex("\\{[^{}]*\"id\": \"\(id)\"[^{}]*\\},?"), with: "")
        try #require(text != Self.text)
        #expect(throws: FactorError(file: "mine.json", entry: id, .missingEntry)) {
            try LeadRules(Data(text.replacing(/\},\s*\]/, with: "}]").utf8), file: "mine.json")
        }
    }

    @Test(
        "a broken table is named with its place",
        arguments: [
            ("\"above\": 1000000", "\"abvoe\": 1000000", "weight", "abvoe"),
            ("\"stronglyAbove\": 2000000", "\"stronglyAbove\": 1", "weight", "stronglyAbove"),
            ("\"unit\": \"names\"", "\"unit\": \"bytes\"", "domains", "unit"),
            ("\"obstacle\": \"undeclared\"", "\"obstacle\": \"shy\"", "hosting", "obstacle"),
            ("\"obstacle\": \"undeclared\"", "\"above\": 1", "hosting", "above"),
            ("\"fromGrade\": \"D\"", "\"fromGrade\": \"H\"", "slow-step", "fromGrade"),
            ("\"toolsAbove\": 1,", "", "third-party", "toolsAbove"),
            ("\"afterSeconds\": 5", "\"stronglyAbove\": 5", "idle-traffic", "stronglyAbove"),
            ("\"ui\"", "\"eyes\"", "slow-step", "visibleWith"),
            ("\"id\": \"hosting\"", "\"id\": \"polling\"", "polling", "id"),
        ])
    func broken(_ before: String, _ after: String, _ entry: String, _ key: String) throws {
        try #require(Self.text.contains(before))
        let error = #expect(throws: FactorError.self) {
            try LeadRules(Data(Self.text.replacing(before, with: after).utf8), file: "mine.json")
        }
        #expect(error?.entry == entry && error?.key == key, "\(String(describing: error))")
    }
}
