import Documents
import Testing

@testable import Report

@Suite struct ScreenRendererTests {
    private static func model(steps: Int = 5) -> ScreenModel {
        var model = ScreenModel(title: "Santé (fr.exemple.sante)", source: "wlan0")
        (model.cache, model.round, model.rounds) = (.cold, 2, 3)
        (model.elapsed, model.up, model.down, model.background) = (91.46, 18_200, 1_240_000, 9100)
        (model.packets, model.dropped) = (1402, 0)
        model.rows = (0..<steps).map { index in
            let title = index == 0 ? "Ouvrir l’application \u{1B}[31m" : "Étape \(index + 1)"
            return index < 2
                ? .init(state: .done, title: title, seconds: 11.8, up: 8000, down: 861_000)
                : index == 2
                    ? .init(state: .current, title: title, seconds: 5.4, up: 4100, down: 348_000)
                    : .init(state: .ahead, title: title)
        }
        (model.budget, model.quietSeconds) = (900_000, 1)
        model.rate = (0..<60).map { $0 * 10 }
        model.hosts = [
            .init(name: "cdn.sante.example", bytes: 845_000, transport: .quic, isUndeclared: false),
            .init(name: "mesure.tiers.example", bytes: 21_000, transport: .tls, isUndeclared: true),
        ]
        return model
    }

    private func text(
        _ model: ScreenModel, _ language: Language = .fr, width: Int = 100, height: Int = 40,
        style: TerminalStyle = .plain
    ) -> String {
        ScreenRenderer(language: language, style: style).lines(of: model, width: width, height: height)
            .joined(separator: "\n")
    }

    @Test("all that a tester needs is on it, in both languages")
    func content() {
        let french = text(Self.model())
        for word in [
            "enregistrement", "Santé", "wlan0", "à froid 2/3", "01:31,4", "perdus 0", "▲ 18,2 ko", "▼ 1,24 Mo",
            "paquets 1\u{202F}402", "fond 9,10 ko", "✓ Ouvrir", "● Étape 3", "348 ko",
            "budget de l’étape : 352 ko / 900 ko",
            "débit", "cdn.sante.example", "QUIC", "⚠ tiers non déclaré", "↵ étape suivante", "q terminer",
        ] { #expect(french.contains(word), "\(word) in\n\(french)") }
        let english = text(Self.model(), .en)
        for word in [
            "recording", "cold 2/3", "01:31.4", "lost 0", "background 9.10 kB", "budget of the step: 352 kB / 900 kB",
            "⚠ undeclared third party", "↵ next step", "q finish",
        ] { #expect(english.contains(word), "\(word) in\n\(english)") }
    }

    @Test("no line is wider than the terminal, and none are more than fit", arguments: [20, 40, 72, 79, 80, 100, 200])
    func size(_ width: Int) {
        for height in [1, 3, 8, 12, 24, 50] {
            for footer in [ScreenModel.Footer.keys, .help, .naming(String(repeating: "é", count: 300)), .noting("漢字")] {
                for language in [Language.en, .fr] {
                    var model = Self.model(steps: 30)
                    model.footer = footer
                    let lines = ScreenRenderer(language: language, style: .plain)
                        .lines(of: model, width: width, height: height)
                    #expect(lines.count <= height)
                    for line in lines { #expect(line.displayWidth <= width, "\(line)") }
                }
            }
        }
    }

    @Test("below 80 columns the charts go")
    func narrow() {
        #expect(text(Self.model(), width: 80).contains("█"))
        let narrow = text(Self.model(), width: 79)
        for block in "▁▂▃▄▅▆▇█▏▎▍" { #expect(!narrow.contains(block)) }
        #expect(narrow.contains("352 ko / 900 ko"))
    }

    @Test("on a low terminal the current step stays, and lost packets always do")
    func low() {
        var model = Self.model(steps: 40)
        model.dropped = 7
        let low = text(model, height: 9)
        #expect(low.contains("● Étape 3"))
        #expect(low.contains("perdus 7"))
        #expect(low.contains("autres"))
        #expect(text(model, width: 30, height: 9).contains("perdus 7"))
    }

    @Test("a silent step says so, after three seconds", arguments: [(2.9, false), (3.0, true)])
    func quiet(_ seconds: Double, _ isQuiet: Bool) {
        var model = Self.model()
        model.quietSeconds = seconds
        #expect(text(model).contains("calme") == isQuiet)
        #expect(text(model, .en).contains("quiet") == isQuiet)
        model.rows[2].state = .paused
        #expect(text(model).contains("en pause"))
        #expect(!text(model).contains("calme"))
    }

    @Test("nothing from outside can command the terminal; colours only where wanted")
    func escape() {
        #expect(!text(Self.model()).contains("\u{1B}"))
        let coloured = text(Self.model(), style: .colour)
        #expect(coloured.contains("\u{1B}[1m"))
        #expect(!coloured.contains("application \u{1B}[31m"))
    }

    @Test("help and the end of the recording are named on any terminal", arguments: [40, 60, 80, 100])
    func keys(_ width: Int) {
        for (language, end, help) in [(Language.en, "q finish", "? help"), (.fr, "q terminer", "? aide")] {
            let last = text(Self.model(), language, width: width).split(separator: "\n").last ?? ""
            if width >= 60 { #expect(last.contains(end) && last.contains(help), "\(last)") }
            #expect(last.contains("u ") && last.contains("↵"), "\(last)")
        }
    }

    @Test("a sparkline is as high as the heaviest, and what is something is never nothing")
    func sparkline() {
        #expect(ScreenRenderer.sparkline([0, 1, 100, 50]) == "▁▂█▅")
        #expect(ScreenRenderer.sparkline([0, 0]) == "▁▁")
        #expect(ScreenRenderer.sparkline([Int]()) == "")
    }
}
