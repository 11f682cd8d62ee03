import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder
private typealias D = DNSBuilder

/// The names between the one that was asked for and the one that has the address.
@Suite struct FlowNameTests {
    private static let address = "198.51.100.7"

    /// An answer of a resolver: a name stands for the next, and the last one has the address.
    private static func answer(_ names: [String], more: [[UInt8]] = []) -> [UInt8] {
        let aliases = zip(names, names.dropFirst()).map { D.record($0, type: 5, D.name($1)) }
        return D.message(
            questions: [D.question(names[0])],
            answers: aliases + more + [D.record(names[names.count - 1], type: 1, P.address(address))])
    }

    /// The name of a flow to the address, after some answers.
    private static func name(after answers: [[UInt8]]) throws -> FlowName {
        var resolver = ConnectionBuilder(server: "192.0.2.53", serverPort: 53)
        for answer in answers { resolver.datagram(down: answer) }
        var connection = ConnectionBuilder()
        connection.open()
        let metering = try Metering(
            packets: resolver.packets + connection.packets, linkType: ConnectionBuilder.linkType)
        let flow = try #require(metering.flows(.tcp).first)
        return metering.meter.name(of: flow)
    }

    @Test("a name without aliases has no chain")
    func none() throws {
        let name = try Self.name(after: [Self.answer(["sante.example"])])
        #expect((name.name, name.source, name.chain) == ("sante.example", .dns, []))
    }

    @Test("the chain has the names in their order, without the one that was asked for")
    func chain() throws {
        let names = ["www.sante.example", "sante.cdn.example", "edge7.cdn.example"]
        let name = try Self.name(after: [Self.answer(names)])
        #expect((name.name, name.chain) == (names[0], Array(names.dropFirst())))
    }

    @Test("the latest answer counts")
    func latest() throws {
        let name = try Self.name(after: [
            Self.answer(["www.sante.example", "old.cdn.example"]),
            Self.answer(["www.sante.example", "new.cdn.example"]),
        ])
        #expect(name.chain == ["new.cdn.example"])
    }

    @Test(
        "a loop of aliases ends where it would begin again",
        arguments: [
            (["a.example", "b.example"], "a.example"), (["a.example", "b.example", "c.example"], "b.example"),
        ])
    func loops(_ names: [String], _ back: String) throws {
        // The last one stands for an earlier one, too; a later answer so that the address is found.
        let loop = D.record(names[names.count - 1], type: 5, D.name(back))
        let name = try Self.name(after: [Self.answer(names, more: [loop]), D.message(answers: [loop])])
        #expect(name.name != nil)
        #expect(Set(name.chain).count == name.chain.count, "each once: \(name.chain)")
        #expect(Set(name.chain).isSubset(of: names))
    }

    @Test("a name that stands for itself has no chain")
    func itself() throws {
        let loop = D.record("a.example", type: 5, D.name("a.example"))
        #expect(try Self.name(after: [Self.answer(["a.example"], more: [loop])]).chain.isEmpty)
    }

    @Test("a chain is cut at 16 names", arguments: [2, 15, 16, 17, 18, 40])
    func long(_ count: Int) throws {
        // Each link in an answer of its own: how long a chain one answer may hold is DNSMessage's matter.
        let names = (0..<count).map { "n\($0).example" }
        var answers = zip(names, names.dropFirst()).map { D.message(answers: [D.record($0, type: 5, D.name($1))]) }
        answers.append(Self.answer([names[0]]))
        let name = try Self.name(after: answers)
        #expect(name.name == "n0.example")
        #expect(name.chain == Array(names.dropFirst().prefix(16)))
    }

    @Test("aliases in a question's message, which anyone may send, are not believed")
    func question() throws {
        let claimed = D.message(flags: 0x0100, answers: [D.record("sante.example", type: 5, D.name("evil.example"))])
        #expect(try Self.name(after: [Self.answer(["sante.example"]), claimed]).chain.isEmpty)
    }

    /// Which name stands for which, as tshark reads a capture's answers; the latest counts.
    private static func aliases(_ file: String) throws -> [String: String] {
        var found: [String: String] = [:]
        let rows = try tshark(
            file, fields: ["dns.resp.name", "dns.resp.type", "dns.cname"], filter: "dns.cname && !_ws.malformed",
            occurrence: "a")
        for row in rows {
            let columns = row.map { $0.lowercased().split(separator: ",").map(String.init) }
            let owners = zip(columns[0], columns[1]).filter { $0.1 == "5" }.map(\.0)
            for (owner, target) in zip(owners, columns[2]) where owner != target { found[owner] = target }
        }
        return found
    }

    @Test("chains are those that tshark's answers make", .reference, .needs("tshark"))
    func reference() throws {
        var (chained, captures) = (0, 0)
        for capture in ReferenceCapture.all {
            let metering = try Metering(capture.file.path)
            let aliases = try Self.aliases(capture.file.path)
            var own = 0
            for flow in metering.meter.flows where flow.isConnection {
                let found = metering.meter.name(of: flow)
                guard let name = found.name else {
                    #expect(found.chain.isEmpty)
                    continue
                }
                var expected: [String] = []
                var next = aliases[name]
                while let current = next, current != name, !expected.contains(current) {
                    expected.append(current)
                    next = aliases[current]
                }
                #expect(found.chain == expected, "\(capture.name): \(name)")
                own += found.chain.isEmpty ? 0 : 1
            }
            chained += own
            captures += own > 0 ? 1 : 0
        }
        print("aliases: \(chained) flows of \(captures) captures have the chain that tshark's answers make")
        #expect(chained > 20)
    }
}
