import Testing

@testable import TrafficMeter

@Suite struct EncryptedDNSTests {
    /// A flow, and what is thought of it.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var kind = PacketRecord.Kind.tcp
        var port: UInt16 = 443
        var name: String?
        var protocols: [String] = []
        var way: EncryptedDNS.Way?
        var evidence: EncryptedDNS.Evidence = []
    }

    static let cases = [
        Case(testDescription: "port 853 over TCP", port: 853, way: .tls, evidence: .port),
        Case(testDescription: "port 853 over UDP", kind: .udp, port: 853, way: .quic, evidence: .port),
        Case(
            testDescription: "a resolver's name on port 853", port: 853, name: "dns.google", way: .tls,
            evidence: [.port, .name]),
        Case(testDescription: "a resolver's name over HTTPS", name: "dns.google", way: .https, evidence: .name),
        Case(
            testDescription: "a resolver's name over HTTP/3", kind: .udp, name: "dns.google", way: .https,
            evidence: .name),
        Case(
            testDescription: "DNS over TLS by its protocol", protocols: ["h2", "dot"], way: .tls,
            evidence: .applicationProtocol),
        Case(
            testDescription: "DNS over QUIC by its protocol", kind: .udp, name: "dns.adguard-dns.com",
            protocols: ["doq"], way: .quic, evidence: [.applicationProtocol, .name]),
        Case(
            testDescription: "a draft of DNS over QUIC", kind: .udp, port: 784, protocols: ["doq-i02"], way: .quic,
            evidence: .applicationProtocol),
        Case(testDescription: "another server", name: "sante.example", protocols: ["h2"]),
        Case(testDescription: "plain DNS to a known resolver", kind: .udp, port: 53, name: "dns.google"),
        Case(testDescription: "a known resolver's web site without encryption", port: 80, name: "dns.google"),
        Case(testDescription: "no connection", kind: .otherIP, port: 853),
    ]

    @Test("port, protocol and name tell the way", arguments: cases)
    func ways(_ given: Case) throws {
        let found = EncryptedDNS(
            given.kind, port: given.port, serverName: given.name.map { Array($0.utf8)[...] },
            applicationProtocols: given.protocols,
            resolvers: try KnownResolvers.bundled())
        #expect(found?.way == given.way)
        #expect(found?.evidence ?? [] == given.evidence)
        #expect((found?.operator != nil) == given.evidence.contains(.name))
    }
}
