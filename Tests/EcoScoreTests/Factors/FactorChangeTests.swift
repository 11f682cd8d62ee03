import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

@Suite struct FactorChangeTests {
    @Test("a set differs from itself in nothing")
    func same() {
        #expect(FactorSet.tested.changes(to: .tested).isEmpty)
    }

    @Test("electricity is compared across its names, with the change of the central figure")
    func electricity() throws {
        let world = try #require(try FactorSet.bundled("world-2026.1", hashedBy: lengthHash))
        let changes = FactorSet.tested.changes(to: world)
        let gas = try #require(changes.first { $0.before.id == "elec.fr.ghg" })
        #expect(gas.after.id == "elec.world.ghg")
        #expect(gas.changesFigures)
        // 472.94 g against 44.18 g.
        #expect(isClose(try #require(gas.relativeChange), 472.94 / 44.18 - 1, relative: 1e-9))
        #expect(!changes.contains { $0.before.id.hasPrefix("dev.") })
    }

    @Test("a change of words only is told from one of figures")
    func words() throws {
        let mine = try FactorSet(try FactorMergeTests.file { $0["covers"] = "Cooling." }, hashedBy: lengthHash)
        let changes = FactorSet.tested.changes(to: mine)
        #expect(changes.map(\.after.id) == ["dc.wue"])
        #expect(changes.map(\.changesFigures) == [false])
    }

    @Test("nothing is no base for a relative change")
    func zero() throws {
        let none = try FactorSet(try FactorMergeTests.file { $0["central"] = 0 }, hashedBy: lengthHash)
        #expect(none.changes(to: .tested).first?.relativeChange == nil)
    }
}
