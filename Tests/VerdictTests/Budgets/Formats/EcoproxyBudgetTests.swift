import Documents
import Testing

@testable import Verdict

@Suite struct EcoproxyBudgetTests {
    private func limits(_ limit: String) throws -> [String] {
        try BudgetText.phrases(#"{"schema": "ecoproxy.budget/1", "journey": [\#(limit)]}"#)
    }

    private func problem(_ limit: String) -> BudgetError? {
        BudgetText.problem(#"{"schema": "ecoproxy.budget/1", "journey": [\#(limit)]}"#)
    }

    @Test(
        "figures are in the metric's unit, or in one that is written",
        arguments: [
            (#"{"metric": "bytes", "max": 900000}"#, "bytes <= 900000.0"),
            (#"{"metric": "bytes.third", "max": "20 kB"}"#, "bytes.third <= 20000.0"),
            (#"{"metric": "bytes", "max": "1.5 MiB"}"#, "bytes <= 1572864.0"),
            (#"{"metric": "display_time", "max": "1500 ms"}"#, "display_time <= 1.5"),
            (#"{"metric": "energy", "max": "2 mWh"}"#, "energy <= 7.2"),
            (#"{"metric": "ghg", "max": "1.2 g"}"#, "ghg.central <= 1.2"),
            (#"{"metric": "ghg.high", "max": "0.002 kg"}"#, "ghg.high <= 2.0"),
            (#"{"metric": "land", "max": "3 cm2.year"}"#, "land.central <= 0.00030000000000000003"),
            (#"{"metric": "score", "min": 60}"#, "score >= 60.0"),
            (#"{"metric": "grade", "min": "B"}"#, "grade >= 6.0"),
            (#"{"metric": "hosts", "max": 0, "level": "warn"}"#, "hosts <= 0.0 (warn)"),
            (#"{"metric": "bytes", "max_regression": "10%"}"#, "bytes +10.0%"),
            (#"{"metric": "score", "max_regression": 2}"#, "score +2.0"),
            (#"{"metric": "bytes", "max_regression": "5 kB", "statistic": "median"}"#, "bytes +5000.0 median"),
        ])
    func read(_ row: (limit: String, phrase: String)) throws {
        #expect(try limits(row.limit) == [row.phrase])
    }

    @Test(
        "what doesn't say one thing is refused",
        arguments: [
            (#"{"metric": "bytes"}"#, BudgetError.Problem.oneOf(["max", "min", "max_regression"])),
            (#"{"metric": "bytes", "max": 1, "min": 1}"#, .oneOf(["max", "min", "max_regression"])),
            (#"{"max": 1}"#, .missingKey("metric")), (#"{"metric": "weight", "max": 1}"#, .unknownMetric("weight")),
            (
                #"{"metric": "bytes", "maximum": 1}"#,
                .unknownKey(known: ["metric", "max", "min", "max_regression", "level", "statistic"])
            ),
            (#"{"metric": "score", "max": 60}"#, .wrongBound("more of it is better: write min")),
            (#"{"metric": "bytes", "min": 60}"#, .wrongBound("less of it is better: write max")),
            (#"{"metric": "hosts", "max": -1}"#, .wrongKind(expected: "a number from 0")),
            (#"{"metric": "hosts", "max": "4 kB"}"#, .wrongKind(expected: "a number from 0")),
            (#"{"metric": "grade", "min": 3}"#, .wrongKind(expected: "a letter from A to G")),
            (#"{"metric": "bytes", "max": 1, "level": "fatal"}"#, .wrongKind(expected: "one of warn, error")),
        ])
    func refused(_ row: (limit: String, problem: BudgetError.Problem)) {
        #expect(problem(row.limit)?.problem == row.problem)
        #expect(problem(row.limit)?.key?.hasPrefix("journey.0") == true)
    }

    @Test("limits hold for the journey, each step, or one")
    func scopes() throws {
        let limit = #"[{"metric": "bytes", "max": 1}]"#
        #expect(
            try BudgetText.phrases(
                #"{"schema": "ecoproxy.budget/1", "journey": \#(limit), "each_step": \#(limit), "steps": {"open": \#(limit)}}"#
            )
                == ["bytes <= 1.0", "bytes in each <= 1.0", "bytes in open <= 1.0"])
    }

    @Test("a file without a limit, of another version, or with another key is refused")
    func files() {
        #expect(BudgetText.problem(#"{"schema": "ecoproxy.budget/1"}"#)?.problem == .noLimits)
        #expect(
            BudgetText.problem(#"{"schema": "ecoproxy.budget/2"}"#)?.problem
                == .wrongKind(expected: "ecoproxy.budget/1"))
        #expect(BudgetText.problem(#"{"schema": "ecoproxy.budget/1", "limits": []}"#)?.key == "limits")
    }
}
