import ArgumentParser
import Documents
import Foundation
import JourneyRecorder

/// What was recorded beside the capture: energy of the device, and when steps were displayed.
struct MeasureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Energy of the device: CSV, Perfetto's table, batterystats, powermetrics, Scaphandre, RAPL (docs/energy.md).",
                "Énergie de l’appareil : CSV, table de Perfetto, batterystats, powermetrics, Scaphandre, RAPL (docs/energie.md)."
            ),
            valueName: "file"))
    var energy: String?

    @Option(
        help: ArgumentHelp(
            say(
                "The format of the energy file, where its content doesn't tell.",
                "Le format du fichier d’énergie, si son contenu ne le dit pas."), valueName: "format"))
    var energyFormat: EnergyFormat?

    @Option(
        help: ArgumentHelp(
            say("Which columns are meant: time=…,watts=….", "Les colonnes à lire : time=…,watts=…."),
            valueName: "columns"))
    var energyColumns: String?

    @Option(
        help: ArgumentHelp(
            say(
                "When the energy file's clock was zero, such as 2026-03-02T09:00:00Z.",
                "L’heure du zéro du fichier d’énergie, par exemple 2026-03-02T09:00:00Z."), valueName: "time"))
    var energyStart: String?

    @Option(
        help: ArgumentHelp(
            say("Seconds to add to the energy file's times.", "Secondes à ajouter aux heures du fichier d’énergie."),
            valueName: "seconds"))
    var energyOffset: String?

    @Option(
        help: ArgumentHelp(
            say("The supply's voltage, where the file has none.", "La tension, si le fichier n’en a pas."),
            valueName: "volts"))
    var energyVoltage: Double?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            say(
                "Which rails or zones of the energy file count.",
                "Les rails ou zones du fichier d’énergie qui comptent."),
            valueName: "track"))
    var energyTracks: [String] = []

    @Option(
        help: ArgumentHelp(
            say(
                "When pages were displayed: a HAR, or a trace of Playwright's (repeatable).",
                "Quand les pages se sont affichées : un HAR, ou une trace de Playwright (répétable)."),
            valueName: "file"))
    var display: [String] = []

    /// The energy, if a file was given.
    func series() throws -> EnergySeries? {
        guard let energy else { return nil }
        var options = EnergyOptions(format: energyFormat, volts: energyVoltage, tracks: energyTracks)
        do throws(EnergyFileError.Problem) {
            if let energyColumns { options.columns = try EnergyOptions.columns(energyColumns) }
            if let energyOffset { options.offsetNanoseconds = try EnergyOptions.offset(energyOffset) }
        } catch {
            throw EnergyFileError(error, file: energy)
        }
        if let energyStart {
            guard let start = Timestamp(energyStart) else {
                throw ValidationError(
                    say(
                        "--energy-start \(energyStart): write it as 2026-03-02T09:00:00Z (RFC 3339).",
                        "--energy-start \(energyStart) : écrivez 2026-03-02T09:00:00Z (RFC 3339)."))
            }
            options.start = start
        }
        return try EnergyFile.series(try RunBundle.read(energy), name: energy, options: options)
    }

    /// When pages or test steps were displayed, in the order of their starts.
    func intervals() throws -> [DisplayInterval] {
        try display.flatMap { try DisplayFile.intervals(try RunBundle.read($0), name: $0) }
            .sorted { $0.start < $1.start }
    }

    func validate() throws {
        if let energyVoltage, !(energyVoltage > 0 && energyVoltage < 1000) {
            throw ValidationError(
                say("--energy-voltage takes volts above 0.", "--energy-voltage prend des volts supérieurs à 0."))
        }
    }
}
