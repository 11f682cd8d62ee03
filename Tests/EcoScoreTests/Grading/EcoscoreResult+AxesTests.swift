import Documents
import Testing

@testable import EcoScore

struct EcoscoreResultTests {
    @Test("axes of 90 and 50 without energy: 70, between 46.67 and 80, D to B")
    func partial() throws {
        // The curves' own control points: 1 MB gives 90, 4 s on a smartphone give 50.
        let score = try JourneyScore.of([.walked("ouvrir", bytes: 1_000_000, displayed: 4)]).ecoscore
        #expect(score.axes.data == EcoscoreResult.Axis(value: 90, coverage: 1))
        #expect(score.axes.time == EcoscoreResult.Axis(value: 50, coverage: 1))
        #expect(score.axes.energy == EcoscoreResult.Axis(value: nil, coverage: 0))
        #expect(score.value == 70)
        #expect(score.partial)
        let interval = try #require(score.interval)
        #expect(isClose(interval.low, 140.0 / 3))
        #expect(interval.high == 80)
        #expect(score.grade == nil)
        #expect(score.gradeRange == EcoscoreResult.GradeRange(best: .B, worst: .D))
    }

    @Test("a whole score has a grade and no interval")
    func whole() throws {
        // 2 W against 1 W at rest give 50; 2 MB give 50; 4 s give 50.
        let score = try JourneyScore.of([
            .walked("repos", .reference, bytes: 0, seconds: 10, joules: 10),
            .walked("ouvrir", bytes: 2_000_000, seconds: 30, joules: 60, displayed: 4),
        ]).ecoscore
        #expect(score.value == 50)
        #expect(score.grade == .D)
        #expect(!score.partial)
        #expect(score.interval == nil && score.gradeRange == nil)
    }

    @Test("measured energy without a reference gives the axis nothing to compare with")
    func noReference() throws {
        let score = try JourneyScore.of([.walked("ouvrir", joules: 60, displayed: 4)]).ecoscore
        #expect(score.axes.energy == EcoscoreResult.Axis(value: nil, coverage: 0))
    }

    @Test("modelled energy and display time feed no axis")
    func modelled() throws {
        var step = Step.walked("ouvrir")
        step.energy = Step.Energy(joules: 60, basis: .modelled)
        step.displayTime = Step.DisplayTime(seconds: 1, basis: .modelled)
        let score = try JourneyScore.of([.walked("repos", .reference, joules: 10), step]).ecoscore
        #expect(score.axes.energy.value == nil)
        #expect(score.axes.time.value == nil)
    }

    @Test("time doesn't apply to a pause, and isn't missing there")
    func pause() throws {
        // 1 MB in 60 s are 0.5 MB in 30 s; the interval is that of two axes, data and energy.
        let score = try JourneyScore.of([.walked("attendre", .pause, bytes: 2_000_000, seconds: 60)]).ecoscore
        #expect(score.axes.data.value == 90)
        #expect(score.axes.time == EcoscoreResult.Axis(value: nil, coverage: 1))
        #expect(score.value == 90)
        #expect(score.interval == EcoscoreResult.Interval(low: 45, high: 95))
    }

    @Test("an axis that is missing on a step shows its coverage and widens the interval")
    func coverage() throws {
        let score = try JourneyScore.of([
            .walked("ouvrir", displayed: 4), .walked("chercher", .action),
        ]).ecoscore
        #expect(score.axes.time == EcoscoreResult.Axis(value: 50, coverage: 0.5))
        #expect(score.partial)
        // Data 90; time 25 to 75; energy 0 to 100.
        let interval = try #require(score.interval)
        #expect(isClose(interval.low, (90.0 + 25) / 3))
        #expect(isClose(interval.high, (90.0 + 75 + 100) / 3))
    }

    @Test(
        "critical steps weigh 0.7 and others 0.3, where any is marked",
        arguments: [(true, (0.7 * 90 + 0.3 * 50) / 1), (false, 70)])
    func weights(_ critical: Bool, _ expected: Double) throws {
        let score = try JourneyScore.of([
            .walked("ouvrir", bytes: 1_000_000, critical: critical), .walked("chercher", bytes: 2_000_000),
        ]).ecoscore
        #expect(try isClose(#require(score.axes.data.value), expected))
    }

    @Test(
        "a laptop's screens must appear sooner than a smartphone's",
        arguments: [
            (DeviceClass.smartphone, 4.0), (.tablet, 4), (.laptop, 2.4), (.desktop, 2.4),
        ])
    func devices(_ device: DeviceClass, _ median: Double) throws {
        let score = try JourneyScore.of(.walk([.walked("ouvrir", displayed: median)], device: device))
        #expect(score.ecoscore.axes.time.value == 50)
    }

    @Test("no axis measured: no score")
    func nothing() {
        var energy = AxisTally()
        energy.add(nil, weight: 1)
        let score = EcoscoreResult(
            data: AxisTally(), energy: energy, time: AxisTally(), grades: ScoreProfile.tested.grades)
        #expect(score.value == nil && score.grade == nil && score.interval == nil && score.gradeRange == nil)
        #expect(score.partial)
    }
}
