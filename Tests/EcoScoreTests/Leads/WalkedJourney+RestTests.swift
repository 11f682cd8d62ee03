import Documents
import TestSupport
import Testing

@testable import EcoScore

struct IdleLeadTests {
    /// Steps one after another from nine o'clock.
    private func walked(_ steps: [(id: String, type: StepType, seconds: Int64, bytes: Int)]) throws -> Lead {
        var offset: Int64 = 0
        let steps = steps.map { entry in
            var step = Step.walked(entry.id, entry.type, bytes: entry.bytes, seconds: Double(entry.seconds))
            step.start = .nine.adding(seconds: offset)
            offset += entry.seconds
            step.end = .nine.adding(seconds: offset)
            return step
        }
        return try JourneyScore.of(steps).lead("idle-traffic")
    }

    @Test("without a rest nothing can be said, and a rest without data is one")
    func none() throws {
        #expect(try walked([("a", .action, 30, 1000)]).obstacle == .stepAbsent)
        #expect(try walked([("a", .action, 30, 1000), ("repos", .pause, 30, 0)]).status == .notFound)
    }

    @Test("what a rest after an action exchanges may belong to its first seconds")
    func first() throws {
        #expect(try walked([("a", .action, 30, 1000), ("repos", .pause, 60, 1000)]).obstacle == .timingAbsent)
        #expect(
            try walked([("a", .action, 30, 1000), ("bref", .pause, 4, 0), ("repos", .pause, 60, 1000)]).obstacle
                == .timingAbsent)
    }

    @Test("what a rest exchanges that follows 5 s of rest is found")
    func later() throws {
        let lead = try walked([("a", .action, 30, 1000), ("calme", .pause, 5, 700), ("repos", .pause, 60, 1000)])
        #expect(lead.evidence == [.init(step: "repos", value: 1000, unit: .bytes)])
        #expect(lead.gains?.bytes == 1000)
    }
}
