import Foundation
import TestSupport
import Testing

@testable import EcoScore

/// The vectors of a public tool, from the reference folder; read loosely, because each file has its own shape.
///
/// It keeps count of what was checked, so that a vector that nobody looked at makes its test fail.
final class ModelOracle {
    let root: [String: Any]
    private(set) var checked = 0

    init(_ name: String) throws {
        let file = try #require(Repository.shared).appending(path: "oracles-ecoscore/\(name).json")
        root = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    }

    var constants: [String: Any] {
        get throws { try #require(root["constants"] as? [String: Any]) }
    }

    /// The vectors at a path of keys; each that is asked for counts as checked.
    func vectors(_ path: String...) throws -> [[String: Any]] {
        var value: Any = root
        for key in path { value = try #require((value as? [String: Any])?[key], "\(path)") }
        let vectors = try #require(value as? [[String: Any]], "\(path)")
        checked += vectors.count
        return vectors
    }

    /// An object that is a vector by itself.
    func vector(_ path: String...) throws -> [String: Any] {
        var value: Any = root
        for key in path { value = try #require((value as? [String: Any])?[key], "\(path)") }
        checked += 1
        return try #require(value as? [String: Any], "\(path)")
    }

    /// How many vectors the file has: the objects in its lists of vectors, and those that stand alone.
    var count: Int {
        let upstream = root["upstream_test_vectors"] ?? []
        let extra = root["extra_vectors_recomputed_here"] as? [Any] ?? []
        return Self.count(upstream) + extra.count
    }

    private static func count(_ value: Any) -> Int {
        if let list = value as? [Any] { return list.count }
        guard let object = value as? [String: Any] else { return 0 }
        // An object that holds lists is a shelf of vectors; any other is one itself.
        let shelves = object.values.filter { $0 is [Any] }
        guard !shelves.isEmpty else { return 1 }
        return object.values.filter { $0 is [Any] || $0 is [String: Any] }.reduce(0) { $0 + count($1) }
    }
}

extension [String: Any] {
    /// The number of a key.
    func number(_ key: String) throws -> Double {
        try #require((self[key] as? NSNumber)?.doubleValue, "\(key) of \(self)")
    }

    /// The truth value of a key.
    func flag(_ key: String) throws -> Bool {
        try #require(self[key] as? Bool, "\(key) of \(self)")
    }

    /// The object of a key.
    func object(_ key: String) throws -> [String: Any] {
        try #require(self[key] as? [String: Any], "\(key) of \(self)")
    }
}

extension OtherModels {
    static let tested: OtherModels = {
        do { return try OtherModels.bundled() } catch { preconditionFailure("a bundled file is broken: \(error)") }
    }()
}

/// Equal to the last digits of a double; the figures that were recomputed have no other tolerance.
func agrees(_ found: Double, _ expected: Double) -> Bool {
    abs(found - expected) <= 1e-12 * max(abs(expected), 1e-9)
}
