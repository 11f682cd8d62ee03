import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct MarkerDeskTests {
    @Test("the key for the next step walks the journey, a round after the other, then there is nothing left")
    func rounds() throws {
        let walk = try Walking(rounds: 2)
        for _ in 0..<8 { try walk.mark(.next) }
        #expect(try walk.walked() == ["a1", "b1", "c1", "a2", "b2", "c2"])
        #expect(walk.desk.position.next == .nothing)
        #expect(throws: MarkerRefusal.walked) { try walk.mark(.next) }
        // Between two rounds no step is walked: what resets the app is nobody's traffic.
        let log = try MarkerLog.parse(walk.folder.data("markers.jsonl"), name: "m")
        #expect(log.entries.map(\.marker.kind) == [.step, .step, .step, .end, .step, .step, .step, .end])
    }

    @Test("a round that is restarted leaves no trace, and the one before ends where it ended")
    func restart() throws {
        let walk = try Walking(rounds: 2)
        for _ in 0..<6 { try walk.mark(.next) }
        let end = walk.desk.position.timeline.steps[2].end
        try walk.mark(.pause)
        #expect(try walk.mark(.restart).map(\.kind) == [.undo, .undo])
        #expect(try walk.walked() == ["a1", "b1", "c1"])
        #expect(walk.desk.position.timeline.steps[2].end == end)
        #expect(walk.desk.position.round == 2)
        #expect(throws: MarkerRefusal.nothingToRestart) { try walk.mark(.restart) }
        try walk.mark(.next)
        #expect(try walk.walked() == ["a1", "b1", "c1", "a2"])
    }

    @Test("undo gives back the step before, and the next step is again the one taken back")
    func undo() throws {
        let walk = try Walking()
        try walk.mark(.next)
        try walk.mark(.next)
        try walk.mark(.undo)
        #expect(try walk.walked() == ["a1"])
        #expect(walk.desk.position.current == 0)
        #expect(walk.desk.position.next == .step("b"))
    }

    @Test("a marker of a moment that is over stands before later ones")
    func earlier() throws {
        let walk = try Walking()
        try walk.mark(.next)
        let between = walk.now
        try walk.mark(.step("c"))
        try walk.mark(.step("b"), at: Timestamp(nanoseconds: between.nanoseconds + 1))
        #expect(try walk.walked() == ["a1", "b1", "c1"])
        let moment = Timestamp(nanoseconds: walk.now.nanoseconds + 3_600_000_000_000)
        #expect(throws: MarkerRefusal.self) { try walk.mark(.end, at: moment) }
        #expect(try walk.walked() == ["a1", "b1", "c1"])
    }

    @Test("a step that the journey doesn't have is refused with those it has")
    func unknown() throws {
        let walk = try Walking()
        #expect(throws: MarkerRefusal.unknownStep("x", ["a", "b", "c"])) { try walk.mark(.step("x")) }
        #expect(!walk.folder.exists("markers.jsonl"))
        #expect("\(MarkerRefusal.unknownStep("x", ["a", "b"]))".contains("a, b"))
    }

    @Test("what another program writes into the file is followed")
    func follow() throws {
        let walk = try Walking()
        try walk.mark(.next)
        let other = Timestamp(nanoseconds: walk.now.nanoseconds + 5)
        try MarkerAppender(path: walk.path).append(.step, step: "c", source: "other") { other }
        try walk.desk.follow()
        #expect(walk.desk.position.timeline.steps.map(\.step.id) == ["a", "c"])
        #expect(walk.desk.cuts.slice(at: other) == 1)
    }

    @Test("without a journey steps are numbered, and any name is good")
    func free() throws {
        let walk = try Walking(hasJourney: false)
        try walk.mark(.next)
        try walk.mark(.step("step-2"))
        try walk.mark(.next)
        #expect(try walk.walked() == ["step-11", "step-21", "step-31"])
    }
}
