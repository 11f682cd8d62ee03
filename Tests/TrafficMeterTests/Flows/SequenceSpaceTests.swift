import TestSupport
import Testing

@testable import TrafficMeter

/// Unique payload against a second implementation that marks each byte in a set.
@Suite struct SequenceSpaceTests {
    @Test("random segments count as a set of bytes does, across the wrap", arguments: 0..<20)
    func againstSet(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let start = seed % 2 == 0 ? UInt32(1000) : UInt32.max - 2000
        var space = SequenceSpace()
        _ = space.add(sequence: start &- 1, length: 0, isSYN: true)
        var seen = Set<UInt32>()
        for _ in 0..<400 {
            let offset = Int.random(in: 0..<6000, using: &generator)
            let length = Int.random(in: 0...200, using: &generator)
            let sequence = start &+ UInt32(offset)
            let fresh = (0..<length).filter { seen.insert(sequence &+ UInt32($0)).inserted }.count
            #expect(space.add(sequence: sequence, length: length, isSYN: false) == fresh)
        }
    }

    @Test("a capture that begins inside a connection counts what comes late from before it as new")
    func midStream() {
        var space = SequenceSpace()
        #expect(space.add(sequence: 5000, length: 100, isSYN: false) == 100)
        #expect(space.add(sequence: 4900, length: 100, isSYN: false) == 100)
        #expect(space.add(sequence: 4950, length: 100, isSYN: false) == 0)
    }

    @Test("a SYN with another number opens a new stream, the same SYN again doesn't")
    func newConnection() {
        var space = SequenceSpace()
        #expect(space.add(sequence: 10, length: 0, isSYN: true) == 0)
        #expect(space.add(sequence: 11, length: 50, isSYN: false) == 50)
        #expect(space.add(sequence: 10, length: 0, isSYN: true) == 0)
        #expect(space.add(sequence: 11, length: 50, isSYN: false) == 0)
        #expect(space.add(sequence: 900, length: 0, isSYN: true) == 0)
        #expect(space.add(sequence: 901, length: 50, isSYN: false) == 50)
        #expect(space.streamStart == 901)
    }

    @Test("more holes than the limit are said to be too many, and memory stays bounded")
    func limit() {
        var space = SequenceSpace()
        _ = space.add(sequence: 0, length: 0, isSYN: true)
        for index in 0..<3000 { _ = space.add(sequence: UInt32(index * 10 + 5), length: 1, isSYN: false) }
        #expect(space.exceededLimit)
    }
}
