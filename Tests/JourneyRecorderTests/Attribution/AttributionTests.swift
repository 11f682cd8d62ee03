import Documents
import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct AttributionTests {
    private let knowledge: HostKnowledge

    /// A world of one vendor with customers, one of fonts, and one system.
    init() throws {
        let source = #""sources": [{"id": "s", "title": "A page", "url": "https://a.test/", "date": "2026-11-25"}]"#
        let operators = """
            {"schema": "ecoproxy.operators/1", "date": "2026-11-25", \(source), "excluded": [], "entries": [
              {"domains": ["stats.vendor.test"], "operator": "Vendor", "purpose": "audienceMeasurement", "source": "s"},
              {"domains": ["fonts.test"], "operator": "Fonts", "purpose": "fonts", "source": "s"},
              {"domains": ["push.system.test"], "operator": "System", "purpose": "push", "source": "s"}]}
            """
        let background = """
            {"schema": "ecoproxy.background/1", "date": "2026-11-25", \(source), "excluded": [], "entries": [
              {"hosts": ["push.system.test"], "system": "System", "category": "push", "source": "s"},
              {"hosts": ["time.sante.example"], "system": "System", "category": "time", "source": "s"}]}
            """
        knowledge = HostKnowledge(
            suffixes: try PublicSuffixList.bundled(),
            operators: try HostTable(Data(operators.utf8), file: "o"),
            background: try HostTable(Data(background.utf8), file: "b"))
    }

    private func attribution(first: [String], background: [String] = []) throws -> Attribution {
        Attribution(
            HostRules(
                first: try first.map { try HostPattern($0) }, background: try background.map { try HostPattern($0) }),
            knowledge: knowledge)
    }

    @Test(
        "first party are a pattern's names and all of its registrable domain",
        arguments: [
            ("api.sante.example", "api.sante.example", Party.first), ("api.sante.example", "sante.example", .first),
            ("api.sante.example", "www.sante.example", .first), ("api.sante.example", "a.b.sante.example", .first),
            ("*.sante.example", "sante.example", .first), ("*.sante.example", "WWW.Sante.Example.", .first),
            ("*.api.sante.example", "www.sante.example", .first), ("sante.gouv.fr", "impots.gouv.fr", .third),
            ("sante.gouv.fr", "www.sante.gouv.fr", .first), ("sante.example", "sante.test", .third),
            ("moi.github.io", "toi.github.io", .third), ("moi.github.io", "a.moi.github.io", .first),
            ("*.gouv.fr", "impots.gouv.fr", .first), ("gouv.fr", "impots.gouv.fr", .third),
            ("192.0.2.1", "192.0.2.1", .first), ("192.0.2.1", "192.0.2.2", .third),
        ])
    func domains(_ pattern: String, _ name: String, _ party: Party) throws {
        #expect(try attribution(first: [pattern]).attribution(of: name).party == party)
    }

    @Test("a vendor's host in the publisher's hands doesn't make all of the vendor the publisher's")
    func vendors() throws {
        let attribution = try attribution(first: ["sante.vendor.test", "*.sante.fonts.test"])
        #expect(attribution.attribution(of: "sante.vendor.test").party == .first)
        #expect(attribution.attribution(of: "www.vendor.test").party == .third)
        #expect(attribution.attribution(of: "a.sante.fonts.test").party == .first)
        #expect(attribution.attribution(of: "fonts.test").party == .third)
        // Written out, it is what was meant.
        let all = try self.attribution(first: ["*.vendor.test"])
        #expect(all.attribution(of: "stats.vendor.test").party == .first)
    }

    @Test(
        "the journey's background wins, then its first party, then what devices do, then the publisher's domain",
        arguments: [
            ("push.system.test", Party.background, BackgroundCategory.push as BackgroundCategory?),
            ("a.push.system.test", .background, .push), ("time.sante.example", .background, .time),
            ("www.sante.example", .first, nil), ("bruit.sante.example", .background, nil), ("tiers.test", .third, nil),
        ])
    func order(_ name: String, _ party: Party, _ category: BackgroundCategory?) throws {
        let attribution = try attribution(first: ["api.sante.example"], background: ["bruit.sante.example"])
        #expect(attribution.attribution(of: name).party == party)
        #expect(attribution.attribution(of: name).background == category)
    }

    @Test("a journey's own declarations win over the list of background hosts")
    func declared() throws {
        let first = try attribution(first: ["push.system.test"]).attribution(of: "push.system.test")
        #expect(first.party == .first && first.background == nil)
        let background = try attribution(first: ["push.system.test"], background: ["push.system.test"])
        #expect(background.attribution(of: "push.system.test").background == .push)
    }

    @Test(
        "nobody is a third party on no evidence, and domain, operator and purpose are told all the same",
        arguments: [
            ("www.tiers.example", Party.unknown, "tiers.example" as String?, nil as Purpose?),
            ("a.stats.vendor.test", .unknown, "vendor.test", .audienceMeasurement),
            ("push.system.test", .background, "system.test", .push), ("localhost", .unknown, nil, nil),
            ("192.0.2.1", .unknown, nil, nil),
        ])
    func undeclared(_ name: String, _ party: Party, _ domain: String?, _ purpose: Purpose?) {
        let told = Attribution(knowledge: knowledge).attribution(of: name)
        #expect(told.party == party)
        #expect(told.domain == domain)
        #expect(told.service?.purpose == purpose)
    }

    @Test("without a name nothing is told", arguments: [nil, "", "."] as [String?])
    func nameless(_ name: String?) throws {
        #expect(try attribution(first: ["sante.example"]).attribution(of: name) == HostAttribution())
    }

    @Test("an operator is told of first parties too: a measurement may be run under the publisher's name")
    func serviceOfFirst() throws {
        let told = try attribution(first: ["stats.vendor.test"]).attribution(of: "stats.vendor.test")
        #expect(told.party == .first)
        #expect(told.service == Operator(name: "Vendor", purpose: .audienceMeasurement))
    }

    @Test(
        "the brief answer is that of all that is told",
        arguments: [
            "api.sante.example", "www.sante.example", "time.sante.example", "fonts.test", "push.system.test",
            "stats.vendor.test", "", ".", "192.0.2.1",
        ])
    func brief(_ name: String) throws {
        for patterns in [[], ["api.sante.example"], ["*.sante.example"]] {
            let attribution = try attribution(first: patterns, background: ["fonts.test"])
            let told = attribution.attribution(of: name)
            #expect(attribution.brief(of: Array(name.utf8)[...]).party == told.party)
            #expect(attribution.brief(of: Array(name.utf8)[...]).purpose == told.service?.purpose)
        }
    }
}
