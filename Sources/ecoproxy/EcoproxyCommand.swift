import ArgumentParser
import Documents

/// The command line: each subcommand is a file in `Commands/`.
@main
struct EcoproxyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ecoproxy",
        abstract: say(
            "Measure a health app's traffic along its journey, and score its footprint.",
            "Mesure le trafic d’une application de santé le long de son parcours, et note son empreinte."),
        discussion: say(
            """
            Begin with:  ecoproxy demo
            Then:        sudo ecoproxy record --interface wlan0 --journey journey.yaml --output run
            """,
            """
            Pour commencer :  ecoproxy demo
            Ensuite :         sudo ecoproxy record --interface wlan0 --journey journey.yaml --output run
            """),
        version: "\(Tool.ecoproxy.name) \(Tool.ecoproxy.version)",
        subcommands: [
            Demo.self, Doctor.self, Init.self, Interfaces.self, Record.self, Mark.self, ReplayCommand.self,
            ScoreCommand.self,
            ReportCommand.self, CompareCommand.self, CheckCommand.self, ExplainCommand.self, ExportCommand.self,
            RedactCommand.self, FactorsCommand.self, CatalogueCommand.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            if let code = ExitStatus(error) {
                Console.error("ecoproxy: \(error)")
                code.exit()
            }
            exit(withError: error)
        }
    }
}
