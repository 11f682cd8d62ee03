import TestSupport
import Testing

@testable import TrafficMeter

/// Unique payload against a second implementation that marks each byte in a set.
@Suite struct SequenceSpaceTests {
    /// One direction of a stream, with its gaps.
    private struct Stream {
        var space = SequenceSpace()
        var gaps = SequenceGaps()

        mutating func add(_ sequence: UInt32, _ length: Int, flags: UInt8 = 0x10) -> SequenceSpace.Verdict {
            if flags == 0x10, space.extend(sequence, by: length) { return SequenceSpace.Verdict(fresh: length) }
            return space.add(sequence: sequence, length: length, flags: flags, gaps: &gaps)
        }

        var missing: Int { space.missing(gaps) }
    }

    private static let syn: UInt8 = 2
    private static let fin: UInt8 = 0x11

    @Test("random segments count as a set of bytes does, across the wrap", arguments: 0..<20)
    func againstSet(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let start = seed % 2 == 0 ? UInt32(1000) : UInt32.max - 2000
        var stream = Stream()
        _ = stream.add(start &- 1, 0, flags: Self.syn)
        var seen = Set<UInt32>()
        for _ in 0..<400 {
            let offset = Int.random(in: 0..<6000, using: &generator)
            let length = Int.random(in: 2...200, using: &generator)
            let sequence = start &+ UInt32(offset)
            let isPartlySeen = (0..<length).contains { seen.contains(sequence &+ UInt32($0)) }
            let fresh = (0..<length).filter { seen.insert(sequence &+ UInt32($0)).inserted }.count
            let verdict = stream.add(sequence, length)
            #expect(verdict.fresh == fresh)
            #expect(verdict.isResent == isPartlySeen)
        }
        // Whatever was acknowledged up to the highest number and not seen is missing.
        let highest = seen.map { $0 &- start }.max() ?? 0
        stream.space.acknowledge(start &+ highest &+ 1)
        #expect(stream.missing == Int(highest) + 1 - seen.count)
    }

    @Test("a capture that begins inside a connection counts what comes late from before it as new, and misses nothing")
    func midStream() {
        var stream = Stream()
        #expect(stream.add(5000, 100).fresh == 100)
        #expect(stream.add(4900, 100).isOutOfOrder)
        #expect(stream.add(4950, 100).isResent)
        stream.space.acknowledge(5100)
        #expect(stream.missing == 0)
    }

    @Test("a SYN with another number opens a new stream, the same SYN again is sent again")
    func newConnection() {
        var stream = Stream()
        #expect(stream.add(10, 0, flags: Self.syn).fresh == 0)
        #expect(stream.add(11, 50).fresh == 50)
        #expect(!stream.space.opensAnew(syn: 10))
        #expect(stream.add(10, 0, flags: Self.syn).isResent)
        #expect(stream.add(11, 50).fresh == 0)
        // A second answer to the first SYN, from a server that lost its memory, changes nothing.
        #expect(!stream.space.restartsWithAnswer)
        #expect(stream.add(700, 0, flags: 0x12).fresh == 0)
        #expect(stream.add(61, 50).fresh == 50)
        #expect(stream.space.opensAnew(syn: 900))
        #expect(stream.add(900, 0, flags: Self.syn).fresh == 0)
        #expect(stream.add(901, 50).fresh == 50)
        #expect(stream.space.streamStart == 901)
    }

    @Test("without its SYN, a stream's first number is the one before the first seen, or before what was acknowledged")
    func unseenSYN() {
        var seen = Stream()
        #expect(seen.add(11, 50).fresh == 50)
        #expect(!seen.space.opensAnew(syn: 10))
        #expect(seen.space.opensAnew(syn: 11))
        #expect(seen.space.restartsWithAnswer)
        var acknowledged = Stream()
        acknowledged.space.acknowledge(11)
        #expect(!acknowledged.space.opensAnew(syn: 10))
        #expect(acknowledged.space.opensAnew(syn: 900))
        #expect(!Stream().space.opensAnew(syn: 900))
    }

    @Test("FIN takes a number, which is no byte")
    func end() {
        var stream = Stream()
        _ = stream.add(0, 0, flags: Self.syn)
        #expect(stream.add(1, 10, flags: Self.fin).fresh == 10)
        #expect(stream.space.next == 12)
        #expect(stream.add(11, 0, flags: Self.fin).isResent)
        #expect(stream.add(1, 10, flags: Self.fin).fresh == 0)
        stream.space.acknowledge(12)
        #expect(stream.missing == 0)
    }

    @Test("a byte or none just before the next number keeps alive, and is no resend")
    func keepAlive() {
        var stream = Stream()
        _ = stream.add(0, 0, flags: Self.syn)
        _ = stream.add(1, 10)
        for length in 0...1 {
            let verdict = stream.add(10, length)
            #expect((verdict.fresh, verdict.isKeepAlive, verdict.isResent) == (0, true, false))
        }
        #expect(stream.add(11, 10).fresh == 10)
    }

    @Test("an acknowledgement beyond any window is not believed; resets without data have any number")
    func implausible() {
        var stream = Stream()
        _ = stream.add(0, 0, flags: Self.syn)
        _ = stream.add(1, 10)
        #expect(stream.add(0x7000_0000, 0, flags: 0x14).fresh == 0)
        #expect(stream.add(11, 10).fresh == 10)
        stream.space.acknowledge(0x7000_0000)
        #expect(stream.missing == 0)
    }

    @Test("more gaps than the limit are said to be too many, and memory stays bounded")
    func limit() {
        var stream = Stream()
        _ = stream.add(0, 0, flags: Self.syn)
        for index in 0..<3000 { _ = stream.add(UInt32(index * 10 + 5), 2) }
        #expect(stream.gaps.exceededLimit)
    }
}
