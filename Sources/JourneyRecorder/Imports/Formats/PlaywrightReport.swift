import Documents
import FoundationEssentials

/// The steps of tests in Playwright's JSON report.
///
/// `suites[].specs[].tests[].results[].{startTime,duration,retry,steps[].{title,duration}}`
/// (microsoft/playwright packages/playwright/types/testReporter.d.ts and src/reporters/json.ts). Only steps of the test
/// itself are in it, and no start of theirs: each is taken to begin where the one before ended, which leaves out what the
/// test did between them. So the starts are approximate, and nothing is said of display. Of retries, the last counts.
enum PlaywrightReport {
    private struct Suite: Decodable {
        let suites: [Suite]?
        let specs: [Spec]?

        var tests: [Test] { (specs ?? []).flatMap(\.tests) + (suites ?? []).flatMap(\.tests) }
    }

    private struct Spec: Decodable {
        let tests: [Test]
    }

    private struct Test: Decodable {
        let results: [Result]
    }

    private struct Result: Decodable {
        let startTime: String
        let duration: Double
        let retry: Int?
        let steps: [Step]?
    }

    private struct Step: Decodable {
        let title: String
        let duration: Double
    }

    /// The longest that a test takes, in milliseconds: a week.
    private static let longest = 604_800_000.0

    /// The walk that a report tells.
    static func walk(_ data: Data, file: String) throws(MarkerImportError) -> ImportedWalk {
        let root: Suite
        do throws(JSONDocument.Fault) {
            root = try JSONDocument.decode(Suite.self, from: data)
        } catch {
            throw MarkerImportError(error, file: file)
        }
        var runs: [(start: Timestamp, end: Timestamp, steps: [ImportedStep])] = []
        for (index, test) in root.tests.enumerated() {
            guard let result = test.results.max(by: { $0.retry ?? 0 < $1.retry ?? 0 }), result.steps?.isEmpty == false
            else { continue }
            do throws(MarkerImportError.Problem) {
                runs.append(try run(result, place: "test \(index + 1)"))
            } catch {
                throw MarkerImportError(error, file: file, place: "test \(index + 1)")
            }
        }
        runs.sort { $0.start < $1.start }
        for (one, next) in zip(runs, runs.dropFirst()) where one.end > next.start {
            throw MarkerImportError(.testsAtOnce, file: file, place: next.steps.first?.name.place)
        }
        return ImportedWalk(steps: runs.flatMap(\.steps), end: runs.last?.end, isApproximate: true)
    }

    private static func run(
        _ result: Result, place: String
    ) throws(MarkerImportError.Problem) -> (start: Timestamp, end: Timestamp, steps: [ImportedStep]) {
        guard let start = Timestamp(result.startTime) else { throw .badTime(result.startTime) }
        var steps: [ImportedStep] = []
        var elapsed = 0.0
        for (index, step) in (result.steps ?? []).enumerated() {
            let name = StepName(text: step.title, place: "\(place), step \(index + 1)")
            steps.append(ImportedStep(name: name, start: try later(start, elapsed)))
            guard step.duration >= 0 else { throw .badTime("\(step.duration)") }
            elapsed += step.duration
        }
        return (start, try later(start, max(elapsed, result.duration)), steps)
    }

    private static func later(
        _ start: Timestamp, _ milliseconds: Double
    ) throws(MarkerImportError.Problem) -> Timestamp {
        guard (0...longest).contains(milliseconds),
            let moment = start.adding(nanoseconds: Int64((milliseconds * 1e6).rounded()))
        else { throw .badTime("\(milliseconds)") }
        return moment
    }
}
