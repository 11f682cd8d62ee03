import Foundation
import Testing

@testable import EcoScore

@Suite struct FactorUseTests {
    @Test(
        "the unit of each place, which is a type, is the one that the sets write",
        arguments: FactorSet.bundledIdentifiers)
    func units(_ id: String) throws {
        let set = try #require(try FactorSet.bundled(id, hashedBy: lengthHash))
        for place in FactorUse.all {
            #expect(set[place.id(electricity: set.electricity)]?.unit == place.unit, "\(place.pattern)")
        }
    }

    @Test("only the names of electricity depend on the set")
    func electricity() {
        let names = FactorUse.all.map { ($0.id(electricity: "fr"), $0.id(electricity: "world")) }
        #expect(names.filter { $0.0 != $0.1 }.map(\.1) == ["elec.world.ghg", "elec.world.water", "elec.world.land"])
        #expect(Set(names.map(\.0)).count == FactorUse.all.count)
    }
}
