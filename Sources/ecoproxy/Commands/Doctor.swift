import ArgumentParser
import Documents
import Report

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Say what can be captured on this machine, what is missing, and how to record beside a device.",
            "Dit ce que cette machine peut capturer, ce qui manque, et comment enregistrer à côté d’un appareil."),
        discussion: say(
            """
            Example:  ecoproxy doctor --device android

            Exits with 69 where something is missing that recording on this machine needs.
            """,
            """
            Exemple :  ecoproxy doctor --device android

            Se termine par 69 s’il manque quelque chose dont l’enregistrement sur cette machine a besoin.
            """))

    @Option(
        help: ArgumentHelp(
            say(
                "Print the recipe for a device: android, android-root, emulator, iphone, hotspot or browser.",
                "Affiche la recette pour un appareil : android, android-root, emulator, iphone, hotspot ou browser."),
            valueName: "device"))
    var device: Recipe.Device?

    @Flag(
        help: ArgumentHelp(
            say(
                "Print all recipes as Markdown, and look at nothing.",
                "Affiche toutes les recettes en Markdown, sans rien examiner.")))
    var recipes = false

    @Flag(help: ArgumentHelp(say("Print JSON.", "Affiche du JSON.")))
    var json = false

    @OptionGroup var lang: LanguageOption

    func validate() throws {
        if recipes, json || device != nil {
            throw ValidationError(say("Give --recipes alone.", "Donnez --recipes seul."))
        }
    }

    func run() throws {
        if recipes {
            return Console.print(
                Recipe.Device.allCases.map { Recipe(for: $0).markdown }.joined(separator: "\n\n"))
        }
        let report = Examination().report(recipe: device.map { Recipe(for: $0) })
        if json { Console.print(try CanonicalJSON.encode(report)) } else { DoctorText.print(report) }
        if report.isLacking { ExitStatus.unavailable.exit() }
    }
}

extension Recipe.Device: ExpressibleByArgument {}
