import ArgumentParser
import Documents
import Foundation
import JourneyRecorder

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Write a journey to begin with.", "Écrit un parcours pour commencer."),
        discussion: say(
            """
            Example:  ecoproxy init --from allure-result.json --application org.example.app

            The steps come from what a test tool wrote (docs/markers.md), or are an example to be edited. Nothing is overwritten.
            """,
            """
            Exemple :  ecoproxy init --from allure-result.json --application org.example.app

            Les étapes viennent du fichier d’un outil de test (docs/marqueurs.md), ou sont un exemple à modifier. Rien n’est écrasé.
            """))

    @Option(
        help: ArgumentHelp(
            say(
                "What a test tool wrote: HAR, Playwright, Maestro, Appium, Allure, GMT, GreenIT-Analysis, CSV.",
                "Le fichier d’un outil de test : HAR, Playwright, Maestro, Appium, Allure, GMT, GreenIT-Analysis, CSV."),
            valueName: "file"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            say("Its format, where its content doesn't tell.", "Son format, si son contenu ne le dit pas."),
            valueName: "format"))
    var fromFormat: MarkerFormat?

    @Option(
        help: ArgumentHelp(
            say("The application's identifier.", "L’identifiant de l’application."), valueName: "id"))
    var application = JourneyDraft.exampleApplication

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say("Where to write it, - for standard output.", "Où l’écrire, - pour la sortie standard."),
            valueName: "journey.yaml"))
    var output = "journey.yaml"

    @OptionGroup var lang: LanguageOption

    func run() throws {
        let draft = try draft()
        let text = draft.yaml(JourneyText.remark)
        // What the parser wouldn't read back is never written.
        _ = try JourneyFile.parse(text, name: output)
        guard output != "-" else {
            Console.print(text, terminator: "")
            return
        }
        try NewFile.check(output)
        try RunBundle.write(Data(text.utf8), to: output)
        Console.error(
            say(
                "ecoproxy: \(output) written (steps: \(draft.steps.count)); edit it, then: "
                    + "ecoproxy record --interface wlan0 --journey \(output) --output run",
                "ecoproxy : \(output) écrit (étapes : \(draft.steps.count)) ; modifiez-le, puis : "
                    + "ecoproxy record --interface wlan0 --journey \(output) --output run"))
    }

    private func draft() throws -> JourneyDraft {
        guard let from else {
            return JourneyDraft(
                id: JourneyText.id, title: JourneyText.title, application: application, steps: JourneyText.steps)
        }
        return try JourneyDraft(
            from: try RunBundle.read(from), name: from, format: fromFormat, id: JourneyText.id,
            title: JourneyText.title, application: application)
    }

    func validate() throws {
        if application.isEmpty || application.contains(where: { $0.isNewline }) {
            throw ValidationError(
                say(
                    "--application takes an identifier on one line, such as org.example.app.",
                    "--application prend un identifiant sur une ligne, par exemple org.example.app."))
        }
        if fromFormat != nil, from == nil {
            throw ValidationError(
                say("--from-format goes with --from FILE.", "--from-format va avec --from FICHIER."))
        }
    }
}
