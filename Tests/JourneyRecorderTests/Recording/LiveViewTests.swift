import Documents
import Foundation
import TestSupport
import Testing
import TrafficMeter

@testable import JourneyRecorder

@Suite struct LiveViewTests {
    private let folder: TemporaryFolder
    private let desk: MarkerDesk
    private let walk = RecordedWalk.all[0]

    init() throws {
        folder = try TemporaryFolder()
        let conditions = try walk.conditions()
        _ = try folder.write("markers.jsonl", Data(contentsOf: URL(filePath: walk.path("markers.jsonl"))))
        desk = try MarkerDesk(
            RunBundle(path: folder.url.path), plan: WalkPlan(journey: conditions.journey?.value))
    }

    /// All packets of the walk, seen live.
    private func figures() throws -> (LiveFigures, Int) {
        var (view, meter, progress) = (try LiveView(desk: desk), Meter(), Recording.Progress())
        var reader = try CaptureReader(path: walk.capture)
        // The recording begins, and looks, before the first packet.
        #expect(view.look(meter, now: Timestamp(nanoseconds: 0), clock: { Timestamp(nanoseconds: 0) }, &progress))
        while let packet = try reader.next() { meter.add(packet, slice: view.slice(at: packet.timestamp)) }
        let now = Timestamp(nanoseconds: (meter.totals.last?.nanoseconds ?? 0) + 5_000_000_000)
        #expect(view.look(meter, now: now, clock: { now }, &progress))
        // A second look at once costs nothing: there is none.
        #expect(!view.look(meter, now: now, clock: { now }, &progress))
        return (try #require(progress.live), meter.totals.ipBytes)
    }

    @Test("each step's figures are those of the replay")
    func steps() throws {
        let (figures, total) = try figures()
        let measurement = try Replay(captures: [walk.capture], conditions: walk.conditions(), tool: .ecoproxy)
            .measurement
        #expect(figures.steps.map(\.step.id) == measurement.steps.map(\.id))
        #expect(figures.steps.count > 3)
        for (step, replayed) in zip(figures.steps, measurement.steps) {
            let traffic = replayed.withoutBackground ?? replayed.traffic
            #expect(step.volume.up == traffic.up.ipBytes, "\(step.step.id)")
            #expect(step.volume.down == traffic.down.ipBytes, "\(step.step.id)")
        }
        #expect(figures.whole.both + figures.background.both == total)
        #expect(figures.hosts.map(\.bytes) == figures.hosts.map(\.bytes).sorted(by: >))
        // Nothing is walked any more: the hosts are those of the whole.
        #expect(figures.hosts.first?.name == measurement.hosts.first?.name)
        let replay = try Replay(captures: [walk.capture], conditions: walk.conditions(), tool: .ecoproxy)
        let flows = try replay.flowList().flows.filter { $0.names.name == figures.hosts.first?.name }
        let bytes = Dictionary(grouping: flows, by: \.transport).mapValues { flows in
            flows.reduce(0) { $0 + $1.traffic.both.ipBytes }
        }
        #expect(figures.hosts.first?.transport == bytes.max { $0.value < $1.value }?.key)
    }

    @Test("quiet counts from the app's last packet")
    func quiet() throws {
        let (figures, _) = try figures()
        let last = try #require(figures.lastActivity)
        #expect(figures.quietSeconds(since: Timestamp(nanoseconds: 0)) == figures.time.seconds(since: last))
        #expect(figures.quietSeconds(since: figures.time) == 0)
        #expect(figures.quietSeconds(since: Timestamp(nanoseconds: 0)) >= 5)
    }

    @Test("quiet is told by this machine's clock, whatever the packets' own says", arguments: [-3600, 3600, 0])
    func otherClock(_ ahead: Int64) throws {
        var (view, meter, progress) = (try LiveView(desk: desk), Meter(), Recording.Progress())
        var reader = try CaptureReader(path: walk.capture)
        while let packet = try reader.next() { meter.add(packet, slice: view.slice(at: packet.timestamp)) }
        let last = try #require(meter.totals.last)
        let begin = Timestamp(nanoseconds: last.nanoseconds - ahead * 1_000_000_000)
        for second in 0...4 {
            let now = Timestamp(nanoseconds: begin.nanoseconds + Int64(second) * 1_000_000_000)
            #expect(view.look(meter, now: now, clock: { now }, &progress))
            #expect(progress.live?.quietSeconds(since: begin) == Double(second))
        }
    }

    @Test("a step taken back gives its bytes to the one before")
    func undo() throws {
        let before = try figures().0
        let last = try #require(desk.log.entries.last?.marker.time)
        let count = before.steps.count
        // The journey's last step, and the end after it.
        let kinds = desk.log.entries.map(\.marker.kind)
        for _ in 0..<(kinds.last == .end ? 2 : 1) {
            try desk.mark(.undo, source: "test") { Timestamp(nanoseconds: last.nanoseconds + 1) }
        }
        let after = try figures().0
        #expect(after.steps.count == count - 1)
        let (two, one) = (before.steps.suffix(2).reduce(0) { $0 + $1.volume.both }, after.steps[count - 2].volume.both)
        #expect(one >= two)
    }
}
