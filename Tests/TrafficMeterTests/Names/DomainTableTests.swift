import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct DomainTableTests {
    /// The longest entry that a name is or is below, found by trying every suffix of whole labels, the longest first.
    private static func naive(
        _ entries: [String: Int], _ name: String, where isMeant: (Int, Bool) -> Bool = { _, _ in true }
    ) -> Int? {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        for dropped in 0..<max(labels.count, 1) {
            let suffix = labels.dropFirst(dropped).joined(separator: ".")
            if let value = entries[suffix], isMeant(value, dropped == 0) { return value }
        }
        return nil
    }

    private static func text(_ labels: Int, using dice: inout SeededGenerator) -> String {
        // Few letters and empty labels, so that suffixes meet and nearly meet.
        (0..<labels).map { _ in ["a", "b", "ab", "ba", "aa", "", "xn--é"].randomElement(using: &dice) ?? "" }
            .joined(separator: ".")
    }

    @Test("the longest domain is the one that trying every suffix finds")
    func longest() {
        var dice = SeededGenerator(seed: 31)
        var (found, missed) = (0, 0)
        for round in 0..<60 {
            var table = DomainTable<Int>()
            var entries: [String: Int] = [:]
            for value in 0..<Int.random(in: 0...(round * 5), using: &dice) {
                let name = Self.text(.random(in: 1...4, using: &dice), using: &dice)
                // No domain that something is known of begins with a dot.
                guard !name.isEmpty, !name.hasPrefix(".") else { continue }
                let isNew = table.insert(value, for: name)
                #expect(isNew == (entries[name] == nil))
                if entries[name] == nil { entries[name] = value }
            }
            #expect(table.values.sorted() == entries.values.sorted())
            #expect(Set(table.names.map { String(decoding: $0, as: UTF8.self) }) == Set(entries.keys))
            for _ in 0..<200 {
                let name = Self.text(.random(in: 1...6, using: &dice), using: &dice)
                guard !name.isEmpty else { continue }
                let value = table.longest(of: Array(name.utf8)[...])
                #expect(value == Self.naive(entries, name), "\(name) in \(entries.keys.sorted())")
                found += value == nil ? 0 : 1
                missed += value == nil ? 1 : 0
                // Some values are meant for whole names alone, as background hosts without a wildcard are.
                let isMeant = { (value: Int, isWhole: Bool) in isWhole || value % 3 == 0 }
                #expect(
                    table.longest(of: Array(name.utf8)[...], where: isMeant)
                        == Self.naive(entries, name, where: isMeant), "\(name)")
            }
        }
        #expect(found > 1000 && missed > 1000)
    }

    @Test("a part of a longer text is looked up as it is")
    func slice() {
        var table = DomainTable<Int>()
        table.insert(1, for: "example")
        table.insert(2, for: "sante.example")
        let bytes = Array("https://api.sante.example/x".utf8)
        #expect(table.longest(of: bytes[8..<25]) == 2)
        #expect(table.longest(of: bytes[13..<25]) == 1, "a label is whole or isn't the domain's")
        #expect(table.longest(of: bytes[8..<8]) == nil)
    }
}
