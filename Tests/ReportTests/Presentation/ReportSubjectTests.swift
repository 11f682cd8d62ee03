import Documents
import Testing

@testable import Report

@Suite struct ReportSubjectTests {
    private static func run(_ name: String, _ cache: CacheState?, times factor: Int = 1) -> ReportedRun {
        var measurement = Sample.measurement
        measurement.cache = cache
        for index in measurement.steps.indices { measurement.steps[index].traffic.down.ipBytes *= factor }
        return ReportedRun(name: name, measurement: measurement, score: Sample.score)
    }

    @Test("cold and warm runs are never counted together: where there are both, the cold ones are")
    func counted() {
        func positions(_ caches: [CacheState?]) -> [Int] {
            ReportSubject.counted(caches.map { Self.run("", $0).measurement })
        }
        #expect(positions([nil, nil]) == [0, 1])
        #expect(positions([.cold, nil, .cold]) == [0, 1, 2])
        #expect(positions([.warm, .warm]) == [0, 1])
        #expect(positions([.warm, .cold, .cold, nil]) == [1, 2])
        #expect(positions([]) == [])
    }

    @Test("of runs of several versions those of the latest count", arguments: [[0, 1, 2], [2, 0, 1]])
    func versions(_ order: [Int]) {
        let measurements = order.map { day in
            var measurement = Self.run("", nil).measurement
            measurement.journey?.version = day == 0 ? "1.0" : "2.0"
            measurement.totals.first = Timestamp(nanoseconds: Int64(day))
            return measurement
        }
        #expect(ReportSubject.counted(measurements).map { order[$0] }.sorted() == [1, 2])
        // A difference of device or network is one of what was measured, too.
        var other = measurements
        for index in other.indices where order[index] == 2 { other[index].network = .mobile }
        #expect(ReportSubject.counted(other).map { order[$0] } == [2])
    }

    @Test("the run shown is the one whose data is nearest to the median of those that count")
    func typical() {
        let runs = [
            Self.run("heavy", .cold, times: 9), Self.run("light", .cold), Self.run("warm", .warm, times: 5),
            Self.run("middle", .cold, times: 4),
        ]
        let subject = ReportSubject(runs: runs, score: nil)
        #expect(subject.typical.map { subject.counted[$0].name } == "middle")
        #expect(Composer(subject, language: .en).run?.name == "middle")
        #expect(ReportSubject(runs: [], score: Sample.score).typical == nil)
    }

    @Test("a run among several has the score of its own walk", arguments: [0, 1, 2])
    func ownScore(_ position: Int) {
        // Each run walks once; the score numbers the walks one after the other.
        var score = Sample.score
        score.steps = (1...3).flatMap { walk in
            Sample.score.steps.map { step in
                var step = step
                step.iteration = walk
                return step
            }
        }
        let factors = [[2, 1, 3], [1, 2, 3], [1, 3, 2]][position]
        let runs = (0..<3).map { Self.run("\($0)", nil, times: factors[$0]) }
        let composer = Composer(ReportSubject(runs: runs, score: score), language: .en)
        #expect(composer.run?.name == "\(position)")
        #expect(composer.score(of: composer.measurement.steps[0])?.iteration == position + 1)
    }

    @Test("the median of an even number is the mean of the two in the middle")
    func median() {
        #expect([3.0, 1, 2].median == 2)
        #expect([4.0, 1, 2, 3].median == 2.5)
        #expect([Double]().median == nil)
    }
}
