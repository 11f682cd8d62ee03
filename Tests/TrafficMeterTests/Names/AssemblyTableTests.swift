import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct AssemblyTableTests {
    @Test("it keeps what a list in the order of turns keeps, whatever is put and taken", arguments: [1, 2, 7, 40])
    func list(_ limit: Int) {
        var table = AssemblyTable<Int, Int>(limit: limit)
        /// The same in the plainest way: the oldest first.
        var list: [(key: Int, value: Int)] = []
        var random = SeededGenerator(seed: UInt64(limit))
        for value in 0..<20_000 {
            let key = Int.random(in: 0..<2 * limit, using: &random)
            let known = list.firstIndex { $0.key == key }
            if Bool.random(using: &random) {
                #expect(table.take(key) == known.map { list.remove(at: $0).value })
            } else {
                if let known { list.remove(at: known) }
                list.append((key, value))
                let evicted = list.count > limit ? list.removeFirst().value : nil
                #expect(table.put(value, for: key) == evicted)
            }
            #expect(table.count == list.count)
            #expect(table.contains(key) == list.contains { $0.key == key })
        }
    }
}
