import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct MarkerFileTests {
    @Test("the same walk comes out of every format, told by its content", arguments: ImportSamples.walks.indices)
    func sameWalk(_ index: Int) throws {
        let (format, text) = ImportSamples.walks[index]
        let found = try ImportSamples.markers(text)
        #expect(found.format == format)
        #expect(found.isApproximate == (format == .playwrightReport))
        #expect((found.caveat?.code == .stepsApproximate) == found.isApproximate)
        let timeline = try Timeline(found.log, journey: nil)
        #expect(timeline.steps.map(\.step.id) == ImportSamples.names)
        #expect(timeline.steps.map { $0.start.nanoseconds - ImportSamples.beginning } == ImportSamples.starts)
        // HAR tells no end; where a display coincides with the end, the end is the moment after it.
        let end = timeline.steps.last?.end.map { $0.nanoseconds - ImportSamples.beginning }
        #expect(format == .har ? end == nil : [ImportSamples.end, ImportSamples.end + 1].contains(end))
        #expect(try ImportSamples.markers(text, format: format).log.entries == found.log.entries, "forced")
        let marked = try ImportSamples.markers("\u{FEFF}" + text.replacing("\n", with: "\r\n"))
        #expect(try Timeline(marked.log, journey: nil) == timeline, "byte order mark and CRLF")
    }

    @Test("a journey's titles, in any language, lead to its steps", arguments: ImportSamples.walks.indices.dropFirst())
    func titles(_ index: Int) throws {
        let journey = try ImportSamples.journey([
            ("open", "Ouvrir", "Open  the App"), ("auth", "sign in", "Se connecter"), ("docs", "My documents", "x"),
        ])
        let text = ImportSamples.walks[index].text
        let timeline = try Timeline(try ImportSamples.markers(text, journey: journey).log, journey: journey)
        #expect(timeline.steps.map(\.step.id) == ["open", "auth", "docs"])
        #expect(timeline.missing.isEmpty)
        let other = try ImportSamples.journey([("open", "Open the app", "x"), ("docs", "My documents", "y")])
        let problem = try #require(ImportSamples.problem(text, journey: other))
        #expect(problem.problem == .unknownStep("Sign in", journey: ["open", "docs"]))
        #expect(problem.place != nil)
    }

    @Test("what was waited for says when a step was displayed")
    func displays() throws {
        for (text, expected) in [
            (ImportSamples.har, [0.91, nil, nil]), (ImportSamples.csv, [0.91, nil, nil]),
            (ImportSamples.trace, [11, 14.2, 15.05]), (ImportSamples.allure, [11, 14.2, 15.05]),
            (ImportSamples.jmeter, [11, 14.2, 15.05]), (ImportSamples.report, [nil, nil, nil]),
        ] as [(String, [Double?])] {
            let log = try ImportSamples.markers(text).log
            let displays = StepDisplays(try Timeline(log, journey: nil), markers: log).steps
            #expect(displays.count == expected.count)
            for (display, expected) in zip(displays, expected) {
                #expect((display == nil) == (expected == nil))
                // A display at the border counts as the moment before it.
                if let display, let expected { #expect(abs(display.seconds - expected) < 2e-9) }
            }
        }
    }

    @Test("what it can't be is refused, with what to give instead")
    func refused() {
        #expect(ImportSamples.problem("PK\u{3}\u{4}")?.problem == .archive)
        #expect(ImportSamples.problem("hello")?.problem == .unknownFormat)
        #expect(ImportSamples.problem("{}")?.problem == .unknownFormat)
        #expect(ImportSamples.problem(ImportSamples.greenit)?.problem == .namesOnly(.greenit))
        #expect(ImportSamples.problem("[]", format: .maestro)?.problem == .noSteps(.maestro))
        #expect(ImportSamples.problem("x", format: .allure)?.problem == .notJSON)
        let description = MarkerImportError(.noSteps(.maestro), file: "c.json", place: "[2]").description
        #expect(description.hasPrefix("c.json: [2]: nothing here begins a step; label the commands"))
        #expect(MarkerImportError(.unknownFormat, file: "f").description.contains("--markers-format"))
    }

    @Test("names that can't be shown, and more steps than are kept, are refused")
    func limits() {
        #expect(
            ImportSamples.problem(#"{"uuid":"","steps":[{"name":"a\nb","start":1}]}"#)?.problem == .badName)
        let limit = ImportedWalk.maximumSteps
        let lines = (0...limit).map { "1772442000\($0 + 10_000)0 x\n" }.joined()
        #expect(ImportSamples.problem(lines)?.problem == .tooMany(limit: limit))
    }

    @Test("a file of our own is read as ever: none is no markers, and a broken line is named")
    func own() throws {
        #expect(try ImportSamples.markers("").log.entries.isEmpty)
        #expect(try ImportSamples.markers("\n \n").format == .markers)
        #expect(throws: MarkerError(.notJSON, file: "m.jsonl", line: 1)) {
            try ImportSamples.markers("hello\n" + ImportSamples.markers, name: "m.jsonl")
        }
        #expect(throws: MarkerError(.unknownKey("when"), file: "m.jsonl", line: 1)) {
            try ImportSamples.markers(#"{"when":"x"}"#, name: "m.jsonl")
        }
    }

    @Test("damage never ends the program, and what is read stays in the order of time", arguments: 0..<12)
    func hostile(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        for (format, text) in ImportSamples.walks + [(.greenit, ImportSamples.greenit)] {
            for _ in 0..<60 {
                var bytes = Data(text.utf8)
                for _ in 0..<Int.random(in: 1...3, using: &dice) {
                    let place = Int.random(in: 0..<bytes.count, using: &dice)
                    switch Int.random(in: 0..<3, using: &dice) {
                    case 0: bytes[place] = .random(in: 0...255, using: &dice)
                    case 1: bytes = bytes.prefix(max(1, place))
                    default: bytes[place] = UInt8(ascii: "9")
                    }
                }
                for forced in [nil, format] {
                    guard let found = try? MarkerFile.markers(Data(bytes), name: "f", format: forced) else { continue }
                    let times = found.log.entries.map(\.marker.time)
                    #expect(times == times.sorted())
                    _ = try? Timeline(found.log, journey: nil)
                }
                _ = try? JourneyDraft(
                    from: Data(bytes), name: "f", format: format, id: "j", title: LocalizedText("t"), application: "a")
            }
        }
    }

    @Test("the reference samples are one journey, with the times in expected.json", .reference)
    func reference() throws {
        let folder = try #require(Repository.shared).appending(path: "user-samples")
        let journey = try JourneyFile.parse(
            Data(contentsOf: folder.appending(path: "journey.yaml")), name: "journey.yaml")
        let expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
        let beginning = try #require(Timestamp(expected.journey.start))
        func steps(_ name: String) throws -> [(title: String, milliseconds: Double)] {
            let data = try Data(contentsOf: folder.appending(path: name))
            let found = try MarkerFile.markers(data, name: name, journey: journey)
            return try Timeline(found.log, journey: journey).steps.map {
                ($0.step.title["fr"], $0.start.seconds(since: beginning) * 1000)
            }
        }
        let whole = expected.journey.steps.map { ($0.name, $0.start_ms) }
        let first = Array(whole.prefix(2))
        let files: [(name: String, steps: [(String, Double)], tolerance: Double)] =
            expected.journey.from.map { ($0, whole, 0.001) } + [
                ("journey.har", first, 0.001), ("allure-result.json", first, 0.001),
                ("playwright-trace.ndjson", expected.trace.steps.map { ($0.name, $0.start_ms) }, 0.001),
                ("playwright-report.json", zip(whole, [0.0, 11_800, 26_000]).map { ($0.0, $1) }, 0.001),
            ]
        #expect(files.count == 8)
        for file in files {
            let found = try steps(file.name)
            #expect(found.map(\.title) == file.steps.map(\.0), "\(file.name)")
            for (one, other) in zip(found, file.steps) {
                #expect(abs(one.milliseconds - other.1) < file.tolerance, "\(file.name)")
            }
        }
    }

    private struct Expected: Decodable {
        struct Journey: Decodable {
            let start: String
            let steps: [Step]
            let from: [String]
        }

        struct Step: Decodable {
            let name: String
            let start_ms: Double
        }

        struct Trace: Decodable {
            let steps: [Step]
        }

        let journey: Journey
        let trace: Trace

        enum CodingKeys: String, CodingKey {
            case journey
            case trace = "playwright-trace.ndjson"
        }
    }
}
