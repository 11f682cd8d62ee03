import Documents
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct DatagramArrivalsTests {
    private let arrivals: DatagramArrivals
    private let address: StreamAddress

    init() throws {
        // A port that was free a moment ago.
        address = try LoopbackSocket(datagrams: true).address
        arrivals = try DatagramArrivals(at: address)
    }

    private static func header(_ linkType: Int = 101) -> [UInt8] {
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: linkType)
        return builder.bytes
    }

    private static func record(_ packet: [UInt8]) -> [UInt8] {
        var builder = CaptureBuilder()
        builder.pcapRecord(seconds: 1, fraction: 2, packet)
        return builder.bytes
    }

    /// How many datagrams were passed over, as the caveats say.
    private var ignored: Int? { arrivals.caveats.first { $0.code == .datagramsIgnored }?.count }

    @Test("who sends nothing of an exporter's doesn't keep the exporter out")
    func stranger() throws {
        let (stranger, exporter) = (try LoopbackSocket(datagrams: true), try LoopbackSocket(datagrams: true))
        stranger.send([1, 2, 3], to: address)
        exporter.send(Self.header(), to: address)
        exporter.send(Self.record([0x45]), to: address)
        #expect(try arrivals.next() == .bytes(Self.header() + Self.record([0x45])))
        #expect(ignored == 1)
        // Now that there is an exporter, nobody else is heard: what could be a record as little as a header of another host.
        stranger.send(Self.record([0x46]), to: address)
        let elsewhere = try LoopbackSocket(datagrams: true, host: "127.0.0.2")
        elsewhere.send(Self.header(), to: address)
        elsewhere.send(Self.record([0x47]), to: address)
        #expect(try arrivals.next() == .nothing)
        #expect(ignored == 4)
        exporter.send(Self.record([0x48]), to: address)
        #expect(try arrivals.next() == .bytes(Self.record([0x48])))
    }

    @Test("an exporter that is begun again on another port is heard, and its old port no longer")
    func again() throws {
        let (old, new) = (try LoopbackSocket(datagrams: true), try LoopbackSocket(datagrams: true))
        old.send(Self.record([0x45]), to: address)
        new.send(Self.record([0x46]), to: address)
        new.send(Self.header(), to: address)
        new.send(Self.record([0x47]), to: address)
        old.send(Self.record([0x48]), to: address)
        #expect(try arrivals.next() == .bytes(Self.header() + Self.record([0x45]) + Self.record([0x47])))
        #expect(ignored == 2)
    }

    @Test("an exporter that comes back with another header begins another file")
    func otherHeader() throws {
        let exporter = try LoopbackSocket(datagrams: true)
        for datagram in [
            Self.header(), Self.record([0x45]), Self.header(1), Self.record([1]), Self.header(1), Self.record([2]),
        ] { exporter.send(datagram, to: address) }
        #expect(try arrivals.next() == .bytes(Self.header() + Self.record([0x45])))
        #expect(try arrivals.next() == .successor)
        #expect(try arrivals.next() == .bytes(Self.header(1)))
        #expect(try arrivals.next() == .bytes(Self.record([1]) + Self.record([2])))
        #expect(try arrivals.next() == .nothing)
        #expect(ignored == nil)
    }

    @Test("a header that no exporter sends is none")
    func strangeHeader() throws {
        let sender = try LoopbackSocket(datagrams: true)
        var unknownVersion = Self.header()
        unknownVersion[4] = 9
        sender.send(unknownVersion, to: address)
        sender.send([UInt8](repeating: 0, count: 24), to: address)
        #expect(try arrivals.next() == .nothing)
        #expect(ignored == 2)
        #expect(arrivals.notice == .waiting("udp \(address)"))
    }
}
