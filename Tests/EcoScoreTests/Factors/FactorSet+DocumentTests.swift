import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

@Suite struct FactorSetDocumentTests {
    @Test("a set that is written reads back as it was", arguments: FactorSet.bundledIdentifiers)
    func roundTrip(_ id: String) throws {
        let set = try #require(try FactorSet.bundled(id, hashedBy: lengthHash))
        let again = try FactorSet(try CanonicalJSON.encode(set.document), file: "a.json", sha256: .repeating("a"))
        #expect(again.factors == set.factors)
        #expect(again.electricity == set.electricity)
        #expect(again.reference.id == set.reference.id)
    }

    @Test("a factor that is written is a file that replaces it", arguments: ["dc.wue", "elec.fr.ghg"])
    func one(_ id: String) throws {
        let document = try #require(FactorSet.tested.document(of: id))
        let file = FactorFile(
            json: try CanonicalJSON.encode(document), name: "mine.json", sha256: .repeating("a"))
        let set = try FactorSet(file, hashedBy: lengthHash)
        #expect(set.reference.replaced == [id])
        #expect(set.factors == FactorSet.tested.factors)
        #expect(FactorSet.tested.document(of: "net.pigeon.ghg") == nil)
    }
}
