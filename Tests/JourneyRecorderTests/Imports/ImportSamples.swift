import Documents
import Foundation

@testable import JourneyRecorder

/// One walk of three steps as each tool writes it: they begin 0, 12 and 26.2 s after 2026-03-02T09:00:00Z (1772442000 s).
///
/// Written by us after each format's own documentation; see docs/markers.md for where that is.
enum ImportSamples {
    static let markers = """
        {"time":"2026-03-02T09:00:00Z","kind":"step","step":"Open the app","source":"key"}
        {"time":"2026-03-02T09:00:12Z","kind":"step","step":"Sign in","source":"key"}
        {"time":"2026-03-02T09:00:26.2Z","kind":"step","step":"My documents","source":"key"}
        {"time":"2026-03-02T09:00:41.25Z","kind":"end","source":"key"}
        """
    static let har = """
        {"log":{"version":"1.2","pages":[
        {"startedDateTime":"2026-03-02T10:00:12+01:00","id":"p2","title":"Sign in","pageTimings":{"onLoad":-1}},
        {"startedDateTime":"2026-03-02T09:00:00Z","id":"p1","title":"Open the app","pageTimings":{"onLoad":910}},
        {"startedDateTime":"2026-03-02T09:00:26.200Z","id":"My documents","title":"","pageTimings":{}}
        ],"entries":[]}}
        """
    static let trace = """
        {"version":9,"type":"context-options","wallTime":1772442000000,"monotonicTime":5000.5}
        {"type":"before","callId":"a","startTime":5000.5,"class":"Test","method":"test.step","title":"Open the app"}
        {"type":"before","callId":"b","parentId":"a","startTime":5100,"class":"Test","method":"test.step","title":"x"}
        {"type":"after","callId":"b","endTime":5200}
        {"type":"after","callId":"a","endTime":16000.5}
        {"type":"before","callId":"c","startTime":17000.5,"class":"Test","method":"test.step","title":"Sign in"}
        {"type":"after","callId":"c","endTime":31200.5}
        {"type":"before","callId":"d","startTime":31200.5,"class":"Test","method":"test.step","title":"My documents"}
        {"type":"after","callId":"d","endTime":46250.5}
        """
    static let report = """
        {"config":{},"suites":[{"title":"f","specs":[],"suites":[{"title":"g","specs":[{"title":"t","tests":[{"results":[
        {"startTime":"2026-03-02T08:00:00Z","duration":99,"retry":0,"steps":[{"title":"Failed","duration":9}]},
        {"startTime":"2026-03-02T09:00:00Z","duration":41250,"retry":1,"steps":[
        {"title":"Open the app","duration":12000,"steps":[{"title":"x","duration":5}]},
        {"title":"Sign in","duration":14200},{"title":"My documents","duration":15050}]}]}]}]}]}]}
        """
    static let maestro = """
        [{"command":{"applyConfigurationCommand":{"config":{}}},"metadata":{"status":"COMPLETED","timestamp":1772441999000}},
        {"command":{"launchAppCommand":{"appId":"a","label":"Open the app"}},"metadata":{"timestamp":1772442000000}},
        {"command":{"tapOnElement":{"selector":{}},"assertCommand":null},"metadata":{"timestamp":1772442011000}},
        {"command":{"tapOnElement":{"label":"Sign in"}},"metadata":{"status":"COMPLETED","timestamp":1772442012000}},
        {"command":{"tapOnElement":{"label":"Skipped"}},"metadata":{"status":"SKIPPED","timestamp":1772442013000}},
        {"command":{"tapOnElement":{"label":"My documents"}},"metadata":{"timestamp":1772442026200,"duration":750}},
        {"command":{"tapOnElement":{"label":"Never run"}},"metadata":{"status":"PENDING"}},
        {"command":{"backPressCommand":{"label":"end"}},"metadata":{"timestamp":1772442041250}}]
        """
    static let appium = """
        {"newSessionRequested":[1772441998200],"appium:x":[1],"ecoproxy:My documents":[1772442026200],
        "ecoproxy:Sign in":[1772442012000],"ecoproxy:Open the app":[1772442000000],"ecoproxy:end":[1772442041250],
        "commands":[{"cmd":"click","startTime":1,"endTime":2}]}
        """
    static let allure = """
        {"uuid":"u","name":"t","start":1772442000000,"stop":1772442041250,"steps":[
        {"name":"Open the app","start":1772442000000,"stop":1772442011000,"steps":[{"name":"x","start":1,"stop":2}]},
        {"name":"Sign in","start":1772442012000,"stop":1772442026200},
        {"name":"My documents","start":1772442026200,"stop":1772442041250}]}
        """
    static let gmt = """
        1772442000000000 Open the app
        1772442012000000 Sign in
        1772442026200000 My documents
        1772442041250000 end
        """
    static let csv = """
        step;start_ms;displayed_ms;end_ms
        "Open the app";1772442000000;1772442000910;
        Sign in;1772442012000;;
        # the code came by mail
        My documents;1772442026200,0;;1772442041250
        """
    static let jmeter = """
        timeStamp,elapsed,label,responseCode,success
        1772442000000,11000,Open the app,200,true
        1772442012000,14200,Sign in,200,true
        1772442026200,15050,My documents,200,true
        1772442041250,0,end,200,true
        """
    static let greenit = """
        - name: Open the app
          url: https://app.example.org/
          actions:
            - name: Sign in
              type: click
              element: '#sign-in'
            - name: My documents
              type: click
        """

    /// All that tell times.
    static let walks: [(format: MarkerFormat, text: String)] = [
        (.markers, markers), (.har, har), (.playwrightTrace, trace), (.playwrightReport, report), (.maestro, maestro),
        (.appium, appium), (.allure, allure), (.gmt, gmt), (.csv, csv), (.csv, jmeter),
    ]

    /// The names in all of them.
    static let names = ["Open the app", "Sign in", "My documents"]

    /// Where the steps begin, and what the walk ends with, in nanoseconds after the first.
    static let starts: [Int64] = [0, 12_000_000_000, 26_200_000_000]
    static let end: Int64 = 41_250_000_000
    static let beginning: Int64 = 1_772_442_000_000_000_000

    static func markers(
        _ text: String, name: String = "f", format: MarkerFormat? = nil, journey: Journey? = nil
    ) throws -> MarkerFile.Markers {
        try MarkerFile.markers(Data(text.utf8), name: name, format: format, journey: journey)
    }

    /// The problem that reading a text meets.
    static func problem(
        _ text: String, format: MarkerFormat? = nil, journey: Journey? = nil
    ) -> (problem: MarkerImportError.Problem, place: String?)? {
        do {
            _ = try markers(text, format: format, journey: journey)
            return nil
        } catch {
            return (error as? MarkerImportError).map { ($0.problem, $0.place) }
        }
    }

    /// A journey of these steps, with titles in two languages.
    static func journey(_ steps: [(id: String, en: String, fr: String)], first: StepType = .loading) throws -> Journey {
        let list = steps.enumerated().map { index, step in
            "  - { id: \(step.id), title: { en: \"\(step.en)\", fr: \"\(step.fr)\" }, "
                + "type: \(index == 0 ? first : .action) }"
        }
        return try JourneyFile.parse(
            """
            schema: ecoproxy.journey/1
            id: j
            title: t
            application: a
            device: smartphone
            network: wifi
            steps:
            \(list.joined(separator: "\n"))
            """, name: "journey.yaml")
    }
}
