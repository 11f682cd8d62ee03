import Foundation
import TestSupport
import Testing

extension TemporaryFolder {
    /// Another run: the measurement of the bundle `run`, of which the first step exchanged some bytes more and took another time.
    ///
    /// - Returns: the path of its document.
    func changedRun(_ name: String, addingBytes bytes: Int, seconds: Double = 3.3) throws -> String {
        var document = try json(data("run/measurement.json"))
        var steps = try #require(document["steps"] as? [[String: Any]])
        var traffic = try #require(steps[0]["traffic"] as? [String: [String: Any]])
        let received = try #require(traffic["down"]?["ipBytes"] as? Int)
        traffic["down"]?["ipBytes"] = received + bytes
        steps[0]["traffic"] = traffic
        steps[0]["seconds"] = seconds
        document["steps"] = steps
        return try write("\(name).json", JSONSerialization.data(withJSONObject: document))
    }
}
