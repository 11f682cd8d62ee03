import Testing

@testable import TrafficMeter

@Suite struct ConnectionArrivalsTests {
    @Test("who connects and says nothing doesn't keep the exporter out; the first to say something is heard to its end")
    func silent() throws {
        // A port that was free a moment ago.
        let address = try LoopbackSocket(datagrams: false).address
        let arrivals = try ConnectionArrivals(at: address)
        #expect(try arrivals.next() == .nothing)
        var silent: Descriptor? = try Socket.connecting(to: address)
        #expect(try arrivals.next() == .nothing)
        silent = nil
        #expect(try arrivals.next() == .nothing)
        #expect(arrivals.notice == .waiting("tcp \(address)"))
        var exporter: Descriptor? = try Socket.connecting(to: address)
        #expect(exporter?.waitToWrite(5000) == true)
        #expect(exporter?.send(Array("hello".utf8)) == true)
        #expect(try arrivals.next() == "hello")
        #expect(arrivals.notice == .reading("tcp \(address)"))
        exporter = nil
        #expect(try arrivals.next() == .end)
        #expect(arrivals.failure == nil)
        _ = (silent, exporter)
    }
}
