import Documents
import Foundation
import TestSupport
import Testing

@testable import Report

@Suite("texts of leads")
struct LeadTextTests {
    private static func rules() throws -> [String] {
        struct Table: Decodable {
            struct Rule: Decodable { let id: String }
            let rules: [Rule]
        }
        let file = Repository.root.appending(path: "Sources/EcoScore/Resources/leads-2026.1.json")
        return try JSONDecoder().decode(Table.self, from: Data(contentsOf: file)).rules.map(\.id)
    }

    @Test("every rule has a title, a meaning and an advice of its own in both languages")
    func complete() throws {
        let rules = try Self.rules()
        #expect(rules.count >= 22)
        for words in [EnglishWords(), FrenchWords()] as [any Words] {
            let texts = try rules.map { try #require(words.lead($0), "\($0)") }
            #expect(Set(texts.flatMap { [$0.title, $0.meaning, $0.advice] }).count == 3 * rules.count)
            for text in texts {
                #expect(text.title.hasSuffix(".") == false && text.title.count <= 50)
                #expect(text.meaning.hasSuffix(".") && text.advice.hasSuffix("."))
                #expect(text.meaning.count <= 130 && text.advice.count <= 130, "\(text.title)")
                // Typographic apostrophes, and no space that a line could break at before a sign of French.
                #expect([text.title, text.meaning, text.advice].allSatisfy { !$0.contains("'") })
                #expect([text.meaning, text.advice].allSatisfy { !$0.contains(" ;") && !$0.contains(" :") })
            }
        }
        #expect(
            Set(try rules.map { try #require(EnglishWords().lead($0)).advice })
                .isDisjoint(with: try rules.map { try #require(FrenchWords().lead($0)).advice }))
        #expect(EnglishWords().lead("unheard-of") == nil && FrenchWords().lead("unheard-of") == nil)
    }

    @Test("every obstacle has a sentence of its own in both languages")
    func obstacles() {
        for words in [EnglishWords(), FrenchWords()] as [any Words] {
            let sentences = (Lead.Obstacle.allCases + [nil]).map { words.leadsNotObservable($0) }
            #expect(Set(sentences).count == Lead.Obstacle.allCases.count + 1)
        }
    }

    @Test("a gain is attributed, never saved")
    func attributed() {
        #expect(EnglishWords().attributed("x").contains("Attributed"))
        #expect(FrenchWords().attributed("x").contains("Attribué"))
    }
}
