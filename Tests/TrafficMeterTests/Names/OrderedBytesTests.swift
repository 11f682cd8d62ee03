import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct OrderedBytesTests {
    private func bytes(_ ordered: OrderedBytes) -> [UInt8] {
        ordered.contiguous.array(0..<ordered.contiguous.byteCount)
    }

    @Test("pieces in any order, overlapping and doubled, make what they were cut from")
    func anyOrder() {
        var generator = SeededGenerator(seed: 3)
        let whole = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        for _ in 0..<300 {
            var pieces: [Range<Int>] = []
            var position = 0
            while position < whole.count {
                let end = min(position + Int.random(in: 1...90, using: &generator), whole.count)
                pieces.append(max(0, position - Int.random(in: 0...20, using: &generator))..<end)
                position = end
            }
            pieces += pieces.prefix(3)
            var ordered = OrderedBytes(limit: 10_000)
            for piece in pieces.shuffled(using: &generator) {
                ordered.add(Array(whole[piece]).rawSpan, at: piece.lowerBound)
            }
            #expect(bytes(ordered) == whole)
        }
    }

    @Test("where pieces overlap, the first to come counts")
    func overlap() {
        var ordered = OrderedBytes(limit: 100)
        ordered.add([2, 2].rawSpan, at: 2)
        ordered.add([6, 6].rawSpan, at: 6)
        ordered.add([9, 9, 9, 9, 9, 9, 9, 9, 9].rawSpan, at: 0)
        #expect(bytes(ordered) == [9, 9, 2, 2, 9, 9, 6, 6, 9])
    }

    @Test("a gap at the front hides what follows")
    func gap() {
        var ordered = OrderedBytes(limit: 100)
        ordered.add([1].rawSpan, at: 1)
        #expect(bytes(ordered) == [])
        #expect(!ordered.isEmpty)
        ordered.add([0].rawSpan, at: 0)
        #expect(bytes(ordered) == [0, 1])
        ordered.removeAll()
        #expect(ordered.isEmpty)
        #expect(bytes(ordered) == [])
    }

    @Test("nothing is kept before the first byte, beyond the limit, or of more stretches than there may be")
    func limits() {
        var ordered = OrderedBytes(limit: 200)
        ordered.add([1, 2, 3].rawSpan, at: -2)
        #expect(bytes(ordered) == [3])
        ordered.add([7, 7].rawSpan, at: -9)
        ordered.add([7, 7].rawSpan, at: 200)
        ordered.add([7, 7].rawSpan, at: 1 << 62)
        ordered.add([UInt8](repeating: 4, count: 1000).rawSpan, at: 1)
        #expect(bytes(ordered) == [3] + [UInt8](repeating: 4, count: 199))

        var sparse = OrderedBytes(limit: 1000)
        for offset in stride(from: 0, to: 1000, by: 2) { sparse.add([5].rawSpan, at: offset) }
        for offset in stride(from: 1, to: 1000, by: 2) { sparse.add([6].rawSpan, at: offset) }
        #expect(sparse.contiguousCount == 2 * OrderedBytes.mostStretches)
    }
}
