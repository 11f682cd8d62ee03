import Documents
import Testing

@testable import Report

@Suite("terminal reports")
struct TerminalReportTests {
    private func report(
        _ language: Language, extent: Presentation.Extent = .full, style: TerminalStyle = .plain, width: Int = 80
    ) -> String {
        TerminalReport(
            Presentation(measurement: Sample.measurement, score: Sample.score, language: language, extent: extent),
            style: style, width: width
        ).text
    }

    @Test("steps, what fell outside and the whole add up to the byte")
    func stepTable() {
        #expect(
            report(.en).contains(
                """
                The journey, step by step
                Step                 Duration       Up     Down   IP bytes  Conn.
                ─────────────────────────────────────────────────────────────────
                1. Accueil             12.0 s  19.0 kB  1.24 MB  1,258,291      7
                2. Se connecter        14.2 s  5.00 kB  23.0 kB     28,000      2
                3. Rechercher          18.5 s  8.00 kB   342 kB    350,000      3
                4. Réserver            11.8 s  8.00 kB  13.0 kB     21,000      1
                5. Se déconnecter       6.1 s  1.20 kB  3.80 kB      5,000      0
                ─────────────────────────────────────────────────────────────────
                All steps          1 min 03 s  41.2 kB  1.62 MB  1,662,291     13
                Outside steps               –    464 B    600 B      1,064      –
                Whole capture               –  41.7 kB  1.62 MB  1,663,355      –

                """))
    }

    @Test("a wide terminal shows a step in one line")
    func wide() {
        let lines = report(.fr, width: 140).split(separator: "\n").map(String.init)
        #expect(
            lines.contains(
                "1. Accueil             12,0 s  19,0 ko  1,24 Mo  1\u{202F}258\u{202F}291      7  cdn.sante-demo.test  "
                    + "████▌   76 %     0,14 [0,026–0,23]   74 A–F"))
    }

    @Test("indicators have their ranges, in units that people use")
    func indicators() {
        let text = report(.fr)
        #expect(text.contains("Gaz à effet de serre  0,45 [0,084–0,75] g CO₂e\n"))
        #expect(text.contains("Eau                   50 [3,4–84] mL\n"))
        #expect(text.contains("Sols                  1,1 [0,22–1,2] cm²·an\n"))
        #expect(text.contains("Écoscore partiel (1/3 axes) : 92, intervalle 31–97, note A–E\n"))
        #expect(text.contains("! Accueil, Se connecter – Le temps d’affichage n’a pas été mesuré.\n"))
    }

    /// Every character of the sample takes one column, so that counting scalars is counting columns.
    @Test("no line is wider than the terminal", arguments: Language.allCases, [80, 100, 200])
    func width(_ language: Language, _ width: Int) {
        for line in report(language, width: width).split(separator: "\n") {
            #expect(line.unicodeScalars.count <= width, "\(line)")
        }
    }

    @Test("a label that leaves no room for a hash stands above it")
    func narrow() {
        let hash = Sample.hash.rawValue
        #expect(report(.fr, width: 68).contains("Mesure\n    \(hash)\n"))
        #expect(report(.fr, width: 80).contains("Mesure          \(hash)\n"))
    }

    @Test("a report told to be brief leaves method and annex to the full one")
    func brief() {
        let text = report(.en, extent: .brief)
        for heading in ["Summary", "The three indicators", "The journey, step by step", "Hot spots", "Warnings"] {
            #expect(text.contains("\n\(heading)\n"))
        }
        #expect(!text.contains("Method and limits") && !text.contains("\nBy host\n"))
    }

    @Test("colours come only when asked for, and change nothing but colours")
    func colours() throws {
        let (plain, coloured) = (report(.en), report(.en, style: .colour))
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.contains("\u{1B}"))
        #expect(coloured.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "") == plain)
    }

    @Test("a hostile name is shown letter by letter")
    func hostile() {
        var measurement = Sample.measurement
        let name = "\u{1B}]0;owned\u{07}\u{1B}[2Jx\n.test"
        measurement.hosts[0].name = name
        measurement.steps[0].hosts[0].name = name
        measurement.steps[0].title = LocalizedText("\u{9B}31m\r")
        measurement.journey?.title = LocalizedText("\u{202E}title")
        measurement.journey?.application = "\u{1B}[1m"
        measurement.sources[0].file = "\u{1B}c.pcap"
        measurement.quality.warnings = [Caveat(.captureCut, "\u{1B}[5mcut", step: "home")]
        let text = TerminalReport(
            Presentation(measurement: measurement, score: Sample.score, language: .en), width: 200
        ).text
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        #expect(text.contains(#"\u{1B}]0;owned\u{7}\u{1B}[2Jx\u{A}.test"#))
    }

    @Test(
        "a timeline in which no step lies, or nothing, is drawn all the same",
        arguments: [[1, 5], [0, 0], [.min, .max]])
    func emptyTimeline(_ bytes: [Int]) {
        var measurement = Sample.measurement
        measurement.timeline = TrafficTimeline(
            start: Timestamp(nanoseconds: .max - 1_000_000_000), binSeconds: 0.25,
            series: [TrafficTimeline.Series(party: .first, up: bytes, down: bytes)])
        for steps in [measurement.steps, []] {
            measurement.steps = steps
            for width in [20, 80, 200] {
                let text = TerminalReport(Presentation(measurement: measurement, language: .en), width: width).text
                // The axis of two quarters of a second.
                #expect(text.contains("0 – 0.50 s"))
            }
        }
    }
}
