import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct QUICReaderTests {
    /// A flow that datagrams are shown to.
    struct Search {
        var reader = QUICReader()
        var state = QUICHello()
        var hello = ClientHello()

        mutating func read(_ datagram: [UInt8]) -> QUICVerdict {
            reader.read(datagram.rawSpan, into: &state, hello: &hello)
        }

        /// The last verdict, and the name then.
        mutating func read(all datagrams: [[UInt8]]) -> (QUICVerdict, String) {
            var verdict = QUICVerdict.notQUIC
            for datagram in datagrams where verdict != .complete { verdict = read(datagram) }
            return (verdict, hello.serverName.text)
        }
    }

    private static let hello = HelloBuilder.hello(
        serverName: "sante.example", padding: 1700, protocols: [Array("h3".utf8)])

    private func sealer(_ version: QUICVersion = .v1, source: [UInt8] = []) throws -> QUICSealer {
        try #require(QUICSealer(version, destination: QUICVectors.connectionID, source: source))
    }

    @Test("the RFCs' client Initials name example.com", arguments: [QUICVectors.clientV1, QUICVectors.clientV2])
    func vectors(_ packet: [UInt8]) {
        var search = Search()
        #expect(QUICReader.isInitial(packet))
        #expect(search.read(packet) == .complete)
        #expect(search.hello.serverName.text == "example.com")
        #expect(search.hello.protocols == ["alpn"])
        #expect(search.state.unopened == 0)
    }

    @Test("the tests' own client makes the RFCs' packets", arguments: [QUICVersion.v1, .v2])
    func ownClient(_ version: QUICVersion) throws {
        var sealer = try sealer(version)
        let padding = [UInt8](repeating: 0, count: 1162 - QUICVectors.clientFrames.count)
        let packet = sealer.initial(QUICVectors.clientFrames + padding, number: 2, numberLength: 4)
        #expect(packet == (version == .v1 ? QUICVectors.clientV1 : QUICVectors.clientV2))
    }

    @Test("one bit that is another, anywhere in the packet, and nothing is believed")
    func damaged() {
        var generator = SeededGenerator(seed: 8)
        for index in QUICVectors.clientV1.indices {
            var packet = QUICVectors.clientV1
            packet[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
            var search = Search()
            #expect(search.read(packet) != .complete, "byte \(index)")
            #expect(search.hello == ClientHello(), "byte \(index)")
        }
    }

    @Test(
        "a server's packets aren't taken for the client's, nor Retry and Version Negotiation",
        arguments: [
            QUICVectors.serverV1, QUICVectors.retryV1, QUICVectors.serverV2, QUICVectors.retryV2,
            [0x80, 0, 0, 0, 0, 0, 8] + QUICVectors.connectionID + [0, 0, 0, 1],
        ])
    func server(_ packet: [UInt8]) throws {
        var search = Search()
        #expect(search.read(packet) == .other)
        // Nor with the client's keys known, and half its hello there.
        var sealer = try sealer()
        #expect(search.read(sealer.initial(sealer.crypto(0, Self.hello[..<900]))) == .incomplete)
        #expect(search.read(packet) == .other)
        #expect(search.read(sealer.initial(sealer.crypto(900, Self.hello[900...]), number: 1)) == .complete)
        #expect(search.hello.serverName.text == "sante.example")
    }

    @Test(
        "what isn't an Initial is told at once",
        arguments: [
            [], [0xC0], [UInt8](repeating: 0xFF, count: 100), [0x40] + [UInt8](repeating: 1, count: 100),
            Array("GET / HTTP/1.1\r\nHost: a.example\r\n".utf8),
            [0xC0, 0, 0, 0, 2] + [UInt8](repeating: 0, count: 100),
        ])
    func notQUIC(_ datagram: [UInt8]) {
        var search = Search()
        #expect(!QUICReader.isInitial(datagram))
        #expect(search.read(datagram) == .notQUIC)
    }

    @Test("a hello cut into frames, these into packets and datagrams, has one name whatever the cuts and the order")
    func anySplit() throws {
        var generator = SeededGenerator(seed: 40)
        for round in 0..<40 {
            var sealer = try sealer(round % 2 == 0 ? .v1 : .v2)
            let frameCount = Int.random(in: 1...12, using: &generator)
            var frames: [[UInt8]] = []
            var offset = 0
            for piece in HelloBuilder.pieces(of: Self.hello, into: frameCount, using: &generator) {
                let before = min(offset, Int.random(in: 0...30, using: &generator))
                frames.append(sealer.crypto(offset - before, Self.hello[offset - before..<offset + piece.count]))
                offset += piece.count
            }
            // PING, PADDING, ACK with two ranges and with ECN counts, CONNECTION_CLOSE between them.
            let others: [[UInt8]] = [
                [1], [0, 0, 0], [2, 9, 0, 1, 0, 1, 1], [3, 0x40, 9, 0x80, 0, 0, 1, 0, 1, 1, 1, 1],
                [0x1C, 0, 6, 2, 0x68, 0x69],
            ]
            frames += others + frames.prefix(2)
            frames.shuffle(using: &generator)
            var datagrams: [[UInt8]] = []
            var number: UInt32 = 0
            while !frames.isEmpty {
                var datagram: [UInt8] = []
                for _ in 0..<Int.random(in: 1...3, using: &generator) where !frames.isEmpty {
                    let count = Int.random(in: 1...min(4, frames.count), using: &generator)
                    let payload = Array(frames.suffix(count).joined()) + [0, 0, 0, 0]
                    frames.removeLast(count)
                    datagram += sealer.initial(payload, number: number, numberLength: 1 + Int(number % 4))
                    number += 1
                }
                datagrams.append(datagram + [UInt8](repeating: 0, count: 3))
            }
            var search = Search()
            let found = search.read(all: datagrams)
            #expect(found == (.complete, "sante.example"), "round \(round)")
            #expect(search.hello.protocols == ["h3"])
        }
    }

    @Test("packets of other kinds before the Initial in a datagram are passed over")
    func coalesced() throws {
        var sealer = try sealer()
        let ids = HelloBuilder.vector(1, QUICVectors.connectionID) + [0] as [UInt8]
        let zeroRTT = [0xD0, 0, 0, 0, 1] + ids + [30] + [UInt8](repeating: 5, count: 30)
        let handshake = [0xE0, 0, 0, 0, 1] + ids + [25] + [UInt8](repeating: 6, count: 25)
        var search = Search()
        #expect(search.read(zeroRTT) == .other)
        #expect(search.read(zeroRTT + handshake + sealer.initial(sealer.crypto(0, Self.hello))) == .complete)
        #expect(search.hello.serverName.text == "sante.example")
    }

    @Test("after a Retry the hello comes anew, under keys of the server's ID (RFC 9000 § 17.2.5.2)")
    func retry() throws {
        let server = QUICVectors.hex("f067a5502a4262b5")
        var (first, second) = (try sealer(), try #require(QUICSealer(.v1, destination: server)))
        var search = Search()
        #expect(search.read(first.initial(first.crypto(0, Self.hello[..<800]))) == .incomplete)
        #expect(search.read(QUICVectors.retryV1) == .other)
        let token = Array("token".utf8)
        #expect(
            search.read(second.initial(second.crypto(0, Self.hello[..<1000]), number: 1, token: token)) == .incomplete)
        #expect(
            search.read(second.initial(second.crypto(1000, Self.hello[1000...]), number: 2, token: token)) == .complete)
        #expect(search.hello.serverName.text == "sante.example")
        #expect(search.state.keys?.connectionID.bytes == server)
    }

    @Test("once the server has chosen an ID, the keys are still those of the client's first (RFC 9001 § 5.2)")
    func serverID() throws {
        var sealer = try sealer()
        var search = Search()
        #expect(search.read(sealer.initial(sealer.crypto(0, Self.hello[..<1000]))) == .incomplete)
        let later = sealer.initial(sealer.crypto(1000, Self.hello[1000...]), number: 1, to: [9, 9, 9, 9])
        #expect(search.read(later) == .complete)
        #expect(search.hello.serverName.text == "sante.example")
    }

    @Test("another version is another connection")
    func otherVersion() throws {
        var (first, second) = (try sealer(.v1), try sealer(.v2))
        var search = Search()
        #expect(search.read(first.initial(first.crypto(0, Self.hello[..<1000]))) == .incomplete)
        let other = HelloBuilder.hello(serverName: "other.example")
        #expect(search.read(second.initial(second.crypto(0, other))) == .complete)
        #expect(search.hello.serverName.text == "other.example")
    }

    @Test("a number that stands for any version is opened with the keys of the likely ones", arguments: [0, 1])
    func anyVersion(_ schedule: Int) throws {
        let version = QUICVersion(rawValue: 0x1A2A_3A4A)
        var sealer = try #require(
            QUICSealer(version, destination: QUICVectors.connectionID, schedule: schedule))
        var search = Search()
        #expect(search.read(sealer.initial(sealer.crypto(0, Self.hello))) == .complete)
    }

    @Test("an opened packet with another message, or none, is no hello")
    func otherMessage() throws {
        var sealer = try sealer()
        var search = Search()
        #expect(search.read(sealer.initial([1] + [UInt8](repeating: 0, count: 30))) == .incomplete)
        #expect(search.read(sealer.initial(sealer.crypto(0, [2, 0, 0, 40] + Self.hello))) == .other)
        // A message that says it is longer than is waited for.
        #expect(search.read(sealer.initial(sealer.crypto(0, [1, 0, 0x40, 0, 3, 3, 9, 9, 9, 9]))) == .other)
        // A CRYPTO frame that breaks off, and a frame that has no place here.
        #expect(search.read(sealer.initial([6, 0, 0x44, 0] + [UInt8](repeating: 1, count: 30))) == .incomplete)
        #expect(search.read(sealer.initial([0x10] + sealer.crypto(0, Self.hello))) == .incomplete)
    }

    @Test("work and memory are bounded: no keys are derived after so many packets that none opened")
    func bounded() throws {
        var search = Search()
        for _ in 0..<100 { #expect(search.read(QUICVectors.serverV1) == .other) }
        #expect(search.state.unopened == QUICHello.mostUnopened)
        #expect(search.read(QUICVectors.clientV1) == .other)

        var sealer = try sealer()
        var full = Search()
        for offset in stride(from: 1, to: 1 << 20, by: 4096) {
            let frame = sealer.crypto(offset, [UInt8](repeating: 1, count: 200))
            #expect(full.read(sealer.initial(frame)) == .incomplete)
        }
        #expect(full.state.handshake.contiguousCount == 0)
    }

    @Test("no datagram of random or damaged bytes makes the reader crash")
    func noise() throws {
        var generator = SeededGenerator(seed: 12)
        var sealer = try sealer()
        let seeds =
            [QUICVectors.clientV1, QUICVectors.clientV2, QUICVectors.serverV1, QUICVectors.retryV1]
            + [sealer.initial(sealer.crypto(0, Self.hello)), GQUICPacketTests.packet(43), GQUICPacketTests.packet(46)]
        var search = Search()
        for round in 0..<4000 {
            var datagram = seeds[round % seeds.count]
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let place = Int.random(in: 0..<min(datagram.count, 64), using: &generator)
                datagram[place] = UInt8.random(in: 0...255, using: &generator)
            }
            if round % 3 == 0 { datagram.removeLast(Int.random(in: 0..<datagram.count, using: &generator)) }
            if round % 50 == 0 { search = Search() }
            _ = search.read(datagram)
        }
        // Frames of random bytes under a right seal.
        for _ in 0..<300 {
            let frames = (0..<40).map { _ in UInt8.random(in: 0...9, using: &generator) }
            _ = search.read(sealer.initial(frames))
        }
    }

    @Test("every hello that tshark finds over QUIC is found, with its name and protocols", .reference)
    func reference() throws {
        var (agreeing, captures) = (0, 0)
        for capture in ReferenceCapture.all {
            let expected = try capture.hellos("quic")
            var reader = QUICReader()
            var searches: [String: QUICHello] = [:]
            var hello = ClientHello()
            var found: Set<FoundHello> = []
            capture.forEachPayload { record, payload in
                guard record.kind == .udp else { return }
                let ends = ["\(record.source) \(record.sourcePort)", "\(record.destination) \(record.destinationPort)"]
                let flow = ends.sorted().joined()
                var state = searches[flow, default: QUICHello()]
                if reader.read(payload.rawSpan, into: &state, hello: &hello) == .complete {
                    found.insert(FoundHello(record, hello))
                    state = QUICHello()
                }
                searches[flow] = state
            }
            for hello in expected { #expect(found.contains(hello), "\(capture.name): \(hello)") }
            let more = found.subtracting(expected)
            if !more.isEmpty { print("QUIC, more than tshark finds: \(capture.name): \(more)") }
            agreeing += expected.count
            captures += expected.isEmpty ? 0 : 1
        }
        print("QUIC: \(agreeing) hellos in \(captures) captures, all as tshark reads them")
        #expect(agreeing == 147)
    }
}
