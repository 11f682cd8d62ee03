import Documents
import TestSupport
import Testing

@testable import Verdict

@Suite struct RunPairDifferencesTests {
    private func conditions(
        _ change: (inout JourneyMeasurement) -> Void
    ) -> [ConditionDifference] {
        let base = Walked.oneStep(1000)
        var new = base
        change(&new)
        return RunPair(base: Walked.group([base], score: .of(70)), new: Walked.group([new], score: .of(70))).differences
            .filter { $0.condition != .sameRun }
    }

    @Test("whatever differs beside the app is named with both sides")
    func named() {
        #expect(conditions { _ in } == [])
        #expect(conditions { $0.network = .mobile } == [.init(.network, base: "wifi", new: "mobile")])
        #expect(conditions { $0.device.class = .laptop } == [.init(.device, base: "smartphone", new: "laptop")])
        #expect(conditions { $0.cache = .warm } == [.init(.cache, base: "cold", new: "warm")])
        #expect(conditions { $0.cache = nil } == [.init(.cache, base: "cold", new: nil)])
        #expect(conditions { $0.tool.version = "0.2.0" } == [.init(.tool, base: Tool.ecoproxy.version, new: "0.2.0")])
        #expect(conditions { $0.sources[0].trust = .device } == [.init(.trust, base: "interface", new: "device")])
        #expect(
            conditions { $0.selection = Selection(app: "x", kept: .zero, leftOut: .zero) }
                == [.init(.selection, base: nil, new: "x")])
        #expect(
            conditions { $0.journey?.application = "b" } == [.init(.application, base: "fr.exemple.sante", new: "b")])
        #expect(conditions { $0.journey?.version = "9" } == [])
        #expect(conditions { $0.quality.grade = .untrusted } == [.init(.untrusted, base: nil, new: "untrusted")])
    }

    @Test("energy of another part of the device isn't compared")
    func energy() {
        func group(_ part: Step.Energy.Part?) -> RunGroup {
            let energy = Step.Energy(joules: 2, basis: .measured, part: part)
            return Walked.group([Walked.measurement([Walked.step("open", [], energy: energy)])], score: .of(70))
        }
        let pair = RunPair(base: group(nil), new: group(.rails))
        #expect(pair.differences.contains(.init(.energyPart, base: "device", new: "rails")))
        #expect(!pair.figures(step: nil).contains { $0.metric == Metric(.energy) })
        #expect(
            RunPair(base: group(.rails), new: group(.rails)).figures(step: nil).contains {
                $0.metric == Metric(.energy)
            })
    }

    @Test("another journey is said once, another file of the same journey as that")
    func journey() {
        let other = conditions {
            $0.journey?.id = "other"
            $0.journey?.sha256 = .repeating("1")
        }
        #expect(other.map(\.condition) == [.journey])
        #expect(conditions { $0.journey?.sha256 = .repeating("1") }.map(\.condition) == [.journeyFile])
    }

    @Test("the same measurement on both sides is said")
    func same() {
        let group = Walked.group([Walked.oneStep(1000)], score: .of(70))
        #expect(RunPair(base: group, new: group).differences.map(\.condition) == [.sameRun])
    }
}
