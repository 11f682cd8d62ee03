public import ArgumentParser
import Documents
public import JourneyRecorder

/// When each step began, by whom and on which clock.
struct MarkerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "When each step began: markers, or what a test tool wrote (docs/markers.md).",
                "Le début de chaque étape : marqueurs, ou fichier d’un outil de test (docs/marqueurs.md)."),
            valueName: "file"))
    var markers: String?

    @Option(
        help: ArgumentHelp(
            say(
                "The format of the markers, where their content doesn't tell.",
                "Le format des marqueurs, si leur contenu ne le dit pas."), valueName: "format"))
    var markersFormat: MarkerFormat?

    @Option(
        help: ArgumentHelp(
            say(
                "Seconds to add to the markers' times; else sync markers tell, where there are any.",
                "Secondes à ajouter aux heures des marqueurs ; sinon, les marqueurs sync les disent, s’il y en a."),
            valueName: "seconds"))
    var clockOffset: String?

    /// The offset in nanoseconds, if one was given.
    func offsetNanoseconds() throws -> Int64? {
        guard let clockOffset else { return nil }
        guard let offset = MarkerClock.offset(clockOffset) else {
            throw ValidationError(
                say(
                    "--clock-offset \(clockOffset): give seconds, such as 2.5 or -0.3.",
                    "--clock-offset \(clockOffset) : donnez des secondes, par exemple 2.5 ou -0.3."))
        }
        return offset
    }

    func validate() throws {
        _ = try offsetNanoseconds()
        if markersFormat != nil, markers == nil {
            throw ValidationError(
                say(
                    "--markers-format goes with --markers FILE.", "--markers-format va avec --markers FICHIER."))
        }
    }
}

extension MarkerFormat: ExpressibleByArgument {}
